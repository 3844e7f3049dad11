import Records
import Testing

@testable import Readers

@Suite("damaged logs of multimodal benchmarks")
struct MultimodalDamageTests {
    private static let files: [(name: String, runner: String, text: String)] = [
        (
            "20260102_030405_samples_mmmu_val.jsonl", "lmms-eval",
            #"{"doc_id": 0, "target": "['a', 'b']", "filtered_resps": ["so 4.0"], "doc_hash": "h", "mmmu_acc": {"id": "validation_Art_1", "#
                + #""subdomain": "Art", "question_type": "open", "answer": "['4', 'x']", "parsed_pred": ["4.0"]}, "acc": 100.0, "input": "p\nA. x\nB. y"}"#
                + "\n"
        ),
        (
            "m_val.json", "mmmu",
            #"{"validation_Art_1": "A", "validation_Art_2": ["x", 4.0], "validation_Math_1": "so x = 1,250"}"#
        ),
        (
            "parsed_output.json", "mmmu",
            #"[{"id": "validation_Art_1", "question_type": "short-answer", "answer": ["4", "x"], "response": "so 4", "parsed_pred": ["so 4", 4.0], "judge": ""}]"#
        ),
        (
            "results.json", "medevalkit",
            #"[{"lang": "en", "answer_type": "OPEN", "question": "q", "answer": "a", "choices": ["A. x"], "response": "a", "correct": true, "metrics": {"em": true, "bleu1": 1e-300}}]"#
        ),
        (
            "m_MMBench_result.json", "vlmevalkit",
            #"[{"index": 1000001, "question": "q", "A": "x", "B": "y", "answer": "A", "prediction": "A", "g_index": 1, "hit": 1, "split": "dev"}]"#
        ),
        (
            "m_MMStar_result.tsv", "vlmevalkit",
            "\"index\"\t\"question\"\t\"answer\"\t\"prediction\"\t\"eval_match\"\t\"eval_score\"\n\"1\"\t\"q\"\t\"A\"\t\"a\nb\"\t\"[0.5]\"\t\"0.5\"\n"
        ),
    ]

    /// Numbers that damage files (Vigna 2015, splitmix64); the same ones in every run.
    private struct Numbers {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
        }
    }

    @Test("end in problems or in records, never in a crash", arguments: 0..<6)
    func survival(_ index: Int) throws {
        let file = Self.files[index]
        let workspace = try Workspace()
        var numbers = Numbers(state: UInt64(index))
        for _ in 0..<60 {
            var bytes = Array(file.text.utf8)
            for _ in 0..<(1 + numbers.next(below: 6)) {
                bytes[numbers.next(below: bytes.count)] = UInt8(numbers.next(below: 256))
            }
            if numbers.next(below: 4) == 0 { bytes.removeLast(numbers.next(below: bytes.count)) }
            let path = try workspace.write(file.name, bytes)
            do {
                let sink = try workspace.read(path, runner: file.runner)
                #expect(sink.breaches == [])
            } catch let problem as Problem {
                #expect(problem.file.hasSuffix(file.name))
                #expect(!problem.remedy.isEmpty)
            }
        }
    }

    /// One value of each kind in place of each value of a file.
    @Test("values of a wrong kind end in problems or in records", arguments: 0..<5)
    func wrongKinds(_ index: Int) throws {
        let file = Self.files[index]
        let workspace = try Workspace()
        let values = file.text.ranges(of: /: ("[^"]*"|[0-9.]+|true|\[[^\]]*\])/)
        #expect(values.count > 1)
        for range in values {
            for other in [
                "null", "{}", "[]", "[null]", "\"\"", "-1", "1e999", "NaN", "false", "{\"a\": [1]}", "[[[\"x\"]]]",
            ] {
                let path = try workspace.write(file.name, file.text.replacingCharacters(in: range, with: ": \(other)"))
                do {
                    let sink = try workspace.read(path, runner: file.runner)
                    #expect(sink.breaches == [])
                } catch let problem as Problem {
                    #expect(!problem.remedy.isEmpty)
                }
            }
        }
    }
}
