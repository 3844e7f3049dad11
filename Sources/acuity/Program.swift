import Analysis
import Dependencies
import Findings
import Foundation
import Records
import Report
import Store
import Verification
import WholeFiles

/// Parses the command line, runs the command, and maps what it throws to an exit code in one table.
enum Program {
    static let version = "0.1.0"

    static func run(_ arguments: [String]) -> ExitCode {
        signal(SIGPIPE, SIG_IGN)
        switch ParsedCommandLine(arguments, commands: CommandList.all, version: version) {
        case .message(let text):
            StandardStream.write(text, to: .standardOutput)
            return .success
        case .libraries:
            StandardStream.write(VersionText.withLibraries(), to: .standardOutput)
            return .success
        case .error(let text):
            let console = Console(isQuiet: false)
            console.error(text)
            console.message("Run `acuity --help`, or `acuity COMMAND --help`.")
            return .usage
        case .run(let invocation):
            return run(invocation, arguments)
        }
    }

    private static func run(_ invocation: Invocation, _ arguments: [String]) -> ExitCode {
        let clock = Stopwatch()
        let isVerbose = invocation.has(.verbose)
        let log: LogFile?
        do {
            log = try invocation.value(.log).map { try LogFile(path: $0, clock: clock) }
            if isVerbose, invocation.has(.quiet) {
                throw UsageError("--verbose, --quiet: expected one of the two; found both")
            }
        } catch {
            return report(error, to: Console(isQuiet: false), arguments)
        }
        let steps = isVerbose || log != nil ? StepWriter(isVerbose: isVerbose, log: log, clock: clock) : nil
        let console = Console(isQuiet: invocation.has(.quiet), steps: steps)
        log?.writeStart(arguments)
        console.step("Acuity \(version), \(BuildFacts.configuration) build, \(BuildFacts.architecture)")
        let code = run(invocation, arguments, console)
        console.step("Ended with exit code \(code.rawValue)")
        log?.writeEnd(code)
        return code
    }

    private static func run(_ invocation: Invocation, _ arguments: [String], _ console: Console) -> ExitCode {
        do {
            let code = try invocation.command.run(invocation, console)
            guard let failure = StandardStream.failure else { return code }
            console.error(
                "standard output: expected to write all results; found: \(failure). Make room, and run the command again."
            )
            return .badInput
        } catch {
            return report(error, to: console, arguments)
        }
    }

    /// What the system says, where it is known; Foundation's words are but a number.
    private static func words(_ error: CocoaError) -> String {
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
        guard let cause, cause.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
        return String(cString: strerror(Int32(truncatingIfNeeded: cause.code)))
    }

    private static func report(_ error: any Error, to console: Console, _ arguments: [String]) -> ExitCode {
        switch error {
        case let error as UsageError:
            console.error(error.description)
            return .usage
        case is Problem, is StoreError, is FindingsFileError, is InputErrors, is GoldenFileError, is TemplateProblem,
            is SiteProblem, is WholeFileError:
            console.error("\(error)")
            return .badInput
        case let error as IncomparableReleases:
            for problem in error.problems { console.error(problem.description) }
            return .badInput
        case let error as CocoaError:
            let file = error.userInfo[NSFilePathErrorKey] as? String ?? (error.userInfo[NSURLErrorKey] as? URL)?.path
            console.error(
                "\(file ?? "a file"): expected to read or write it; found: \(words(error)). "
                    + "Check that it exists and that you may use it.")
            return .badInput
        case let error as POSIXError:
            console.error(
                "a file or a stream: expected to read or write it; found: \(error.localizedDescription). "
                    + "Check that it is there, that you may use it and that the disk has room.")
            return .badInput
        default:
            console.error("\(error)")
            console.message(DefectReport(arguments).advice)
            return .defect
        }
    }
}

/// Several errors of one input, each with its own place.
struct InputErrors: Error, CustomStringConvertible {
    let problems: [Problem]
    var description: String { problems.map(\.description).joined(separator: "\n") }
}
