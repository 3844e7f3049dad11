import Foundation
import Records
import Testing

@testable import Readers

@Suite("OpenCompassReader")
struct OpenCompassReaderTests {
    static let root = "out/20260102_030405"

    static func object(_ rows: [String], from first: Int = 0) -> String {
        "{\n" + rows.enumerated().map { "    \"\($0 + first)\": \($1)" }.joined(separator: ",\n") + "\n}"
    }

    static func predicted(_ text: String, gold: String? = "\"A\"", prompt: String = "\"q?\"") -> String {
        #"{"origin_prompt": \#(prompt), "prediction": \#(text)\#(gold.map { ", \"gold\": \($0)" } ?? "")}"#
    }

    static func generated(_ prediction: String, _ reference: String, more: String = "") -> String {
        #"{"prompt": "q?", "origin_prediction": "so \#(prediction)", "predictions": "\#(prediction)", "references": "\#(reference)"\#(more)}"#
    }

    static func results(_ figures: String, type: String? = "GEN", _ rows: [String]) -> String {
        let typed = type.map { "\"type\": \"\($0)\", " } ?? ""
        let numbered = rows.enumerated().map { "\"\($0)\": \($1)" }.joined(separator: ", ")
        return "{\(figures), \"details\": {\(typed)\(numbered)}}"
    }

    func workspace(_ files: [String: String]) throws -> Workspace {
        let workspace = try Workspace()
        for (name, text) in files { try workspace.write("\(Self.root)/\(name)", text) }
        return workspace
    }

    func read(_ files: [String: String]) throws -> CollectingSink {
        let workspace = try workspace(files)
        let sink = try workspace.read(workspace.folder.path)
        #expect(sink.breaches == [])
        return sink
    }

    static let two = [
        "predictions/m-1/d.json": object([predicted("\"so A\""), predicted("\"so B\"")]),
        "results/m-1/d.json": results(#""accuracy": 50.0"#, [generated("A", "A"), generated("B", "A")]),
    ]

    @Test("predictions and results are one log, whichever of them is named")
    func halves() throws {
        let workspace = try workspace(Self.two)
        let whole = try workspace.read(workspace.folder.path)
        #expect(whole.runs.count == 1)
        let run = whole.runs[0]
        #expect(
            [run.runner, run.model, run.benchmark, run.startedAt] == ["opencompass", "m-1", "d", "2026-01-02T03:04:05"])
        #expect(run.metrics == [MetricRecord(name: "accuracy", reported: 50, scale: 100)])
        #expect(whole.mean(of: "accuracy").value == 0.5)
        #expect(whole.problemKinds == [])
        let second = whole.predictions[1]
        #expect([second.item, second.question, second.text, second.runnerAnswer] == ["1", "q?", "so B", "B"])
        #expect(second.targets == ["A"])
        for name in Self.two.keys.sorted() {
            let one = try workspace.read(workspace.folder.appendingPathComponent("\(Self.root)/\(name)").path)
            #expect(one.predictions == whole.predictions, "\(name)")
            #expect(one.runs == whole.runs, "\(name)")
        }
    }

    @Test("results without predictions are read, and predictions without results are left to be scored here")
    func halfAlone() throws {
        let results = try read(["results/m-1/d.json": try #require(Self.two["results/m-1/d.json"])])
        #expect(results.predictions.map(\.text) == ["so A", "so B"])
        #expect(results.mean(of: "accuracy").value == 0.5)
        let predictions = try read(["predictions/m-1/d.json": try #require(Self.two["predictions/m-1/d.json"])])
        #expect(predictions.runs[0].metrics == [])
        #expect(predictions.predictions.map(\.targets) == [["A"], ["A"]])
        #expect(predictions.problemKinds == ["no-scores"])
    }

    @Test("figures without details are reported beside predictions, and alone they are no log")
    func figuresAlone() throws {
        var files = Self.two
        files["results/m-1/d.json"] = #"{"accuracy": 50.0, "total_count": 2}"#
        let sink = try read(files)
        #expect(sink.runs[0].metrics.map(\.name) == ["accuracy"])
        #expect(sink.runs[0].metrics[0].reported == 50)
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("--dump-eval-details") == true)
        #expect(sink.predictions.map(\.scores.isEmpty) == [true, true])
        let workspace = try workspace(["results/m-1/d.json": #"{"accuracy": 50.0}"#])
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.isEmpty)
        #expect(listing.passedOver.map { $0.reason.contains("--dump-eval-details") } == [true])
    }

    @Test("options whose perplexity was asked for are choices, and what their prompts share is the question")
    func perplexity() throws {
        func option(_ name: String, _ value: Double) -> String {
            #""\#(name)": {"prompt": "q? \#(name.suffix(1))", "PPL": \#(value)}"#
        }
        let prediction =
            #"{"in-context examples": "", "origin_prompt": "q? A", \#(option("label: A", 2)), \#(option("label: B", 1)), "prediction": "B", "gold": "B"}"#
        let detail =
            #"{"origin_prediction": {"origin_prompt": "q? A", "gold": "B", \#(option("A", 2)), \#(option("B", 1))}, "predictions": "B", "references": "B", "correct": true}"#
        for files in [
            ["predictions/m-1/d.json": Self.object([prediction])],
            ["results/m-1/d.json": Self.results(#""accuracy": 100.0"#, type: "PPL", [detail])],
        ] {
            let sink = try read(files)
            let first = sink.predictions[0]
            #expect([first.question, first.text] == ["q? ", "B"])
            #expect(first.choices == ["A", "B"])
            #expect(first.targets == ["B"])
        }
    }

    @Test("verdicts of an evaluator on repeated items are epochs, beside the predictions one after another")
    func repeats() throws {
        let detail = { (index: Int, verdicts: String) in
            #"{"example_abbr": "d_test_\#(index)", "pred": ["A", "B"], "answer": ["A", "A"], "correct": \#(verdicts)}"#
        }
        let sink = try read([
            "predictions/m-1/d.json": Self.object(
                ["a0", "b0", "a1", "b1"].map { Self.predicted("\"\($0)\"", gold: nil) }),
            "results/m-1/d.json":
                #"{"accuracy (2 runs average)": 75.0, "G-Pass@2_1.0": 50.0, "d_test/G-Pass@2_1.0": 50.0, "details": [\#(detail(0, "[true, false]")), \#(detail(1, "[true, true]"))]}"#,
        ])
        #expect(
            sink.predictions.map { "\($0.item) \($0.epoch) \($0.text ?? "")" } == [
                "0 1 a0", "1 1 b0", "0 2 a1", "1 2 b1",
            ])
        #expect(sink.predictions.map(\.runnerAnswer) == ["A", "A", "B", "B"])
        #expect(sink.predictions.map(\.targets) == [["A"], ["A"], ["A"], ["A"]])
        let metrics = sink.runs[0].metrics
        #expect(metrics.map(\.name) == ["accuracy (2 runs average)", "G-Pass@2_1.0", "d_test/G-Pass@2_1.0"])
        #expect(metrics.map(\.reported) == [75, 50, 50])
        #expect(sink.mean(of: metrics[0].name).value == 0.75)
        #expect(sink.problemKinds == [])
    }

    @Test("repeats without verdicts are told by the names of the figures")
    func repeatsByName() throws {
        let files = [
            "results/m-1/d.json": Self.results(
                #""accuracy (2 runs average)": 75.0"#,
                [
                    Self.generated("A", "A"), Self.generated("B", "B"), Self.generated("A", "A"),
                    Self.generated("A", "B"),
                ])
        ]
        let sink = try read(files)
        #expect(sink.predictions.map { "\($0.item) \($0.epoch)" } == ["0 1", "1 1", "0 2", "1 2"])
        #expect(sink.mean(of: "accuracy (2 runs average)").value == 0.75)
    }

    @Test("texts are compared only where the runner's figure comes out of it")
    func agreement() throws {
        var files = Self.two
        files["results/m-1/d.json"] = Self.results(
            #""rouge1": 61.3"#, [Self.generated("A", "A"), Self.generated("B", "A")])
        let sink = try read(files)
        #expect(sink.runs[0].metrics.map(\.name) == ["rouge1"])
        #expect(sink.predictions.map(\.scores.isEmpty) == [true, true])
        #expect(sink.problemKinds == ["no-scores"])
    }

    @Test("the verdicts of a judge are read from its letter")
    func judge() throws {
        let detail = { (letter: String) in
            #"{"example_abbr": "d_\#(letter)", "origin_prompt": ["judge this"], "prediction": ["\#(letter)"], "gold": ["gold text"]}"#
        }
        let sink = try read([
            "predictions/m-1/d.json": Self.object([
                Self.predicted("\"one\"", gold: nil), Self.predicted("\"two\"", gold: nil),
            ]),
            "results/m-1/d.json":
                #"{"accuracy": 50.0, "f1": 0.5, "details": [\#(detail("A")), \#(detail("B"))]}"#,
            "results/m-1/d_replica0.json": Self.object([Self.predicted("\"A\""), Self.predicted("\"B\"")]),
        ])
        #expect(sink.runs.count == 1)
        #expect(sink.predictions.map(\.text) == ["one", "two"])
        #expect(sink.predictions.map(\.targets) == [["gold text"], ["gold text"]])
        #expect(sink.mean(of: "accuracy").value == 0.5)
    }

    @Test("verdicts that do not make the runner's figure are kept with a word on it")
    func otherFigure() throws {
        let sink = try read([
            "results/m-1/d.json": Self.results(
                #""accuracy": 12.5, "score": 33.33"#,
                [
                    Self.generated("A", "A", more: #", "correct": true"#),
                    Self.generated("B", "A", more: #", "correct": false"#),
                    Self.generated("C", "A", more: #", "correct": 0"#),
                ])
        ])
        // The rounded figure that the verdicts make goes before one that they do not.
        #expect(sink.runs[0].metrics.map(\.name) == ["score", "accuracy"])
        #expect(sink.runs[0].metrics[0].reportedNote == "rounded by the runner")
        let alone = try read([
            "results/m-1/d.json": Self.results(
                #""accuracy": 12.5"#, [Self.generated("A", "A", more: #", "correct": true"#)])
        ])
        #expect(alone.runs[0].metrics[0].reportedNote?.contains("not the mean") == true)
        #expect(alone.mean(of: "accuracy").value == 1)
    }

    @Test("prompts and answers of conversations are joined, and several gold answers are kept apart")
    func conversations() throws {
        let prompt = #"[{"role": "HUMAN", "prompt": "first"}, {"role": "BOT", "prompt": "then"}]"#
        let sink = try read([
            "predictions/m-1/d.json": Self.object([
                Self.predicted(#"["one", "two"]"#, gold: #"["x", "y"]"#, prompt: prompt),
                #"{"prompt": "p", "choices": ["yes", "no"], "prediction": [0.25, 0.75], "pred_label": 1, "gold": 1, "origin_prompt": "p"}"#,
            ])
        ])
        #expect(sink.predictions[0].question == "first\nthen")
        #expect(sink.predictions[0].text == "one\n\ntwo")
        #expect(sink.predictions[0].targets == ["x", "y"])
        #expect(sink.predictions[1].text == "no")
        let written = try read(["results/m-2/d.json": Self.results(#""score": 0"#, [Self.generated("A", "['x', 'y']")])]
        )
        #expect(written.predictions[0].targets == ["x", "y"])
    }

    @Test("results cut in the middle leave the predictions, and an evaluator's error is told")
    func damage() throws {
        var files = Self.two
        files["results/m-1/d.json"] = String(try #require(files["results/m-1/d.json"]).dropLast(30))
        let cut = try read(files)
        #expect(cut.problemKinds.contains("truncated-json"))
        #expect(cut.predictions.count >= 1)
        files["results/m-1/d.json"] = #"{"error": "preds and refrs have different length"}"#
        let failed = try read(files)
        #expect(failed.predictions.count == 2)
        #expect(failed.problems.first { $0.kind == "runner-error" }?.found == "preds and refrs have different length")
        files["results/m-1/d.json"] = Self.results(
            #""accuracy": 100.0"#, type: nil, [#"{"pred": "A", "answer": "A", "correct": true}"#])
        #expect(try read(files).problemKinds == ["missing-samples"])
    }
}
