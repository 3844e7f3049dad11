import Foundation

/// Work that this program does as another process: it measures a third one, or does what a rival's script does.
enum WorkerProcess {
    /// `--measure REPORT PROGRAM ARGUMENTS...`
    case measure(report: String, program: [String])
    /// `--accuracies LOG...`: the mean score of each model, as a scan with DuckDB finds it.
    case accuracies(logs: [String])
    /// `--bootstrap FILE`: BCa intervals of the means of columns of scores from 10,000 joint replicates.
    case bootstrap(file: String)

    /// Nil if the arguments are a user's.
    init?(_ arguments: [String]) {
        switch arguments.first {
        case "--measure" where arguments.count > 2:
            self = .measure(report: arguments[1], program: Array(arguments[2...]))
        case "--accuracies" where arguments.count > 1: self = .accuracies(logs: Array(arguments[1...]))
        case "--bootstrap" where arguments.count == 2: self = .bootstrap(file: arguments[1])
        default: return nil
        }
    }

    /// - Returns: the exit code.
    func run() -> Int32 {
        do {
            switch self {
            case .measure(let report, let program): try MeasuredProcess.measure(program, report: report)
            case .accuracies(let logs): try AccuracyScan.printAccuracies(of: logs)
            case .bootstrap(let file): try BootstrapWork.printIntervals(of: file)
            }
            return 0
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            return 1
        }
    }
}
