import Records
import Testing

@testable import Readers

/// Rows of about 0.10, which have no position.
@Suite("EvalScope rows without a position")
struct EvalScopeOldRowsTests {
    private static func row(_ input: String, _ prediction: String, _ gold: String, _ result: String) -> String {
        #"{"id": "chat-1", "object": "chat.completion", "created": 1, "model": "m", "choices": [{"index": 0, "message": "#
            + #"{"role": "assistant", "content": "The answer is \#(prediction)."}, "review": {"gold": "\#(gold)", "pred": "\#(prediction)", "#
            + #""result": \#(result)}}], "model_spec": {"model_id": "m"}, "answer_id": "answer-\#(prediction)\#(gold)", "#
            + #""subset_name": "s", "raw_input": {\#(input)}, "origin_prompt": {"data": ["prompt"]}, "reviewed": true, "#
            + #""review_id": "r", "review_time": 1.5}"#
    }

    private func read(_ dataset: String, _ rows: [String]) throws -> CollectingSink {
        let workspace = try Workspace()
        try workspace.write(
            "20250117_154119/reports/m/\(dataset).json",
            #"{"name": "m_\#(dataset)", "dataset_name": "\#(dataset)", "model_name": "m", "score": 0.5, "metrics": [{"name": "#
                + #""AverageAccuracy", "num": 2, "score": 0.5, "categories": [{"name": ["default"], "num": 2, "score": 0.5, "#
                + #""subsets": [{"name": "s", "score": 0.5, "num": 2}]}]}]}"#)
        let path = try workspace.write(
            "20250117_154119/reviews/m/\(dataset)_s.jsonl", rows.joined(separator: "\n") + "\n")
        let sink = try workspace.read(path)
        #expect(sink.breaches == [])
        return sink
    }

    @Test("the data set's id is the item, and the figure of the report is the mean")
    func ids() throws {
        let options = #""choices": {"text": ["cat", "dog"], "label": ["A", "B"]}"#
        let sink = try read(
            "arc",
            [
                Self.row(#""id": "Q7", "question": "q7?", \#(options), "answerKey": "B""#, "B", "B", "1"),
                Self.row(#""id": "Q3", "question": "q3?", \#(options), "answerKey": "A""#, "B", "A", "0"),
            ])
        #expect(sink.problemKinds == [])
        #expect(sink.predictions.map(\.item) == ["Q7", "Q3"])
        #expect(sink.predictions.map(\.choices) == [["cat", "dog"], ["cat", "dog"]])
        #expect(sink.predictions.map(\.targets) == [["B"], ["A"]])
        #expect(sink.runs[0].metrics.map(\.name) == ["AverageAccuracy"])
        #expect(sink.runs[0].metrics[0].reported == 0.5)
        #expect(sink.mean(of: "AverageAccuracy").value == 0.5)
    }

    @Test("without an id the line is the item, and options in columns are read")
    func lines() throws {
        let options = #""A": "cat", "B": "dog""#
        let sink = try read(
            "ceval",
            [
                Self.row(#""question": "q0?", \#(options), "answer": "B""#, "B", "B", "true"),
                Self.row(#""question": "q1?", \#(options), "answer": "A""#, "B", "A", "false"),
            ])
        #expect(sink.problemKinds == [])
        #expect(sink.predictions.map(\.item) == ["s/0", "s/1"])
        #expect(sink.predictions[0].choices == ["cat", "dog"])
        #expect(sink.mean(of: "AverageAccuracy").value == 0.5)
    }
}
