import Records
import Testing

@testable import Readers

@Suite("OpenAIEvalsReader")
struct OpenAIEvalsReaderTests {
    private static let spec =
        #"{"spec": {"completion_fns": ["gpt-x", "grader"], "eval_name": "medq.dev.v0", "base_eval": "medq", "split": "dev", "#
        + #""run_id": "R1", "created_at": "2026-01-02 03:04:05.6"}}"#

    private static func event(_ sample: String, _ type: String, _ data: String, run: String = "R1") -> String {
        #"{"run_id": "\#(run)", "event_id": 0, "sample_id": "\#(sample)", "type": "\#(type)", "data": \#(data), "created_by": "", "created_at": ""}"#
    }

    private static func sampling(_ sample: String, _ question: String, _ answer: String) -> String {
        event(
            sample, "sampling",
            #"{"prompt": [{"role": "system", "content": "Be short."}, {"role": "user", "content": "\#(question)"}], "sampled": ["\#(answer)"]}"#
        )
    }

    private static func match(_ sample: String, _ correct: Bool, picked: String = "\"A\"") -> String {
        event(
            sample, "match",
            #"{"correct": \#(correct), "expected": "A", "picked": \#(picked), "sampled": "A. yes", "options": ["A"]}"#)
    }

    private func read(_ lines: [String], name: String = "run.jsonl") throws -> CollectingSink {
        let workspace = try Workspace()
        let sink = try workspace.read(try workspace.write(name, lines.joined(separator: "\n") + "\n"))
        #expect(sink.breaches == [])
        return sink
    }

    @Test("events are joined by sample in any order, and the report may stand on any line")
    func join() throws {
        let sink = try read([
            Self.spec, #"{"final_report": {"accuracy": 0.5, "boostrap_std": 0.1}, "run_id": "R1"}"#,
            Self.sampling("m.1", "first?", "A. yes"), Self.sampling("m.0", "second?", "B. no"),
            Self.match("m.0", false, picked: "null"), Self.match("m.1", true),
        ])
        let run = sink.runs[0]
        #expect(
            [run.runner, run.model, run.benchmark, run.startedAt] == [
                "openai-evals", "gpt-x", "medq.dev.v0", "2026-01-02T03:04:05.6Z",
            ])
        #expect(run.metrics == [MetricRecord(name: "accuracy", reported: 0.5)])
        #expect(sink.mean(of: "accuracy").value == 0.5)
        #expect(sink.predictions.map(\.item) == ["m.0", "m.1"])
        let last = sink.predictions[1]
        #expect([last.question, last.text, last.runnerAnswer] == ["first?", "A. yes", "A"])
        #expect(last.targets == ["A"])
        #expect(sink.predictions[0].runnerAnswer == nil)
        #expect(sink.problemKinds == [])
    }

    @Test("several matches of one sample are its epochs, and a figure over uneven repeats is explained")
    func repeats() throws {
        let sink = try read([
            Self.spec, Self.sampling("m.0", "q", "x"), Self.match("m.0", true), Self.sampling("m.0", "q", "y"),
            Self.match("m.0", false), Self.match("m.1", true),
            #"{"final_report": {"accuracy": 0.6666667}, "run_id": "R1"}"#,
        ])
        #expect(sink.predictions.map(\.epoch) == [1, 2, 1])
        #expect(sink.mean(of: "accuracy").items == 2)
        #expect(sink.mean(of: "accuracy").value == 0.75)
        #expect(sink.runs[0].metrics[0].reportedNote?.contains("matches") == true)
    }

    @Test("graded samples have the model's text, not the grader's, and scores beyond 1 are left out")
    func graded() throws {
        let sink = try read([
            Self.spec, Self.sampling("g.0", "explain", "because"), Self.sampling("g.0", "is it right?", "Yes"),
            Self.event("g.0", "metrics", #"{"choice": "Yes", "score": 1.0, "tokens": 40, "metascore": true}"#),
            Self.sampling("g.1", "explain more", "hm"), Self.sampling("g.1", "is it right?", "?"),
            Self.event("g.1", "metrics", #"{"choice": "__invalid__", "score": null}"#),
            #"{"final_report": {"score": 1.0, "counts/Yes": 1}, "run_id": "R1"}"#,
        ])
        #expect(sink.runs[0].metrics.map(\.name) == ["score", "metascore"])
        #expect(sink.predictions.map(\.text) == ["because", "hm"])
        #expect(sink.predictions[1].scores == [MetricScore(metric: 0, value: nil)])
        #expect(sink.mean(of: "score").value == 1)
        #expect(sink.problemKinds == ["metric-left-out"])
    }

    @Test("a match followed by metrics with accuracy is one answer")
    func fuzzy() throws {
        let sink = try read([
            Self.spec, Self.match("f.0", false), Self.event("f.0", "metrics", #"{"accuracy": 1.0, "f1_score": 0.5}"#),
            #"{"final_report": {"accuracy": 1.0, "f1_score": 0.5}, "run_id": "R1"}"#,
        ])
        #expect(sink.predictions.count == 1)
        #expect(sink.mean(of: "accuracy").value == 1)
        #expect(sink.mean(of: "f1_score").value == 0.5)
    }

    @Test("an error without an answer is a failure; one before an answer is not")
    func errors() throws {
        let error = #"{"type": "RateLimit", "message": "slow down"}"#
        let sink = try read([
            Self.spec, Self.event("e.0", "error", error), Self.event("e.1", "error", error),
            Self.sampling("e.1", "q", "A"), Self.match("e.1", true),
            Self.event("e.2", "raw_sample", #"{"input": "the question", "ideal": ["A", "B"], "modality": "CT"}"#),
            Self.event(
                "e.2", "pick_option", #"{"prompt": "p", "options": ["A", "B"], "picked": "B"}"#),
        ])
        #expect(sink.predictions.map(\.failure) == ["RateLimit: slow down", nil, nil])
        #expect(sink.predictions[0].scores == [])
        let option = sink.predictions[2]
        #expect([option.question, option.runnerAnswer] == ["the question", "B"])
        #expect(option.choices == ["A", "B"])
        #expect(option.targets == ["A", "B"])
        #expect(option.facets == [Facet(name: "modality", value: "CT")])
        #expect(sink.problemKinds == ["no-final-report"])
    }

    @Test("a file with two runs gives both")
    func several() throws {
        let second = Self.spec.replacing("R1", with: "R2").replacing("gpt-x", with: "gpt-y")
        let sink = try read([
            Self.spec, Self.match("m.0", true), second, Self.event("m.0", "match", #"{"correct": false}"#, run: "R2"),
        ])
        #expect(sink.runs.map(\.model) == ["gpt-x", "gpt-y"])
        #expect(sink.mean(of: "accuracy", run: 1).value == 0)
    }

    @Test("runs that lie within one another are announced in order")
    func interleaved() throws {
        let sink = try read([
            Self.spec, Self.event("m.0", "sampling", #"{"prompt": "q", "sampled": "x"}"#),
            Self.event("m.0", "match", #"{"correct": false}"#, run: "R2"), Self.match("m.0", true),
        ])
        #expect(sink.runs.map(\.metrics[0].name) == ["accuracy", "accuracy"])
        #expect(sink.predictions.map(\.run) == [0, 1])
        #expect(sink.mean(of: "accuracy", run: 1).value == 1)
    }

    @Test("a broken line, a strange line and a file without a spec are told, and the rest is read")
    func damage() throws {
        let sink = try read(
            ["\u{FEFF}" + Self.match("m.0", true) + "\r", #"{"run_id": "R1", "eve"#, #"{"hello": 1}"#],
            name: "gpt-z.jsonl")
        #expect(sink.predictions.count == 1)
        #expect(sink.runs[0].model == "gpt-z")
        #expect(
            Set(sink.problemKinds) == [
                "malformed-line", "missing-model", "missing-benchmark", "no-final-report", "strange-line",
            ])
    }

    @Test("the spec of early versions names the model")
    func early() throws {
        let sink = try read([
            #"{"spec": {"model_name": null, "model_names": {"completions": ["ada"]}, "eval_name": "t.v0", "run_id": "R1"}}"#,
            Self.match("m.0", true),
        ])
        #expect(sink.runs[0].model == "ada")
    }
}
