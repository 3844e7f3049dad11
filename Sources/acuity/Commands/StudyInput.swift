import Foundation
import Readers
import Records
import Statistics
import Study

/// What a command works on: the study, and the logs that it or the command line names.
final class StudyInput {
    let study: Study
    /// Where the logs are looked for.
    let requests: [LogRequest]
    /// Whether these are the study's own, and not what the command line names.
    let namesStudyLogs: Bool
    /// The logs; found when they are first asked for, as that opens every file.
    private(set) lazy var listing: LogListing = LogFinder().find(requests)

    /// - Parameter invocation: its arguments are a study file (`.toml`), logs, or both; without any, `study.toml` or
    ///   `results/study.toml` in the current folder, or the current folder's `logs`.
    convenience init(_ invocation: Invocation) throws {
        var studyPath = invocation.value(.study)
        var paths: [String] = []
        for argument in invocation.arguments {
            if argument.hasSuffix(".toml"), studyPath == nil { studyPath = argument } else { paths.append(argument) }
        }
        if studyPath == nil, paths.isEmpty {
            studyPath = ["study.toml", "results/study.toml"].first { FileManager.default.fileExists(atPath: $0) }
            guard studyPath != nil else {
                throw UsageError(
                    "expected a study file or logs; found neither. Name a folder of logs, or a study file.")
            }
        }
        try self.init(
            studyPath: studyPath, paths: paths, runner: invocation.value(.runner) ?? "auto",
            facts: GivenFacts(model: invocation.value(.model), benchmark: invocation.value(.benchmark)))
    }

    /// - Parameters:
    ///   - paths: logs; where there are none, those that the study names.
    ///   - facts: what holds for all logs.
    init(studyPath: String?, paths: [String] = [], runner: String = "auto", facts: GivenFacts = GivenFacts()) throws {
        let study = try Self.read(studyPath)
        self.study = study
        if runner != "auto", ReaderCatalogue.reader(for: runner) == nil {
            throw UsageError("--runner: expected one of \(Self.runnerList); found `\(runner)`")
        }
        let folder = studyPath.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        var requests = paths.map { path in
            // Logs named on the command line still have their fields where the study says.
            LogRequest(
                path: path, runner: runner, mapping: study.logs.count == 1 ? study.logs[0].fields : nil, facts: facts)
        }
        if paths.isEmpty, let folder {
            for selection in study.logs {
                if selection.runner != "auto", ReaderCatalogue.reader(for: selection.runner) == nil {
                    throw InputErrors(problems: [Self.unknownRunner(selection, study: study)])
                }
                let path = selection.path.hasPrefix("/") ? selection.path : Self.relative(folder, selection.path)
                requests.append(
                    LogRequest(
                        path: path, runner: selection.runner, mapping: selection.fields,
                        facts: GivenFacts(
                            model: facts.model ?? selection.model, benchmark: facts.benchmark ?? selection.benchmark)))
            }
        }
        self.requests = requests
        namesStudyLogs = paths.isEmpty
    }

    /// The study alone, for commands whose arguments are no study: the file named, else the one at hand, else defaults.
    static func study(file: String?) throws -> Study {
        try read(file ?? ["study.toml", "results/study.toml"].first { FileManager.default.fileExists(atPath: $0) })
    }

    /// The study alone, for commands that read no logs.
    static func study(_ invocation: Invocation) throws -> Study {
        let path =
            invocation.value(.study) ?? invocation.arguments.first
            ?? ["study.toml", "results/study.toml"].first { FileManager.default.fileExists(atPath: $0) }
        return try read(path)
    }

    private static func read(_ path: String?) throws -> Study {
        do {
            let study = try path.map { try StudyFile.read($0) } ?? Study()
            if let method = study.method, !IntervalMethod.forAccuracy.contains(where: { $0.rawValue == method }) {
                throw InputErrors(problems: [unknownMethod(method, study: study)])
            }
            return study
        } catch let errors as StudyFile.Errors {
            throw InputErrors(problems: errors.problems)
        }
    }

    private static func unknownMethod(_ method: String, study: Study) -> Problem {
        Problem(
            kind: "unknown-interval-method", severity: .error, file: study.file ?? "study", field: "study.method",
            expected: "one of " + IntervalMethod.forAccuracy.map { "`\($0.rawValue)`" }.joined(separator: ", "),
            found: "`\(method)`", remedy: "Correct the name, or leave `method` out for the default rule.")
    }

    private static var runnerList: String { ReaderCatalogue.runners.map { "`\($0.id)`" }.joined(separator: ", ") }

    private static func unknownRunner(_ selection: LogSelection, study: Study) -> Problem {
        Problem(
            kind: "unknown-runner", severity: .error, file: study.file ?? "study", field: "logs.runner",
            expected: "`auto` or one of \(runnerList)", found: "`\(selection.runner)`",
            remedy: "Use `auto`, or see `acuity formats`.")
    }

    /// A path below a folder, relative to the current folder where it lies in it, so that findings name no machine's path.
    private static func relative(_ folder: URL, _ path: String) -> String {
        let current = FileManager.default.currentDirectoryPath + "/"
        let whole = folder.standardizedFileURL.path + "/" + path
        return whole.hasPrefix(current) ? String(whole.dropFirst(current.count)) : whole
    }
}
