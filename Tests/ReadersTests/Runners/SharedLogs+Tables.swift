import Foundation
import Testing

@testable import Readers

@Suite("the logs of real runners: tables, lighteval, Every Eval Ever")
struct SharedTableLogsTests {
    @Test(
        "the mean over items agrees with EXPECTED.tsv",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: ["lighteval", "mlflow", "wandb"])
    func agreement(_ runner: String) throws {
        let folder = try #require(SharedLogs.folder)
        let rows = try SharedLogs.expectations().filter {
            $0["path", default: ""].split(separator: "/").contains { $0 == runner || $0 == "\(runner)-table" }
        }
        #expect(rows.count >= 2)
        for row in rows {
            let path = row["path", default: ""]
            if path.hasSuffix(".parquet"), ParquetFiles.interpreter == nil { continue }
            let listing = LogFinder().find([folder.appendingPathComponent(path).path])
            let log = try #require(listing.logs.first, "\(path)")
            #expect(log.reader.runner.id == runner)
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.breaches.isEmpty)
            let metric = row["metric", default: ""]
            let expected = try #require(Double(row["recomputed_from_items", default: ""]))
            let mean = sink.mean(of: metric)
            // Scores are shares of the metric's full score; the table has them in the log's unit.
            let scale = sink.runs[0].metrics.first { $0.name == metric }?.scale ?? .nan
            #expect(abs((mean.value ?? .nan) * scale - expected) < 1e-6, "\(path) \(metric)")
            #expect(mean.items == Int(row["items", default: ""]), "\(path) \(metric)")
            if let reported = Double(row["reported_by_runner", default: ""]) {
                let own = sink.runs[0].metrics.first { $0.name == metric }?.reported
                #expect(abs((own ?? .nan) - reported) < 1e-6, "\(path) \(metric) reported")
            }
        }
    }

    @Test(
        "the mean over items is the figure of the aggregate, for each metric and run of Every Eval Ever and Hugging Face evaluate",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: [("every_eval_ever", 6, 15), ("hf-evaluate", 1, 1)])
    func figures(_ name: String, _ runs: Int, _ metrics: Int) throws {
        let folder = try #require(SharedLogs.folder).appendingPathComponent("generated-with-real-runners/\(name)")
        let listing = LogFinder().find([folder.path])
        #expect(listing.problems.isEmpty)
        #expect(listing.passedOver.isEmpty)
        #expect(listing.logs.count == runs)
        var compared = 0
        for log in listing.logs {
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.breaches.isEmpty)
            for metric in sink.runs[0].metrics {
                let mean = sink.mean(of: metric.name)
                #expect(abs((mean.value ?? .nan) - (metric.reported ?? .nan)) < 1e-9, "\(log.path) \(metric.name)")
                #expect(mean.items == 48)
                compared += 1
            }
        }
        #expect(compared == metrics)
    }
}
