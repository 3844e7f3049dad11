import Readers
import Records

/// Finds and reads the logs of a folder as the program does, and checks what must hold for all logs.
enum LogCheck {
    /// - Parameter runner: the reader to use, or `auto`.
    static func read(_ folder: FuzzFolder, runner: String = "auto") throws {
        let listing = find(folder, runner: runner)
        for problem in listing.problems { try CheckingSink.check(problem, below: folder.path) }
        for log in listing.logs { try read(log, below: folder.path) }
    }

    /// A reader that is named reads files too that it would not recognise.
    private static func find(_ folder: FuzzFolder, runner: String) -> LogListing {
        let listing = LogFinder().find([LogRequest(path: folder.path, runner: runner)])
        guard listing.logs.isEmpty, runner != "auto",
            let file = listing.passedOver.first(where: { $0.reason.hasPrefix("not recognised") })
        else { return listing }
        return LogFinder().find([LogRequest(path: file.path, runner: runner)])
    }

    private static func read(_ log: Log, below folder: String) throws {
        let records = try content(log, takesRaw: false)
        let bytes = try content(log, takesRaw: true)
        for problem in records.problems { try CheckingSink.check(problem, below: folder) }
        try BrokenPromise.unless(
            isSame(records.predictions, bytes.predictions), "rows as bytes say something else than as records")
        try BrokenPromise.unless(isSame(records.runs, bytes.runs), "rows as bytes make other runs than as records")
        try BrokenPromise.unless(
            records.problems == bytes.problems, "rows as bytes make other problems than as records")
    }

    /// Where values differ, by their descriptions: a NaN is unequal to itself.
    private static func isSame<Value: Equatable>(_ left: [Value], _ right: [Value]) -> Bool {
        left == right || "\(left)" == "\(right)"
    }

    private static func content(_ log: Log, takesRaw: Bool) throws -> CheckingSink {
        let sink = CheckingSink(takesRaw: takesRaw)
        do {
            try log.read(into: sink)
        } catch let problem as Problem {
            sink.note(problem)
        }
        return sink
    }
}
