import Records
import Testing

@testable import Readers

@Suite("JSONStreamScanner")
struct JSONStreamScannerTests {
    private func parts(
        _ text: String, step: Int = 4096, streaming: Set<String> = [], skipping: Set<String> = []
    ) throws -> [String] {
        let scanner = JSONStreamScanner(DrippingSource(text, step: step), streaming: streaming, skipping: skipping)
        var parts: [String] = []
        while let part = try scanner.next() {
            parts.append("\(part.kind) \(part.path)[\(part.index)]@\(part.line) \(part.value?.compactText ?? "-")")
        }
        return parts
    }

    private static let log = """
        {"version": 2, "eval": {"task": "t, [x] \\"}"},
         "samples": [
          {"id": 1}, "two",
          3 ],
         "status": "success"}
        """

    @Test("the big list comes one element at a time, everything else as members", arguments: [1, 2, 3, 7, 4096])
    func streaming(_ step: Int) throws {
        #expect(
            try parts(Self.log, step: step, streaming: ["samples"]) == [
                "member version[0]@1 2", #"member eval[1]@1 {"task": "t, [x] \"}"}"#,
                #"element samples[0]@3 {"id": 1}"#,
                #"element samples[1]@3 "two""#, "element samples[2]@4 3", #"member status[3]@5 "success""#,
            ])
    }

    @Test("a skipped member is not held", arguments: [1, 4096])
    func skipping(_ step: Int) throws {
        #expect(
            try parts(Self.log, step: step, skipping: ["samples"]).map { $0.prefix(9) } == [
                "member ve", "member ev", "skipped s", "member st",
            ])
    }

    @Test("a list at the top gives its elements, an object its members, nested paths their elements")
    func tops() throws {
        #expect(try parts("[1, [2], {}]") == ["element [0]@1 1", "element [1]@1 [2]", "element [2]@1 {}"])
        #expect(
            try parts("\u{FEFF}{\"0\": {\"p\": 1}, \"1\": NaN}") == [#"member 0[0]@1 {"p": 1}"#, "member 1[1]@1 NaN"])
        #expect(
            try parts(#"{"results": {"version": 3, "results": [1, 2]}}"#, streaming: ["results.results"]) == [
                "member results.version[0]@1 3", "element results.results[0]@1 1", "element results.results[1]@1 2",
            ])
        #expect(
            try parts(#"{"samples": {"a": 1, "b": 2}}"#, streaming: ["samples"]) == [
                "element samples.a[0]@1 1", "element samples.b[1]@1 2",
            ])
        #expect(try parts("[]") == [])
        #expect(try parts("{}") == [])
    }

    @Test(
        "a text that is cut or wrong is a problem with its line",
        arguments: [
            ("{\"samples\": [1,\n 2", "truncated-json", 2), ("{\"samples\": [1,\n {\"a\": ", "truncated-json", 2),
            ("{\"samples\": [1 2]}", "malformed-json", 1), ("[1]\n]", "malformed-json", 2), ("", "truncated-json", 1),
            ("{1: 2}", "malformed-json", 1), ("[,]", "malformed-json", 1),
        ])
    func faults(_ text: String, _ kind: String, _ line: Int) throws {
        let problem = try #require(throws: Problem.self) { try parts(text, streaming: ["samples"]) }
        #expect(problem.kind == kind)
        #expect(problem.line == line)
    }

    @Test("an outline of cut bytes has the keys up to the cut")
    func outline() {
        let outline = JSONOutline(Array(#"{"eval": {"task": "t", "config": {"epochs": 1}}, "samples": [{"id"#.utf8))
        #expect(outline.root == .object)
        #expect(outline.keys == ["eval", "eval.task", "eval.config", "eval.config.epochs", "samples"])
        #expect(!outline.isComplete)
        #expect(JSONOutline(Array(#"[{"a": 1}, {"b": 2}]"#.utf8)).keys == ["a"])
        #expect(JSONOutline(Array("a,b\n".utf8)).root == .other)
    }
}
