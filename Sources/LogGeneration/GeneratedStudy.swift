import Foundation

/// The logs of a plan and the study file that tells Acuity of them.
public struct GeneratedStudy: Sendable {
    /// In the order of models within benchmarks.
    public let logs: [GeneratedLog]

    /// Writes `logs/` and `study.toml` into a folder, several logs at a time; the bytes do not depend on that.
    ///
    /// - Throws: `PlanError` before anything is written; `OutputError`, or an error of Foundation.
    public static func write(_ plan: LogPlan, to folder: URL) throws -> GeneratedStudy {
        try plan.validate()
        let logs = folder.appending(path: "logs", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
        let outcomes = Outcomes(count: plan.models * plan.benchmarks)
        DispatchQueue.concurrentPerform(iterations: plan.models * plan.benchmarks) { index in
            outcomes[index] = Result {
                try GeneratedLog.write(plan, model: index % plan.models, benchmark: index / plan.models, to: logs)
            }
        }
        try Data(studyFile(plan).utf8).write(to: folder.appending(path: "study.toml"))
        return GeneratedStudy(logs: try outcomes.all().map { try $0.get() })
    }

    static func studyFile(_ plan: LogPlan) -> String {
        var text = """
            [study]
            title = "Made-up logs: \(plan.models) models on \(plan.benchmarks) benchmarks of \(plan.items) items"

            [[logs]]
            path = "logs/**"

            """
        for benchmark in 0..<plan.benchmarks {
            let id = ItemPlan(plan, benchmark: benchmark).benchmark
            text += """

                [[benchmark]]
                id = "\(id)"
                chance = 0.25
                capability = { facet = "capability", understanding = ["understanding"], reasoning = ["reasoning"] }

                """
            if plan.itemsPerImage > 1 { text += "cluster = \"image\"\n" }
        }
        return text
    }
}

/// What became of each log, filled from several threads.
private final class Outcomes: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Result<GeneratedLog, any Error>?]

    init(count: Int) { results = Array(repeating: nil, count: count) }

    subscript(index: Int) -> Result<GeneratedLog, any Error>? {
        get { lock.withLock { results[index] } }
        set { lock.withLock { results[index] = newValue } }
    }

    func all() -> [Result<GeneratedLog, any Error>] { lock.withLock { results.compactMap(\.self) } }
}
