import Records
import Testing

@testable import Readers

/// A small generator of the numbers that damage files (Vigna 2015, splitmix64); the same ones in every run.
struct Damage {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    /// Bytes with some changed, and sometimes cut or with a stretch repeated.
    mutating func apply(to bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<(1 + next(below: 6)) { bytes[next(below: bytes.count)] = UInt8(next(below: 256)) }
        switch next(below: 4) {
        case 0: bytes.removeLast(next(below: bytes.count))
        case 1:
            let start = next(below: bytes.count)
            bytes += bytes[start..<min(bytes.count, start + 40)]
        default: break
        }
        return bytes
    }
}

@Suite("damaged logs")
struct DamageTests {
    private static let eval = """
        {"version": 2, "status": "success", "eval": {"task": "t", "model": "m", "config": {"epochs": 1}},
        "results": {"total_samples": 1, "scores": [{"name": "c", "scorer": "c", "metrics": {"accuracy": {"name": "accuracy",
        "value": 1}}}]}, "samples": [{"id": 1, "epoch": 1, "input": "q\\u00e9", "target": "A", "choices": ["x", "y"],
        "output": {"completion": "A"}, "scores": {"c": {"value": "C", "answer": "A"}}, "metadata": {"a": {"b": NaN}}}]}
        """
    private static let row =
        #"{"doc_id": 0, "doc": {"question": "?"}, "target": "a", "arguments": {"gen_args_0": {"arg_0": "p", "#
        + #""arg_1": " a"}, "gen_args_1": {"arg_0": "p", "arg_1": " b"}}, "resps": [[["-1.0", "True"]], [["-2.0", "False"]]], "#
        + #""filtered_resps": [["-1.0", "True"], ["-2.0", "False"]], "filter": "none", "metrics": ["acc"], "acc": 1.0}"#

    private static func files() -> [(name: String, runner: String, bytes: [UInt8])] {
        var zip = ZipBuilder()
        zip.add("header.json", eval.replacing("\"samples\"", with: "\"others\""), method: 93)
        zip.add("samples/1_epoch_1.json", #"{"id": 1, "epoch": 1, "scores": {"c": {"value": "C"}}}"#)
        zip.add("summaries.json", #"[{"id": 1, "epoch": 1}]"#, method: 0)
        return [
            ("a.json", "inspect_ai", Array(eval.utf8)), ("a.eval", "inspect_ai", zip.bytes),
            ("samples_t.jsonl", "lm-eval", Array("\(row)\n\(row)\n".utf8)),
            ("samples_t.jsonl.gz", "lm-eval", pack(Array("\(row)\n\(row)\n".utf8), .gzip)),
        ]
    }

    @Test("end in problems or in records, never in a crash", arguments: 0..<4)
    func survival(_ index: Int) throws {
        let file = Self.files()[index]
        let workspace = try Workspace()
        var damage = Damage(UInt64(index))
        for _ in 0..<150 {
            let path = try workspace.write(file.name, damage.apply(to: file.bytes))
            do {
                let sink = try workspace.read(path, runner: file.runner)
                #expect(sink.breaches == [])
            } catch let problem as Problem {
                #expect(problem.file.hasSuffix(file.name))
                #expect(!problem.remedy.isEmpty)
            }
        }
    }
}
