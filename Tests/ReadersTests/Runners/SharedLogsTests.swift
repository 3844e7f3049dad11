import Foundation
import Testing

@testable import Readers

@Suite("the logs of real runners")
struct SharedLogsTests {
    @Test(
        "the mean over items agrees with what EXPECTED.tsv gives for Inspect and lm-evaluation-harness",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"))
    func agreement() throws {
        let folder = try #require(SharedLogs.folder)
        let rows = try SharedLogs.expectations().filter {
            let parts = $0["path", default: ""].split(separator: "/")
            return parts.contains("inspect_ai") || parts.contains("lm-eval")
        }
        var compared = 0
        for (path, expectations) in Dictionary(grouping: rows, by: { $0["path", default: ""] }).sorted(by: {
            $0.key < $1.key
        }) {
            let listing = LogFinder().find([folder.appendingPathComponent(path).path])
            #expect(listing.problems.isEmpty, "\(path): \(listing.problems)")
            let log = try #require(listing.logs.first, "\(path)")
            let sink = CollectingSink()
            try log.reader.read(log, into: sink)
            #expect(sink.breaches.isEmpty, "\(path)")
            for row in expectations {
                let metric = row["metric", default: ""]
                if metric.hasSuffix("/stderr") || metric.hasSuffix("/std") || metric.hasPrefix("bypass") { continue }
                let record = sink.runs[0].metrics.first { $0.name == metric }
                let reported = try #require(Double(row["reported_by_runner", default: ""]))
                #expect(abs((record?.reported ?? .nan) - reported) < 1e-6, "\(path) \(metric) reported")
                guard let expected = Double(row["recomputed_from_items", default: ""]) else { continue }
                let mean = sink.mean(of: metric)
                #expect(abs((mean.value ?? .nan) - expected) < 1e-6, "\(path) \(metric): \(mean) is not \(expected)")
                #expect(mean.items == Int(row["items", default: ""]), "\(path) \(metric)")
                compared += 1
            }
        }
        #expect(compared >= 60)
    }

    @Test(
        "subgroups of grouped metrics have the mean that Inspect reports",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"))
    func groups() throws {
        let folder = try #require(SharedLogs.folder)
        let listing = LogFinder().find([
            folder.appendingPathComponent("generated-with-real-runners/inspect_ai/grouped-metrics").path
        ])
        let log = try #require(listing.logs.first)
        let sink = CollectingSink()
        try log.reader.read(log, into: sink)
        #expect(sink.runs[0].metrics.map(\.name) == ["choice/all", "choice/Understanding", "choice/Reasoning"])
        for metric in sink.runs[0].metrics {
            #expect(
                abs((sink.mean(of: metric.name).value ?? .nan) - (metric.reported ?? .nan)) < 1e-9, "\(metric.name)")
        }
    }

    @Test(
        "every file below the folders of Inspect and lm-evaluation-harness is a log, a sidecar, or passed over with a reason",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: [
            "inspect_ai", "lm-eval", "generated-with-real-runners/inspect_ai", "generated-with-real-runners/lm-eval",
        ])
    func everyFile(_ name: String) throws {
        let folder = try #require(SharedLogs.folder).appendingPathComponent(name)
        let listing = LogFinder().find([folder.path])
        #expect(listing.problems.isEmpty)
        let all = FileWalk(folder.path).files.map(\.path)
        let named = Set(
            listing.logs.map(\.path) + listing.logs.flatMap(\.sidecars).map(\.path) + listing.passedOver.map(\.path))
        #expect(all.filter { !named.contains($0) } == [])
        for log in listing.logs {
            let sink = CollectingSink()
            try log.reader.read(log, into: sink)
        }
    }
}
