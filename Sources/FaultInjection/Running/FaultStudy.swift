import Foundation
import LogGeneration

/// A small made-up study: logs of several forms, some of which say other things of the same items.
public struct FaultStudy: Sendable {
    /// The folder with `study.toml` and `logs/`.
    public let folder: URL

    /// - Parameters:
    ///   - folder: where it goes.
    ///   - items: items of each benchmark.
    ///   - seed: another seed, other logs.
    /// - Throws: what Foundation throws.
    public init(in folder: URL, items: Int = 12, seed: UInt64 = 1) throws {
        self.folder = folder
        let logs = folder.appending(path: "logs")
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items) = (2, 1, items)
        let forms: [(name: String, form: LogForm, compression: LogCompression)] = [
            ("a", .jsonl, .none), ("b", .csv, .gzip), ("c", .inspect, .none), ("d", .xlsx, .none),
        ]
        for (place, entry) in forms.enumerated() {
            (plan.form, plan.compression) = (entry.form, entry.compression)
            // Each pair of logs has items of its own that share their names with those of the others.
            plan.seed = seed + UInt64(place / 2)
            plan.answerSeed = UInt64(place)
            let part = folder.appending(path: "part")
            _ = try GeneratedStudy.write(plan, to: part)
            try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
            try FileManager.default.moveItem(
                at: part.appending(path: "logs"), to: logs.appending(path: entry.name))
            try FileManager.default.removeItem(at: part)
        }
        let study = """
            [study]
            title = "Made-up logs"
            replicates = 200

            [[logs]]
            path = "logs/**"

            """
        try Data(study.utf8).write(to: folder.appending(path: "study.toml"))
    }

    /// All logs, by path below the folder.
    public var logs: [String] {
        let logs = folder.appending(path: "logs")
        return ((try? FileManager.default.subpathsOfDirectory(atPath: logs.path)) ?? []).sorted().map { "logs/\($0)" }
            .filter { !folder.appending(path: $0).isFolder }
    }

    /// Makes the first log say something else of its items, so that a build reads all logs anew.
    public func changeFirstLog() throws {
        let url = folder.appending(path: try firstLog())
        let text = try String(contentsOf: url, encoding: .utf8)
        let changed = text.replacing("\"modality\":\"", with: "\"modality\":\"now ")
        guard changed != text else { throw NoFirstLog() }
        try Data(changed.utf8).write(to: url)
    }

    /// Does something while the last log is not there.
    func withoutLastLog(_ body: () throws -> Void) throws {
        guard let last = logs.last else { throw NoFirstLog() }
        let (log, place) = (folder.appending(path: last), folder.appending(path: "last-log"))
        try FileManager.default.moveItem(at: log, to: place)
        try body()
        try FileManager.default.moveItem(at: place, to: log)
    }

    private func firstLog() throws -> String {
        guard let log = logs.first(where: { $0.hasSuffix(".jsonl") }) else { throw NoFirstLog() }
        return log
    }

    struct NoFirstLog: Error {}
}
