import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Store
import Study
import Testing

/// Releases whose logs are written by code: a row a prediction, each release in a store of its own.
struct ReleaseLogs {
    /// One prediction.
    struct Row {
        var item: Int
        var isRight: Bool
        var benchmark = "p"
        var target = "A"
        var prediction: String?
        var epoch: Int?
        var fields: [String: String] = [:]

        fileprivate func line(_ model: String) -> String {
            var parts = [
                "\"model\":\"\(model)\"", "\"benchmark\":\"\(benchmark)\"", "\"item\":\"\(item)\"",
                "\"question\":\"Question \(item)?\"", "\"target\":\"\(target)\"",
                "\"prediction\":\"\(prediction ?? (isRight ? target : target == "A" ? "B" : "A"))\"",
                "\"choices\":[\"x\",\"y\"]",
            ]
            if let epoch { parts.append("\"epoch\":\(epoch)") }
            parts += fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
            return "{" + parts.joined(separator: ",") + "}"
        }
    }

    /// Items 0 ..< count on one benchmark.
    static func rows(
        _ count: Int, on benchmark: String = "p", fields: (Int) -> [String: String] = { _ in [:] },
        _ isRight: (Int) -> Bool
    ) -> [Row] {
        (0..<count).map { Row(item: $0, isRight: isRight($0), benchmark: benchmark, fields: fields($0)) }
    }

    static func study(_ benchmarks: [String] = ["p"], change: (inout Study) -> Void = { _ in }) -> Study {
        var study = Study()
        study.replicates = 400
        study.benchmarks = benchmarks.map { id in
            var entry = BenchmarkEntry(id: id)
            entry.capability = CapabilityRule(
                facet: "kind", values: ["understanding": ["see"], "reasoning": ["think"]])
            entry.strata = ["modality"]
            return entry
        }
        study.compare = Comparison()
        change(&study)
        return study
    }

    /// The document of releases with these rows, the first of which is the baseline; models are called `m`, labels `v1` on.
    static func document(
        _ releases: [[Row]], _ study: Study = study(), accepting: Set<AcceptedDifference> = [], flipLimit: Int = 20
    ) throws -> ReleaseDocument {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-releases-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let found = try releases.enumerated().map { number, rows in
            try release(rows, number: number, folder: folder, study: study)
        }
        return try ReleaseAnalyzer(
            study: study, version: "test", date: "2026-01-31", accepted: accepting, flipLimit: flipLimit
        ).document(found)
    }

    static func release(_ rows: [Row], number: Int, folder: URL, study: Study) throws -> Release {
        let place = folder.appending(path: "v\(number + 1)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let path = place.appending(path: "log.jsonl").path
        let lines = rows.map { $0.line("m") }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let store = try Store(path: ":memory:")
        let summary = try LogIngest(store: store, study: study).ingest(LogFinder().find([path]).logs)
        #expect(summary.failed.isEmpty)
        return Release(
            label: "v\(number + 1)", model: "m", origin: "v\(number + 1)", store: store, sources: summary.usable)
    }
}
