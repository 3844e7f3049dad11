import Foundation
import Records
import Testing

@testable import Readers

@Suite("the logs of OpenAI Evals, simple-evals, promptfoo and DeepEval")
struct ApplicationLogsTests {
    private static let folders: Set<String> = [
        "openai-evals", "simple-evals", "simple-evals-derived", "promptfoo", "deepeval",
    ]

    @Test(
        "the mean over items agrees with what EXPECTED.tsv gives",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"))
    func agreement() throws {
        let folder = try #require(SharedLogs.folder)
        let rows = try SharedLogs.expectations().filter {
            $0["path", default: ""].split(separator: "/").contains { Self.folders.contains(String($0)) }
        }
        for row in rows {
            let path = row["path", default: ""]
            let listing = LogFinder().find([folder.appendingPathComponent(path).path])
            let log = try #require(listing.logs.first, "\(path): \(listing.problems)")
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.breaches == [])
            // `pass rate of openai:gpt-4o` names the model, since one file has several.
            let parts = row["metric", default: ""].split(separator: " of ").map(String.init)
            let run = parts.count > 1 ? try #require(sink.runs.firstIndex { $0.model == parts[1] }) : 0
            let mean = sink.mean(of: parts[0], run: run)
            let expected = try #require(Double(row["recomputed_from_items", default: ""]))
            #expect(abs((mean.value ?? .nan) - expected) < 1e-6, "\(path) \(parts[0])")
            #expect(mean.items == Int(row["items", default: ""]), "\(path) \(parts[0])")
            if let reported = Double(row["reported_by_runner", default: ""]) {
                let metric = sink.runs[run].metrics.first { $0.name == parts[0] }
                #expect(abs((metric?.reported ?? .nan) - reported) < 1e-6, "\(path) \(parts[0]) reported")
            }
        }
        #expect(rows.count >= 14)
    }

    @Test(
        "every file below their folders is a log, a part of one, a sidecar, or passed over with a reason",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: [
            "simple-evals", "simple-evals-derived", "promptfoo", "deepeval", "generated-with-real-runners/deepeval",
        ])
    func everyFile(_ name: String) throws {
        let folder = try #require(SharedLogs.folder).appendingPathComponent(name)
        let listing = LogFinder().find([folder.path])
        #expect(listing.problems == [])
        let named = Set(
            listing.logs.flatMap(\.parts).map(\.path) + listing.logs.flatMap(\.sidecars).map(\.path)
                + listing.passedOver.map(\.path))
        let files = FileWalk(folder.path, revealing: [".deepeval"]).files.map(\.path)
        #expect(files.filter { !named.contains($0) } == [])
        for log in listing.logs { try log.read(into: CollectingSink()) }
    }

    @Test(
        "the files of a DeepEval run in a folder are one run",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"))
    func oneRun() throws {
        let folder = try #require(SharedLogs.folder).appendingPathComponent("generated-with-real-runners/deepeval")
        let listing = LogFinder().find([folder.path])
        let sink = CollectingSink()
        for log in listing.logs {
            let own = CollectingSink()
            try log.read(into: own)
            sink.runs += own.runs
        }
        #expect(sink.runs.map(\.model).sorted() == ["mock-med-1.0", "mock-med-2.0"])
    }
}
