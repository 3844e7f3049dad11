import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Records
import Store
import Study
import Testing

@testable import Export

@Suite("the export to Every Eval Ever")
struct EvaluationExportTests {
    /// Two models, two epochs, fractions, a failed request, and a question with signs that JSON escapes.
    private static let log: String = {
        var lines = ["model,benchmark,item,epoch,question,prediction,target,score,modality"]
        for model in ["lab/one", "two"] {
            for item in 0..<30 {
                for epoch in 1...2 {
                    let score = (item + epoch) % 3 == 0 ? "0" : item % 7 == 0 ? "0.25" : "1"
                    lines.append(
                        "\(model),med:q,i\(item),\(epoch),\"Say \"\"é\"\" / \(item)?\",\(score == "1" ? "A" : "B"),A,\(score),"
                            + (item % 2 == 0 ? "CT" : "MR"))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    /// A folder with the log, its export, and what was found.
    private final class Exported {
        let folder: URL
        let output: URL
        let findings: FindingsDocument
        let summary: EvaluationExport.Summary

        init(_ text: String = EvaluationExportTests.log, name: String = "log.csv") throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("acuity-export-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent(name)
            try text.write(to: file, atomically: true, encoding: .utf8)
            let store = try Store(path: folder.appendingPathComponent("store.sqlite").path)
            var names: [String: String] = [:]
            let ingest = LogIngest(store: store, study: Study()) { id, name in names[id] = name }
            let written = try ingest.ingest(LogFinder().find([file.path]).logs)
            #expect(written.failed.isEmpty)
            findings = try Analyzer(store: store, study: Study(), threads: 1, version: "test").findings()
            output = folder.appendingPathComponent("out")
            summary = try EvaluationExport(store: store, findings: findings, names: names, organisation: "the makers")
                .write(to: output)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func object(_ path: String) throws -> [String: Any] {
            let data = try Data(contentsOf: output.appendingPathComponent(path))
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }

        func rows(_ aggregate: String) throws -> [[String: Any]] {
            let path = aggregate.replacing(".json", with: "_samples.jsonl")
            let text = try String(contentsOf: output.appendingPathComponent(path), encoding: .utf8)
            return try text.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
        }
    }

    private final class Scores: RecordSink {
        var runs: [RunRecord] = []
        var scores: [String: Double] = [:]
        func begin(_ run: RunRecord) { runs.append(run) }
        func add(_ prediction: PredictionRecord) {
            for score in prediction.scores {
                scores["\(runs[prediction.run].model) \(prediction.item) \(prediction.epoch) \(score.metric)"] =
                    score.value
            }
        }
        func finish(_ run: RunRecord) { runs[run.index] = run }
        func note(_ problem: Problem) { Issue.record("\(problem)") }
    }

    @Test("read again it has the same models, items, epochs and scores")
    func roundTrip() throws {
        let exported = try Exported()
        let original = Scores()
        var expected: [String: Double] = [:]
        for line in Self.log.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",").map(String.init)
            expected["\(fields[0]) \(fields[2]) \(fields[3]) 0"] = Double(fields[7])
        }
        let listing = LogFinder().find([exported.output.path])
        #expect(listing.problems.isEmpty)
        #expect(listing.passedOver.isEmpty)
        #expect(listing.logs.count == 2)
        for log in listing.logs {
            #expect(log.reader.runner.id == "every-eval-ever")
            let sink = Scores()
            try log.read(into: sink)
            original.scores.merge(sink.scores) { first, _ in first }
            #expect(sink.runs.map(\.metrics.count) == [1])
            #expect(sink.runs[0].metrics[0].name == "score")
        }
        #expect(original.scores == expected)
    }

    @Test("files are named after their contents and lie where the data store wants them")
    func layout() throws {
        let exported = try Exported()
        #expect(exported.summary.unscored.isEmpty)
        let folders = exported.summary.written.map { ($0 as NSString).deletingLastPathComponent }
        #expect(folders == ["data/med-q/lab/one", "data/med-q/unspecified/two"])
        for path in exported.summary.written {
            let details = try #require(try exported.object(path)["detailed_evaluation_results"] as? [String: Any])
            let samples = path.replacing(".json", with: "_samples.jsonl")
            #expect(details["file_path"] as? String == samples)
            #expect(details["total_rows"] as? Int == 60)
            let checksum = try Digest.ofFile(exported.output.appendingPathComponent(samples)).sha256
            #expect(details["checksum"] as? String == checksum)
            #expect(samples.hasSuffix("/\(DatastorePath.uuid(checksum))_samples.jsonl"))
        }
        let left = try FileManager.default.subpathsOfDirectory(atPath: exported.output.path).filter {
            $0.contains("partial")
        }
        #expect(left.isEmpty)
    }

    @Test("what the schema demands is there, with values of the right kind")
    func structure() throws {
        let exported = try Exported()
        for path in exported.summary.written {
            let aggregate = try exported.object(path)
            for key in [
                "schema_version", "evaluation_id", "retrieved_timestamp", "source_metadata", "model_info",
                "eval_library",
                "evaluation_results",
            ] { #expect(aggregate[key] != nil, "\(key)") }
            #expect(aggregate["schema_version"] as? String == "0.3.0")
            // The log has no time, and nothing else may take its place.
            #expect(aggregate["retrieved_timestamp"] as? String == "0")
            #expect(aggregate["evaluation_timestamp"] == nil)
            let model = try #require(aggregate["model_info"] as? [String: Any])
            for row in try exported.rows(path) {
                for key in [
                    "schema_version", "evaluation_id", "model_id", "evaluation_name", "sample_id", "interaction_type",
                    "input",
                    "output", "answer_attribution", "evaluation",
                ] { #expect(row[key] != nil, "\(key)") }
                #expect(row["evaluation_id"] as? String == aggregate["evaluation_id"] as? String)
                #expect(row["model_id"] as? String == model["id"] as? String)
                #expect((row["metadata"] as? [String: String])?["modality"] != nil)
                let evaluation = try #require(row["evaluation"] as? [String: Any])
                let score = try #require(evaluation["score"] as? Double)
                #expect(evaluation["is_correct"] as? Bool == (score == 1))
            }
        }
    }

    @Test("the uncertainty is that of the findings")
    func uncertainty() throws {
        let exported = try Exported()
        let path = try #require(exported.summary.written.first)
        let results = try #require(try exported.object(path)["evaluation_results"] as? [[String: Any]])
        #expect(results.count == 1)
        let details = try #require(results[0]["score_details"] as? [String: Any])
        let uncertainty = try #require(details["uncertainty"] as? [String: Any])
        let interval = try #require(uncertainty["confidence_interval"] as? [String: Any])
        let estimate = try #require(
            exported.findings.estimates.first { $0.scope == .benchmark && $0.model == "lab-one" })
        let bootstrap = try #require(estimate.bootstrap)
        #expect(abs((details["score"] as? Double ?? .nan) - estimate.estimate) < 1e-12)
        // Foundation's parser of the test may miss the last digit.
        #expect(abs((interval["lower"] as? Double ?? .nan) - bootstrap.lower) < 1e-12)
        #expect(abs((interval["upper"] as? Double ?? .nan) - bootstrap.upper) < 1e-12)
        #expect(interval["method"] as? String == bootstrap.method)
        #expect(interval["confidence_level"] as? Double == 0.95)
        let error = (uncertainty["standard_error"] as? [String: Any])?["value"] as? Double
        #expect(abs((error ?? .nan) - estimate.standardError) < 1e-12)
        #expect(uncertainty["num_samples"] as? Int == 30)
        #expect((details["details"] as? [String: String])?["interval_method"] == estimate.interval.method)
    }

    @Test("equal logs have equal files, whatever the clock says")
    func determinism() throws {
        let first = try Exported()
        let second = try Exported()
        #expect(first.summary.written == second.summary.written)
        for path in first.summary.written + first.summary.written.map({ $0.replacing(".json", with: "_samples.jsonl") })
        {
            #expect(
                try Data(contentsOf: first.output.appendingPathComponent(path))
                    == Data(contentsOf: second.output.appendingPathComponent(path)))
        }
    }

    @Test("a run without any score is left out and told; Acuity's own score stands in for a runner's")
    func withoutScores() throws {
        let none = try Exported("item,prediction\na,x\nb,y\n")
        #expect(none.summary.written.isEmpty)
        #expect(none.summary.unscored.count == 1)
        let own = try Exported("item,prediction,target\na,A,A\nb,B,A\n")
        let rows = try own.rows(try #require(own.summary.written.first))
        #expect(Set(rows.compactMap { $0["evaluation_result_id"] as? String }) == ["acuity:accuracy"])
    }

    private static let validator: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/every_eval_ever" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(
        "the validator of Every Eval Ever has nothing to say",
        .enabled(if: validator != nil, "needs `every_eval_ever` in PATH (pip install every-eval-ever)"))
    func validity() throws {
        let exported = try Exported()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.validator))
        process.currentDirectoryURL = exported.output
        process.arguments =
            ["validate"] + exported.summary.written
            + exported.summary.written.map { $0.replacing(".json", with: "_samples.jsonl") }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
