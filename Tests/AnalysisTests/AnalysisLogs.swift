import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Store
import Study
import Testing

/// Logs that are written by code and analysed: right and wrong of each model on each benchmark.
struct AnalysisLogs {
    /// One run: which items, counted from 0, are right. Items of one image share a cluster.
    struct Run {
        var model: String
        var benchmark: String
        var right: [Bool]
        var itemsPerImage: Int?
    }

    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-logs-\(UUID().uuidString)")
    private var runs: [Run] = []

    mutating func add(
        _ model: String, _ benchmark: String, items: Int, itemsPerImage: Int? = nil, _ isRight: (Int) -> Bool
    ) {
        runs.append(
            Run(model: model, benchmark: benchmark, right: (0..<items).map(isRight), itemsPerImage: itemsPerImage))
    }

    static func study(_ benchmarks: [String]) -> Study {
        var study = Study()
        study.replicates = 400
        study.benchmarks = benchmarks.map { id in
            var entry = BenchmarkEntry(id: id)
            entry.cluster = "image"
            entry.chance = .fixed(0.5)
            return entry
        }
        return study
    }

    func findings(_ study: Study) throws -> FindingsDocument {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for run in runs {
            let lines = run.right.enumerated().map { item, isRight in
                let image = run.itemsPerImage.map { ",\"image\":\"i\(item / $0)\"" } ?? ""
                return "{\"model\":\"\(run.model)\",\"benchmark\":\"\(run.benchmark)\",\"item\":\"\(item)\","
                    + "\"target\":\"A\",\"prediction\":\"\(isRight ? "A" : "B")\",\"choices\":[\"x\",\"y\"]\(image)}"
            }
            let path = folder.appending(path: "\(run.benchmark)-\(run.model).jsonl").path
            try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            paths.append(path)
        }
        let store = try Store(path: folder.appending(path: "store.sqlite").path)
        let summary = try LogIngest(store: store, study: study).ingest(LogFinder().find(paths).logs)
        #expect(summary.failed.isEmpty)
        return try Analyzer(store: store, study: study, threads: 1, version: "test").findings(sources: summary.usable)
    }
}
