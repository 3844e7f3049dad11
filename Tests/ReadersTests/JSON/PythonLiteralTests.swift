import Testing

@testable import Readers

@Suite("Python's texts of nested values")
struct PythonLiteralTests {
    @Test(
        "become the JSON that means the same",
        arguments: [
            ("{'em': 1.0, 'acc': 0}", #"{"em":1.0,"acc":0}"#),
            ("[('a', True), (None,)]", #"[["a",true],[null]]"#),
            (#"["it's", 'say "so"']"#, #"["it's","say \"so\""]"#),
            (#"['a\nb', '\x41\u00e9\'']"#, #"["a\nb","Aé'"]"#),
            ("{'f1': np.float64(0.5), 'n': nan}", #"{"f1":0.5,"n":NaN}"#),
            ("{0: [], 1: ()}", #"{"0":[],"1":[]}"#),
            ("[-1.5e-3, 12]", "[-0.0015,12]"),
        ])
    func values(_ text: String, _ json: String) {
        #expect(PythonLiteral.json(text).map { String(decoding: $0, as: UTF8.self) } == json)
    }

    @Test(
        "are refused where they are none",
        arguments: ["", "[1, 2", "{'a'}", "[a.b]", "['x", "[1] 2", "import os", "{'a': }"])
    func refusals(_ text: String) {
        #expect(PythonLiteral.json(text) == nil)
    }

    @Test("that are nested without end do not overflow the stack")
    func depth() {
        #expect(PythonLiteral.json(String(repeating: "[", count: 100_000)) == nil)
    }
}
