import Foundation
import Testing

@testable import Readers

@Suite("the logs of real runners of multimodal benchmarks")
struct SharedMultimodalLogsTests {
    private static let runners: Set<String> = ["lmms-eval", "medevalkit", "vlmevalkit", "mmmu-official"]

    @Test(
        "the mean over items agrees with what EXPECTED.tsv gives",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"))
    func agreement() throws {
        let folder = try #require(SharedLogs.folder)
        var compared = 0
        for row in try SharedLogs.expectations() {
            let path = row["path", default: ""]
            guard path.split(separator: "/").contains(where: { Self.runners.contains(String($0)) }) else { continue }
            let listing = LogFinder().find([folder.appendingPathComponent(path).path])
            #expect(listing.problems.isEmpty, "\(path): \(listing.problems)")
            let log = try #require(listing.logs.first, "\(path)")
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.breaches == [], "\(path)")
            let metric = Self.metric(row["metric", default: ""])
            let mean = sink.mean(of: metric)
            let expected = try #require(Double(row["recomputed_from_items", default: ""]))
            let scale = sink.runs[0].metrics.first { $0.name == metric }?.scale ?? .nan
            #expect(
                abs((mean.value ?? .nan) * scale - expected) < 1e-6, "\(path) \(metric): \(mean) is not \(expected)")
            if let reported = Double(row["reported_by_runner", default: ""]), metric == row["metric"] {
                #expect(
                    abs((sink.runs[0].metrics.first { $0.name == metric }?.reported ?? .nan) - reported) < 1e-6,
                    "\(path)")
            }
            // The row of MMMU in lmms-eval counts all items beside a mean over those with options.
            if metric == "mmmu_acc,none multiple-choice" {
                #expect(mean.items == 847)
                #expect(sink.mean(of: "mmmu_acc,none").items == Int(row["items", default: ""]))
                #expect(abs((sink.mean(of: "mmmu_acc,none").value ?? .nan) - 529.0 / 900) < 1e-9)
                #expect(sink.runs[0].metrics[0].reported == Double(row["reported_by_runner", default: ""]))
                #expect(sink.runs[0].metrics[0].reportedNote != nil)
            } else {
                #expect(mean.items == Int(row["items", default: ""]), "\(path) \(metric)")
            }
            compared += 1
        }
        #expect(compared == 20)
    }

    /// The name under which a figure of EXPECTED.tsv is found.
    private static func metric(_ name: String) -> String {
        switch name {
        case "mmmu_acc,none": "mmmu_acc,none multiple-choice"
        case "letter == ground_truth over multiple-choice items": "multiple-choice accuracy"
        default: name
        }
    }

    @Test(
        "MMMU's own rule gives what its code gives over all items",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        // Made with evaluate() of mmmu/utils/eval_utils.py.
        arguments: [
            ("llava1.5_13b/total_val_output.json", 330), ("llava1.5_13b_val.json", 324),
            ("qwen_vl/total_val_output.json", 325),
        ])
    func officialRule(path: String, right: Int) throws {
        let folder = try #require(SharedLogs.folder)
            .appendingPathComponent("mmmu-official/MMMU-Benchmark--MMMU/mmmu/example_outputs")
        let listing = LogFinder().find([folder.appendingPathComponent(path).path])
        let sink = CollectingSink()
        try #require(listing.logs.first).read(into: sink)
        #expect(sink.mean(of: "accuracy").items == 900)
        #expect(abs((sink.mean(of: "accuracy").value ?? .nan) - Double(right) / 900) < 1e-9)
    }

    @Test(
        "every file below their folders is a log, a sidecar, or passed over with a reason",
        .enabled(if: SharedLogs.folder != nil, "needs ../shared/logs beside the repository"),
        arguments: ["lmms-eval", "medevalkit", "mmmu-official", "vlmevalkit", "generated-with-real-runners/vlmevalkit"])
    func everyFile(_ name: String) throws {
        let folder = try #require(SharedLogs.folder).appendingPathComponent(name)
        let listing = LogFinder().find([folder.path])
        #expect(listing.problems.isEmpty)
        let named = Set(
            listing.logs.flatMap { $0.parts.map(\.path) } + listing.logs.flatMap(\.sidecars).map(\.path)
                + listing.passedOver.map(\.path))
        #expect(FileWalk(folder.path).files.map(\.path).filter { !named.contains($0) } == [])
    }
}
