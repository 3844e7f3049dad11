import Records
import Testing

@testable import Readers

@Suite("damaged logs of evaluation applications")
struct ApplicationDamageTests {
    private static let files: [(name: String, runner: String, text: String)] = [
        (
            "run.jsonl", "openai-evals",
            #"{"spec": {"completion_fns": ["m"], "eval_name": "t", "run_id": "R"}}"# + "\n"
                + #"{"run_id": "R", "event_id": 0, "sample_id": "t.0", "type": "sampling", "data": {"prompt": [{"role": "user", "content": "q"}], "sampled": ["A"]}}"#
                + "\n"
                + #"{"run_id": "R", "event_id": 1, "sample_id": "t.0", "type": "match", "data": {"correct": true, "expected": ["A"], "picked": null}}"#
                + "\n"
                + #"{"run_id": "R", "event_id": 2, "sample_id": "t.1", "type": "metrics", "data": {"score": NaN, "f1": 0.5}}"#
                + "\n"
        ),
        (
            "mmlu_m_20260102_030405_allresults.json", "simple-evals",
            #"{"score": 1, "metrics": {"chars": 1}, "htmls": ["<h3>Results</h3><p>Correct Answer: ['A']</p><p>Score: 1.0</p>"], "#
                + #""convos": [[{"role": "user", "content": "q\n\nA) x\nB) y"}, {"role": "assistant", "content": "A"}]], "metadata": {"example_level_metadata": [null]}}"#
        ),
        (
            "healthbench_m_20260102_030405_allresults.json", "simple-evals",
            #"{"score": 1, "metrics": {"axis:a": 1}, "htmls": [], "convos": [], "metadata": {"example_level_metadata": [{"score": 1, "rubric_items": "#
                + #"[{"points": 1, "tags": ["axis:a", "theme:b"], "criteria_met": true}], "prompt": [{"role": "user", "content": "q"}], "completion": [{"content": "x"}], "prompt_id": "p"}]}}"#
        ),
        (
            "out.json", "promptfoo",
            #"{"evalId": "e", "results": {"version": 3, "prompts": [{"label": "P", "metrics": {"testPassCount": 1, "testFailCount": 0, "score": 1}}], "results": "#
                + #"[{"testIdx": 0, "promptIdx": 0, "provider": {"id": "m"}, "prompt": {"raw": "q", "label": "P"}, "vars": {"q": "x"}, "response": {"output": "A"}, "#
                + #""success": true, "score": 1, "namedScores": {"t": 1}, "failureReason": 0}]}, "config": {"description": "d"}}"#
        ),
        (
            "out.csv", "promptfoo",
            "q,[m] P,Status,Score,Named Scores,Grader Reason,Comment\r\n\"a, b\",yes,PASS,1.00,,,\r\nc,no,FAIL,0.00,,,\r\n"
        ),
        (
            "test_run_20260102_030405.json", "deepeval",
            #"{"testCases": [{"name": "c", "input": "q", "actualOutput": "A", "expectedOutput": "B", "tags": ["x"], "success": true, "metricsData": "#
                + #"[{"name": "M", "score": 1, "threshold": 0.5, "success": true}], "order": 0}], "metricsScores": [], "testPassed": 1, "testFailed": 0, "hyperparameters": {"model": "m"}}"#
        ),
    ]

    /// Each run of the same seed gives the same numbers (Vigna 2015, splitmix64).
    private struct Numbers {
        var state: UInt64
        mutating func next(below limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
        }
    }

    private func check(_ file: (name: String, runner: String, text: String), _ bytes: [UInt8]) throws {
        let workspace = try Workspace()
        let path = try workspace.write(file.name, bytes)
        do {
            let sink = try workspace.read(path, runner: file.runner)
            #expect(sink.breaches == [])
        } catch let problem as Problem {
            #expect(problem.file.hasSuffix(file.name))
            #expect(!problem.remedy.isEmpty)
        }
    }

    @Test("end in problems or in records, never in a crash", arguments: files.indices)
    func survival(_ index: Int) throws {
        let file = Self.files[index]
        var numbers = Numbers(state: UInt64(index))
        for _ in 0..<100 {
            var bytes = Array(file.text.utf8)
            for _ in 0..<(1 + numbers.next(below: 5)) {
                bytes[numbers.next(below: bytes.count)] = UInt8(numbers.next(below: 256))
            }
            if numbers.next(below: 3) == 0 { bytes.removeLast(numbers.next(below: bytes.count)) }
            try check(file, bytes)
        }
    }

    @Test("values of any type in any place end in problems or in records", arguments: files.indices)
    func types(_ index: Int) throws {
        let file = Self.files[index]
        for value in ["null", "{}", "[[1]]", "-1e999", "123456789012345678901234567890"] {
            var from = file.text.startIndex
            while let colon = file.text[from...].range(of: "\": ") {
                from = colon.upperBound
                var rest = file.text[from...]
                // The value ends at the next separator; brackets that stay open make a damaged text, which is a case too.
                rest = rest[(rest.firstIndex { ",}]\n".contains($0) } ?? rest.endIndex)...]
                try check(file, Array("\(file.text[..<from])\(value)\(rest)".utf8))
            }
        }
    }
}
