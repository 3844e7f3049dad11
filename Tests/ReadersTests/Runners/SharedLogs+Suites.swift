import Foundation
import Testing

@testable import Readers

@Suite("the logs of real suites")
struct SharedSuiteLogsTests {
    @Test(
        "the mean over items agrees with what EXPECTED.tsv gives for HELM, OpenCompass and EvalScope",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: [("helm", 24), ("opencompass", 9), ("evalscope", 23)])
    func agreement(_ runner: String, _ count: Int) throws {
        let folder = try #require(SharedLogs.folder)
        let rows = try SharedLogs.expectations().filter {
            $0["path", default: ""].split(separator: "/").contains(Substring(runner))
        }
        var compared = 0
        for (path, expectations) in Dictionary(grouping: rows, by: { $0["path", default: ""] }).sorted(by: {
            $0.key < $1.key
        }) {
            // `{reviews,reports}/m/d.json`: the report is a file, the reviews are found through it.
            let file = path.replacing("{reviews,reports}", with: "reports")
            let listing = LogFinder().find([folder.appendingPathComponent(file).path])
            #expect(listing.problems.isEmpty, "\(path): \(listing.problems)")
            #expect(listing.logs.count == 1, "\(path)")
            let log = try #require(listing.logs.first, "\(path)")
            #expect(log.reader.runner.id == runner)
            let sink = CollectingSink()
            try log.reader.read(log, into: sink)
            #expect(sink.breaches.isEmpty, "\(path)")
            for row in expectations {
                let metric = row["metric", default: ""].replacing(" (percent)", with: "")
                let record = try #require(sink.runs[0].metrics.first { $0.name == metric }, "\(path) \(metric)")
                let reported = try #require(Double(row["reported_by_runner", default: ""]))
                #expect(abs((record.reported ?? .nan) - reported) < 1e-6, "\(path) \(metric) reported")
                let expected = try #require(Double(row["recomputed_from_items", default: ""]))
                let mean = sink.mean(of: metric)
                #expect(abs((mean.value ?? .nan) * record.scale - expected) < 1e-6, "\(path) \(metric): \(mean)")
                // Where items are repeated the table counts rows.
                let items = Int(row["items", default: ""])
                #expect(mean.items == items || sink.predictions.count == items, "\(path) \(metric): \(mean)")
                compared += 1
            }
        }
        #expect(compared == count)
    }

    @Test(
        "every file below a folder is in a log, a sidecar, or passed over with a reason, and figures agree",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: [
            ("helm", 3, 1e-9), ("evalscope", 14, 1e-4), ("generated-with-real-runners/helm", 3, 1e-9),
            ("generated-with-real-runners/opencompass", 9, 1e-9), ("generated-with-real-runners/evalscope", 3, 1e-4),
        ])
    func folders(_ name: String, _ logs: Int, _ tolerance: Double) throws {
        let folder = try #require(SharedLogs.folder).appendingPathComponent(name)
        let listing = LogFinder().find([folder.path])
        #expect(listing.problems.isEmpty)
        #expect(listing.logs.count == logs)
        let named = Set(
            listing.logs.flatMap(\.parts).map(\.path) + listing.logs.flatMap(\.sidecars).map(\.path)
                + listing.passedOver.map(\.path))
        #expect(FileWalk(folder.path).files.map(\.path).filter { !named.contains($0) } == [])
        for log in listing.logs {
            let sink = CollectingSink()
            try log.reader.read(log, into: sink)
            #expect(sink.runs.count == 1)
            for metric in sink.runs[0].metrics {
                guard let reported = metric.reported, let mean = sink.mean(of: metric.name).value else { continue }
                #expect(abs(mean * metric.scale - reported) < tolerance, "\(log.path) \(metric.name)")
            }
        }
    }

    @Test(
        "each file of a run of HELM and OpenCompass gives the run",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: [
            "generated-with-real-runners/helm/runs/demo/medq:model=mock_mock-med-2.0",
            "generated-with-real-runners/opencompass",
        ])
    func singleFiles(_ name: String) throws {
        let folder = try #require(SharedLogs.folder).appendingPathComponent(name)
        let listing = LogFinder().find([folder.path])
        for log in listing.logs {
            let whole = CollectingSink()
            try log.reader.read(log, into: whole)
            for part in log.parts {
                let one = CollectingSink()
                let found = try #require(LogFinder().find([part.url.path]).logs.first)
                try found.reader.read(found, into: one)
                #expect(one.runs == whole.runs, "\(part.path)")
                #expect(one.predictions == whole.predictions, "\(part.path)")
            }
        }
    }
}
