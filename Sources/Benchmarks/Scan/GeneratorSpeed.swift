import Foundation
import LogGeneration

/// How fast logs are made, so that the making never is what takes the time; beside a bare write of the same bytes.
enum GeneratorSpeed {
    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        var table = ResultTable(
            title: "Making four logs on all cores; rates in bytes of unpacked text",
            columns: ["Form", "Text", "Time", "Rate", "÷ bare write of the files"])
        let kinds: [(name: String, form: LogForm, compression: LogCompression, items: Int, long: Double)] = [
            ("JSONL, short texts", .jsonl, .none, 250_000, 0), ("JSONL, chains of thought", .jsonl, .none, 25_000, 1),
            ("JSONL in gzip", .jsonl, .gzip, 50_000, 0.3), ("JSONL in zstd", .jsonl, .zstd, 50_000, 0.3),
            ("CSV", .csv, .none, 50_000, 0.3), ("lm-evaluation-harness", .harness, .none, 50_000, 0.3),
            ("VLMEvalKit, `.xlsx`", .xlsx, .none, 20_000, 0.3), ("Inspect, `.eval`", .inspect, .none, 10_000, 0.3),
        ]
        for kind in kinds {
            var plan = LogPlan()
            (plan.models, plan.benchmarks, plan.items, plan.longShare) = (4, 1, kind.items, kind.long)
            (plan.form, plan.compression) = (kind.form, kind.compression)
            let folder = try settings.emptyFolder("generator")
            let bytes = try GeneratedStudy.write(plan, to: folder).logs.reduce(0) { $0 + $1.textBytes }
            let time = seconds { _ = try? GeneratedStudy.write(plan, to: folder) }
            let contents = try filesBelow(folder.appending(path: "logs")).map { try Data(contentsOf: $0) }
            let bare = try settings.emptyFolder("bare")
            let floor = seconds { Floors.write(contents, to: bare) }
            table.add(
                kind.name, Figure.bytes(bytes), Figure.time(time), Figure.rate(bytes, in: time),
                Figure.ratio(time, to: floor))
        }
        return table
    }
}

extension BenchmarkGroup {
    static let generator = BenchmarkGroup(
        name: "generator", summary: "the making of logs, beside a bare write of the same bytes"
    ) { [try GeneratorSpeed.table($0)] }
}
