import Foundation
import Records
import Testing

@testable import Readers

@Suite("MMMUReader")
struct MMMUReaderTests {
    private static func row(_ id: String, _ answer: String, _ response: String, more: String = "") -> String {
        #"{"id": "\#(id)", "question_type": "multiple-choice", "answer": "\#(answer)", "all_choices": ["A", "B"], "#
            + #""index2ans": {"A": "cat", "B": "dog"}, "response": "\#(response)"\#(more)}"#
    }

    private static func open(_ id: String, _ answer: String, _ response: String, more: String = "") -> String {
        #"{"id": "\#(id)", "question_type": "short-answer", "answer": \#(answer), "response": "\#(response)"\#(more)}"#
    }

    private func read(_ workspace: Workspace, _ path: String) throws -> [CollectingSink] {
        let listing = LogFinder().find([workspace.folder.appendingPathComponent(path).path])
        if let problem = listing.problems.first { throw problem }
        return try listing.logs.map { log in
            #expect(log.reader.runner.id == "mmmu")
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.breaches == [])
            return sink
        }
    }

    @Test("the folders of the subjects are one run")
    func subjects() throws {
        let workspace = try Workspace()
        try workspace.write("out/model-7b/Art/output.json", "[\(Self.row("validation_Art_1", "B", "(B) dog"))]")
        try workspace.write(
            "out/model-7b/Math/output.json", "[\(Self.open("validation_Math_1", #"["24/7", "3.4"]"#, "It is 3.40"))]")
        let sinks = try read(workspace, "out")
        #expect(sinks.map { $0.runs.map(\.model) } == [["model-7b"]])
        let sink = sinks[0]
        #expect(sink.runs[0].benchmark == "MMMU")
        #expect(sink.runs[0].metrics == [])
        #expect(sink.predictions.map(\.item) == ["validation_Art_1", "validation_Math_1"])
        #expect(sink.predictions[0].choices == ["cat", "dog"])
        #expect(sink.predictions[0].text == "(B) dog")
        #expect(sink.predictions[1].targets == ["24/7", "3.4"])
        #expect(
            sink.predictions[1].facets == [
                Facet(name: "subject", value: "Math"), Facet(name: "split", value: "validation"),
                Facet(name: "question_type", value: "open"),
            ])
    }

    @Test("parsed rows go before unparsed ones, with the runner's verdict and its accuracy by subject")
    func parsed() throws {
        let workspace = try Workspace()
        for (subject, isRight) in [("Art", true), ("Math", false)] {
            let row = Self.row(
                "validation_\(subject)_1", "B", "B", more: #", "parsed_pred": "\#(isRight ? "B" : "A")""#)
            try workspace.write("m/\(subject)/output.json", "[\(Self.row("validation_\(subject)_1", "B", "B"))]")
            try workspace.write("m/\(subject)/parsed_output.json", "[\(row)]")
            try workspace.write("m/\(subject)/result.json", #"{"acc": \#(isRight ? 1 : 0), "num_example": 1}"#)
        }
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.count == 1)
        #expect(listing.passedOver.count == 2)
        let sink = try read(workspace, "m")[0]
        #expect(sink.predictions.count == 2)
        #expect(sink.mean(of: "accuracy").value == 0.5)
        #expect(sink.mean(of: "multiple-choice accuracy").items == 2)
        #expect(sink.runs[0].metrics[0].reported == 0.5)
    }

    @Test("a verdict goes before the rule, and an answer that is held back gives no score")
    func verdicts() throws {
        let workspace = try Workspace()
        let rows = [
            Self.row("validation_Art_1", "B", "B", more: #", "parsed_pred": "A", "judge": "Correct""#),
            Self.open("validation_Art_2", #""4""#, "4", more: #", "parsed_pred": ["x", 4.0]"#),
            Self.row("test_Art_3", "?", "B", more: #", "parsed_pred": "B""#),
        ]
        try workspace.write("m/parsed_output.json", "[\(rows.joined(separator: ", "))]")
        let sink = try read(workspace, "m")[0]
        #expect(sink.predictions.map { $0.scores.first?.value } == [1, 1, nil])
        #expect(sink.predictions[2].targets == [])
    }

    private static let gold =
        #"{"validation_Art_1": {"question_type": "multiple-choice", "ground_truth": "B"}, "#
        + #""validation_Math_1": {"question_type": "short-answer", "ground_truth": ["24/7", "3.429"]}}"#

    @Test("maps are scored with the right answers up to three folders above", arguments: ["", "a/", "a/b/", "a/b/c/"])
    func maps(folder: String) throws {
        let workspace = try Workspace()
        try workspace.write("answer_dict_val.json", Self.gold)
        let map = #"{"validation_Art_1": "B", "validation_Math_1": "so 3.43", "validation_Art_9": "A"}"#
        try workspace.write("\(folder)model-x_val.json", map)
        let sink = try read(workspace, "\(folder)model-x_val.json")[0]
        #expect(sink.runs[0].model == "model-x")
        #expect(sink.mean(of: "accuracy") == (1, 2))
        #expect(sink.mean(of: "multiple-choice accuracy") == (1, 1))
        #expect(sink.predictions.map(\.targets) == [["B"], ["24/7", "3.429"], []])
        #expect(sink.problemKinds == ["missing-target"])
    }

    @Test("a map without right answers near by holds predictions only")
    func withoutGold() throws {
        let workspace = try Workspace()
        try workspace.write("a/b/c/d/m_test.json", #"{"test_Art_1": "B"}"#)
        try workspace.write("answer_dict_val.json", Self.gold)
        let sink = try read(workspace, "a/b/c/d/m_test.json")[0]
        #expect(sink.predictions.map(\.scores) == [[]])
        #expect(sink.problemKinds == ["missing-target"])
    }

    @Test("a map of all subjects and the folders of the subjects are one run, counted once")
    func total() throws {
        let workspace = try Workspace()
        try workspace.write("answer_dict_val.json", Self.gold)
        try workspace.write("out/m-1/Art/output.json", "[\(Self.row("validation_Art_1", "B", "The (A) one"))]")
        try workspace.write("out/m-1/total_val_output.json", #"{"validation_Art_1": "A"}"#)
        let sinks = try read(workspace, "out")
        #expect(sinks.count == 1)
        #expect(sinks[0].runs.map(\.model) == ["m-1"])
        #expect(sinks[0].predictions.count == 1)
        #expect(sinks[0].predictions[0].text == "The (A) one")
        #expect(sinks[0].predictions[0].runnerAnswer == "A")
        #expect(sinks[0].mean(of: "accuracy").value == 0)
    }

    @Test("MMMU-Pro has its options as Python prints them and its setting in the file name")
    func pro() throws {
        let workspace = try Workspace()
        let row = { (id: Int, more: String) in
            #"{"id": "test_Art_\#(id)", "question": "q <image 1>", "options": "['a', \"b's\"]", "answer": "B", "topic_difficulty": "Hard", "subject": "Art", "response": "Answer: B"\#(more)}"#
        }
        try workspace.write(
            "gpt_vision_cot.jsonl", row(1, #", "pred_indexs": "B", "if_right": true"#) + "\n" + row(2, "") + "\n")
        let sink = try read(workspace, "gpt_vision_cot.jsonl")[0]
        #expect([sink.runs[0].model, sink.runs[0].benchmark] == ["gpt", "MMMU-Pro vision cot"])
        #expect(sink.predictions.map(\.choices) == [["a", "b's"], ["a", "b's"]])
        #expect(sink.predictions.map { $0.scores.first?.value } == [1, nil])
        #expect(sink.predictions[0].facets.contains(Facet(name: "topic_difficulty", value: "Hard")))
    }

    @Test("right answers alone are no log, and folders with general names are no models")
    func doubtful() throws {
        let workspace = try Workspace()
        try workspace.write("gold/answer_dict_val.json", Self.gold)
        #expect(LogFinder().find([workspace.folder.path]).logs.isEmpty)
        try workspace.write("outputs/Art/output.json", "[\(Self.row("validation_Art_1", "B", "B"))]")
        #expect(try read(workspace, "outputs")[0].problemKinds == ["missing-model"])
    }

    @Test("rows without identifier and truncated files are told")
    func damage() throws {
        let workspace = try Workspace()
        try workspace.write(
            "m/Art/output.json",
            "[\(Self.row("validation_Art_1", "B", "B")), \(Self.row("", "B", "B")), {\"id\": \"valid")
        let sink = try read(workspace, "m")[0]
        #expect(sink.predictions.count == 1)
        #expect(sink.problemKinds.sorted() == ["missing-field", "truncated-json"])
    }
}
