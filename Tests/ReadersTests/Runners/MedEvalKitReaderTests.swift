import Foundation
import Records
import Testing

@testable import Readers

@Suite("MedEvalKitReader")
struct MedEvalKitReaderTests {
    private static let slake = [
        #"{"lang": "en", "answer_type": "OPEN", "question": "Which organ?", "answer": "Liver", "prompt": "p", "thinking": "t", "response": "liver", "correct": true, "metrics": {"em": true, "bleu1": 0.5}}"#,
        #"{"lang": "zh", "answer_type": "CLOSED", "question": "Is it?", "answer": "yes", "prompt": "p", "response": "no", "correct": false}"#,
        #"{"lang": "en", "answer_type": "OPEN", "question": "Which organ?", "answer": "Lung", "prompt": "p", "response": "x", "correct": false, "metrics": {"em": false, "bleu1": 0.0}}"#,
    ]
    private static let figures =
        #"{"total metrics": {"total": 3, "right": 1, "acc": 0.3333333333}, "#
        + #""open": {"total": 2, "right": 1, "bleu1": 0.25, "em": 0.5, "acc": 0.25}, "close": {"total": 1, "right": 0, "acc": 0.0}}"#

    private func read(_ files: [String: String], _ path: String = "") throws -> [CollectingSink] {
        let workspace = try Workspace()
        for (name, text) in files { try workspace.write(name, text) }
        let listing = LogFinder().find([workspace.folder.appendingPathComponent(path).path])
        if let problem = listing.problems.first { throw problem }
        return try listing.logs.map { log in
            #expect(log.reader.runner.id == "medevalkit")
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.breaches == [])
            return sink
        }
    }

    private static func list(_ rows: [String]) -> String { "[\(rows.joined(separator: ",\n"))]" }

    @Test("results are read with their figures, and the figure that is divided twice is told")
    func results() throws {
        let sink = try read([
            "Model-7B/SLAKE/results.json": Self.list(Self.slake), "Model-7B/SLAKE/metrics.json": Self.figures,
            "Model-7B/total_results.json": #"{"SLAKE": \#(Self.figures)}"#,
        ])[0]
        #expect([sink.runs[0].model, sink.runs[0].benchmark] == ["Model-7B", "SLAKE"])
        #expect(
            sink.runs[0].metrics.map(\.name) == ["total metrics.acc", "open.acc", "open.em", "open.bleu1", "close.acc"])
        #expect(sink.runs[0].metrics.map(\.reported) == [0.3333333333, 0.25, 0.5, 0.25, 0])
        #expect(sink.runs[0].metrics[1].reportedNote?.contains("second time; right by total is 0.5") == true)
        #expect(sink.runs[0].metrics[0].reportedNote == nil)
        #expect(sink.mean(of: "open.acc") == (0.5, 2))
        #expect(sink.mean(of: "close.acc") == (0, 1))
        #expect(sink.mean(of: "open.bleu1") == (0.25, 2))
        #expect(sink.predictions.map(\.item) == ["0", "1", "2"])
        #expect(
            sink.predictions[0].facets == [Facet(name: "lang", value: "en"), Facet(name: "answer_type", value: "OPEN")])
        #expect(sink.predictions[0].question == "Which organ?")
        #expect(sink.problems == [])
    }

    @Test("open and closed questions are told apart where rows do not name them")
    func types() throws {
        let rows = [
            #"{"question": "q", "answer": "no", "response": "no", "correct": true}"#,
            #"{"question": "q", "answer": "left", "response": "x", "correct": false, "metrics": {"em": false}}"#,
        ]
        let sink = try read([
            "M/VQA_RAD/results.json": Self.list(rows), "M/VQA_RAD/metrics.json": Self.figures,
        ])[0]
        #expect(sink.mean(of: "close.acc") == (1, 1))
        #expect(sink.mean(of: "open.acc") == (0, 1))
        #expect(sink.predictions.map { $0.facets.map(\.value) } == [["CLOSED"], ["OPEN"]])
        #expect(sink.problemKinds == ["missing-samples"])
    }

    @Test("a folder that is called after the benchmark is no model", arguments: ["slake", "VQA-RAD", "eval_results"])
    func doubtfulModel(folder: String) throws {
        let sink = try read(["\(folder)/SLAKE/results.json": Self.list(Self.slake)])[0]
        #expect(sink.runs[0].model == folder)
        #expect(sink.problemKinds == ["missing-model"])
    }

    @Test("results before scoring are predictions")
    func unscored() throws {
        let row =
            #"{"question": "q", "choices": ["A. cat", "B. dog"], "answer": "B", "question_type": "Reasoning", "medical_task": "Diagnosis", "body_system": "Nervous", "id": "MM-1", "response": "B"}"#
        let sink = try read(["M/MedXpertQA-MM/results.json": Self.list([row])])[0]
        #expect(sink.runs[0].metrics == [])
        #expect(sink.predictions.map(\.item) == ["MM-1"])
        #expect(sink.predictions[0].choices == ["cat", "dog"])
        #expect(sink.predictions[0].targets == ["B"])
        #expect(sink.predictions[0].facets.map(\.name) == ["question_type", "medical_task", "body_system"])
        #expect(sink.problemKinds == ["no-scores"])
    }

    private static func chunk(_ answers: [String], isScored: Bool = false) -> [String] {
        answers.map {
            #"{"question": "q\#($0)", "answer": "\#($0)", "response": "r\#($0)"\#(isScored ? #", "correct": true"# : "")}"#
        }
    }

    @Test("chunks are one run in the order of the data set")
    func chunks() throws {
        let sinks = try read([
            "M/SLAKE/results_0.json": Self.list(Self.chunk(["a", "c"])),
            "M/SLAKE/results_1.json": Self.list(Self.chunk(["b"])),
        ])
        #expect(sinks.count == 1)
        #expect(sinks[0].predictions.map(\.item) == ["0", "2", "1"])
        #expect(sinks[0].predictions.map(\.targets) == [["a"], ["c"], ["b"]])
    }

    @Test("merged chunks get back their places, and are counted once")
    func mergedChunks() throws {
        let sinks = try read([
            "M/SLAKE/results_0.json": Self.list(Self.chunk(["a", "c"])),
            "M/SLAKE/results_1.json": Self.list(Self.chunk(["b"])),
            "M/SLAKE/results.json": Self.list(Self.chunk(["b", "a", "c"], isScored: true)),
        ])
        #expect(sinks.count == 1)
        #expect(sinks[0].predictions.map(\.item) == ["1", "0", "2"])
        #expect(sinks[0].mean(of: "total metrics.acc") == (1, 3))
        let other = try read([
            "M/SLAKE/results_0.json": Self.list(Self.chunk(["x"])),
            "M/SLAKE/results.json": Self.list(Self.chunk(["a", "b"], isScored: true)),
        ])
        #expect(other[0].predictions.map(\.item) == ["0", "1"])
        #expect(other[0].problemKinds == ["unknown-order"])
    }

    @Test("a chunk that is missing is told")
    func missingChunk() throws {
        let sinks = try read(["M/SLAKE/results_1.json": Self.list(Self.chunk(["b", "d"]))])
        #expect(sinks[0].predictions.map(\.item) == ["1", "3"])
        #expect(sinks[0].problemKinds.contains("missing-part"))
    }

    @Test("the subjects of MMMU-Medical-val are one run of MedEvalKit with the verdict of its judge")
    func multimodalUnderstanding() throws {
        let row = { (id: String, judge: String) in
            #"{"id": "\#(id)", "question_type": "multiple-choice", "answer": "B", "all_choices": ["A", "B"], "index2ans": {"A": "x", "B": "y"}, "response": "B", "parsed_pred": "B", "judge": "\#(judge)"}"#
        }
        let folder = "M/MMMU-Medical-val"
        let sinks = try read([
            "\(folder)/Pharmacy/parsed_output.json": Self.list([row("validation_Pharmacy_1", "Correct")]),
            "\(folder)/Pharmacy/output_sample.json": Self.list([row("validation_Pharmacy_1", "")]),
            "\(folder)/Pharmacy/result.json": #"{"acc": 1.0, "right": 1, "total": 1, "num_example": 1}"#,
            "\(folder)/Public_Health/parsed_output.json": Self.list([row("validation_Public_Health_1", "Wrong")]),
            "\(folder)/result.json": #"{"total": {"total": 2, "right": 1, "acc": 0.5}}"#,
        ])
        #expect(sinks.count == 1)
        #expect([sinks[0].runs[0].model, sinks[0].runs[0].benchmark] == ["M", "MMMU-Medical-val"])
        #expect(sinks[0].mean(of: "total.acc") == (0.5, 2))
        #expect(sinks[0].runs[0].metrics[0].reported == 0.5)
    }

    @Test("the split of MMMU without right answers holds predictions with their responses")
    func testSplit() throws {
        let folder = "M/MMMU-Medical-test"
        let sinks = try read([
            "\(folder)/results.json": #"{"test_Pharmacy_1": "B", "test_Pharmacy_2": ["4.0", "4"]}"#,
            "\(folder)/response.json": #"{"test_Pharmacy_1": "It is B", "test_Pharmacy_2": "4"}"#,
        ])
        #expect(sinks.count == 1)
        #expect(sinks[0].predictions.map(\.text) == ["It is B", "4"])
        #expect(sinks[0].predictions.map(\.scores) == [[], []])
        #expect(sinks[0].problemKinds == ["missing-target"])
    }

    @Test("HealthBench gives the share of points, which may be negative, and its themes")
    func rubrics() throws {
        let row = { (id: String, type: String, score: Double) in
            #"{"prompt_id": "\#(id)", "dataset_type": "\#(type)", "prompt": [{"role": "user", "content": "Help?"}], "rubrics": [], "example_tags": ["theme:urgent"], "response": "r", "metrics": {"overall_score": \#(score), "theme:urgent": \#(score), "axis:accuracy": 0.5}}"#
        }
        let sink = try read([
            "M/HealthBench/results.json": Self.list([row("p", "normal", -0.5), row("p", "hard", 0.75)]),
            "M/HealthBench/metrics.json":
                #"{"score": 0.125, "final_metrics": {"overall_score": 0.125, "overall_score:n_samples": 2}}"#,
        ])[0]
        #expect(sink.predictions.map(\.item) == ["p (normal)", "p (hard)"])
        #expect(sink.runs[0].metrics.map(\.name) == ["overall_score", "axis:accuracy"])
        #expect(sink.runs[0].metrics[0].reported == 0.125)
        #expect(sink.mean(of: "overall_score") == (0.125, 2))
        #expect(sink.predictions[0].question == "Help?")
        #expect(sink.predictions[0].facets.contains(Facet(name: "theme", value: "urgent")))
    }

    @Test("questions on one picture are a cluster, whatever the folder of the data set")
    func clusters() throws {
        let row = { (id: Int) in
            #"{"question_id": "q\#(id)", "question": "q", "image_path": "/data/\#(id)/OmniMedVQA/Images/ACRIMA/1.png", "modality_type": "Fundus", "choices": ["A. x", "B. y"], "answer": "A", "response": "A", "correct": true}"#
        }
        let sink = try read(["M/OmniMedVQA/results.json": Self.list([row(1), row(2)])])[0]
        #expect(sink.runs[0].clusterFacet == "image")
        #expect(sink.predictions.map(\.item) == ["q1", "q2"])
        #expect(
            sink.predictions.map { $0.facets.last } == [
                Facet(name: "image", value: "Images/ACRIMA/1.png"), Facet(name: "image", value: "Images/ACRIMA/1.png"),
            ])
        #expect(sink.predictions[0].facets.contains(Facet(name: "modality_type", value: "Fundus")))
    }

    @Test("reports are read from the results, not from their copies")
    func reports() throws {
        let sinks = try read([
            "M/IU_XRAY/results.json": #"[{"findings": "f", "impression": "i", "response": "r"}]"#,
            "M/IU_XRAY/predictions.csv": "study_id,report\nstudy_1,r\n",
            "M/IU_XRAY/ground_truth.csv": "study_id,report\nstudy_1,g\n",
        ])
        #expect(sinks.count == 1)
        #expect(sinks[0].predictions.map(\.targets) == [["Findings: f Impression: i."]])
    }

    @Test("rows without response and truncated files are told")
    func damage() throws {
        let sink = try read(["M/SLAKE/results.json": "[\(Self.slake[0]), {\"correct\": true}, {\"response\": \"cut"])[0]
        #expect(sink.predictions.count == 1)
        #expect(sink.problemKinds.sorted() == ["missing-field", "truncated-json"])
    }
}
