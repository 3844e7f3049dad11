import Testing

@testable import Study

@Suite("study files made to harm")
struct HostileStudyTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try StudyFile.parse(text, file: "s")
            return []
        } catch {
            return (error as? StudyFile.Errors)?.problems.map(\.description) ?? ["\(error)"]
        }
    }

    @Test("a key of too many parts is refused with its place", arguments: [17, 100_000])
    func deepKeys(parts: Int) {
        let key = Array(repeating: "a", count: parts).joined(separator: ".")
        for text in ["\(key) = 1", "[\(key)]", "x = {\(key) = 1}", "[[\(key)]]\n"] {
            let found = problems("# ok\n" + text)
            #expect(found.count == 1 && found[0].hasPrefix("s:2:"), "\(found)")
            #expect(found[0].contains("a key of more than 16 parts"))
        }
        let quoted = Array(repeating: "\",=\"", count: parts).joined(separator: " . ")
        #expect(problems("\(quoted) = 1")[0].contains("a key of more than 16 parts"))
    }

    @Test(
        "dots in texts and comments are none in a key",
        arguments: [
            "\"\(dots)\"", "'\(dots)'", "\"\"\"\n\(dots) \"x\" \\\"\"\" \(dots)\n\"\"\"", "'''\n\(dots)'\n'''",
            "\"\\\"\(dots)\"",
            "\"a\" # \(dots)",
        ])
    func dotsElsewhere(value: String) { #expect(problems("[study]\ntitle = \(value)\n") == []) }

    private static let dots = String(repeating: "a.", count: 50)

    @Test("values nested a hundred thousand deep are refused", arguments: ["[", "{a=", "[{a="])
    func deepValues(opening: String) {
        let found = problems("[study]\ntitle = " + String(repeating: opening, count: 100_000))
        #expect(found.count == 1 && found[0].hasPrefix("s:2:"))
    }

    @Test("a table of fifty thousand unknown keys is read once")
    func manyKeys() {
        let keys = (0..<50_000).map { "k\($0) = 1\n" }.joined()
        #expect(problems("[[logs]]\npath = \"x\"\n[logs.fields.facets]\n" + keys).isEmpty == false)
    }

    @Test(
        "a key in letters that keys may not have is an error with its line",
        arguments: ["[é]", "[a]\n[[漢]]", "[\u{FFFD}mpare.margins]\nx = 1\n[b]"])
    func letters(text: String) {
        let line = text.hasPrefix("[a]") ? 4 : 3
        #expect(
            problems("[study]\n\n" + text).first?.hasPrefix("s:\(line):") == true, "\(problems("[study]\n\n" + text))")
    }

    @Test(
        "bytes that are no text and texts with zeros give errors with a place",
        arguments: ["\u{0}", "a = \"\u{0}\"", "\u{FFFE}=1", "[", "=", "a=1e99999", "a = 99999999999999999999"])
    func oddBytes(text: String) { #expect(problems(text).first?.hasPrefix("s:1:") == true) }
}
