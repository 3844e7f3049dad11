import Records
import Testing

@testable import Readers

@Suite("JSONParser")
struct JSONParserTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONDocument(Array(text.utf8), place: InputPlace(file: "f")).root
    }

    @Test(
        "bare NaN and infinities are numbers",
        arguments: [("NaN", Double.nan), ("Infinity", .infinity), ("-Infinity", -.infinity), ("1e999", .infinity)])
    func notFinite(_ word: String, _ expected: Double) throws {
        let value = try #require(try parse(#"{"a": \#(word), "b": "NaN, Infinity"}"#)["a"])
        #expect(value.kind == .number)
        #expect(value.string == nil)
        #expect(value.double.map { $0 == expected || ($0.isNaN && expected.isNaN) } == true)
        #expect(try parse(#"{"a": \#(word), "b": "NaN, Infinity \" NaN"}"#)["b"]?.string == "NaN, Infinity \" NaN")
    }

    @Test(
        "big integers keep their digits as text",
        arguments: [
            "123456789012345678901234567890", "-9223372036854775809", "18446744073709551615", "9223372036854775807",
        ])
    func bigIntegers(_ digits: String) throws {
        let value = try #require(try parse("[\(digits)]")[0])
        #expect(value.scalarText == digits)
        #expect(value.kind == .number)
        #expect(value.double == Double(digits))
    }

    @Test(
        "strings are lossless and what is no character becomes U+FFFD",
        arguments: [
            (#""\ud83e\ude7a \u00e9 \n""#, "🩺 é \n"), (#""\ud83e x""#, "\u{FFFD} x"),
            (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}"),
            ("\"a\tb\nc\"", "a\tb\nc"), (#""""#, ""), (#""\u0000""#, "\0"),
        ])
    func strings(_ text: String, _ expected: String) throws {
        #expect(try parse("[\(text)]")[0]?.string == expected)
    }

    @Test("bytes that are not UTF-8 are mended and said to be")
    func encoding() throws {
        let parser = JSONParser()
        let value = try parser.parse(
            Array("\"a".utf8) + [0xFF, 0xC3] + Array("b\"".utf8), place: InputPlace(file: "f"))
        #expect(value.string == "a\u{FFFD}\u{FFFD}b")
        #expect(parser.repairs.contains(.encoding))
    }

    @Test("of two members with the same key the last counts, as in Python")
    func duplicateKeys() throws { #expect(try parse(#"{"a": 1, "b": 2, "a": 3}"#)["a"]?.integer == 3) }

    @Test(
        "dotted paths find nested values, list positions and keys with dots",
        arguments: [("a.b", "1"), ("a.c.1", "y"), ("d.e", "2"), ("f.g.h", "3"), ("a.x", nil), ("a.c.9", nil)])
    func paths(_ path: String, _ expected: String?) throws {
        let root = try parse(#"{"a": {"b": 1, "c": ["x", "y"]}, "d.e": 2, "f.g": {"h": 3}}"#)
        #expect(root.value(at: path)?.scalarText == expected)
    }

    @Test(
        "what is no JSON is said with line and column",
        arguments: [
            ("{\n  \"a\": 1,\n  \"b\": oops\n}", "malformed-json", 3, 8), ("{\"a\": [1, 2", "truncated-json", 1, 12),
            ("", "truncated-json", 1, 1), ("{'a': 1}", "malformed-json", 1, 2),
            ("{\"a\": 1} x", "malformed-json", 1, 10),
            ("{\"a\": \"cut", "truncated-json", 1, 11),
        ])
    func faults(_ text: String, _ kind: String, _ line: Int, _ column: Int) throws {
        let problem = try #require(throws: Problem.self) { try parse(text) }
        #expect(problem.kind == kind)
        #expect(problem.line == line)
        #expect(problem.column == column)
    }

    @Test("nesting without end is a problem, not a crash")
    func nesting() throws {
        #expect(throws: Problem.self) { try parse(String(repeating: "[", count: 100_000)) }
        #expect(throws: Problem.self) {
            try parse(String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000))
        }
    }

    @Test("compact text reads back to the same value")
    func compactText() throws {
        let text = #"{"a": [1, 2.5, true, null, "q\"\\\n"], "b": {}, "c": []}"#
        #expect(try parse(text).compactText == text)
    }
}
