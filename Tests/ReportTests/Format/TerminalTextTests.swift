import Foundation
import Testing

@testable import Report

@Suite("Text for terminals")
struct TerminalTextTests {
    @Test("shows what would steer the terminal or turn the text around")
    func safety() {
        #expect(TerminalText.safe("a\u{1B}[31mb\u{202E}c\u{61C}\td\n") == "a⟨U+001B⟩[31mb⟨U+202E⟩c⟨U+061C⟩\td\n")
        #expect(TerminalText.safe("a\u{200B}b\u{E0041}c\rd\r\n") == "a⟨U+200B⟩b⟨U+E0041⟩c⟨U+000D⟩d⟨U+000D⟩\n")
        #expect(TerminalText.safeJSON("\"a\u{202E}\u{7F}\r\"") == "\"a\\u202e\\u007f\\u000d\"")
    }

    @Test(
        "JSON means the same, with hidden signs beyond U+FFFF as two each",
        arguments: ["\u{E0041}", "\u{200B}", "\u{10FFFD}"])
    func pairs(hidden: String) throws {
        let safe = TerminalText.safeJSON("[\"a\(hidden)b\"]")
        #expect(safe.utf8.allSatisfy { $0 < 0x80 })
        #expect(try JSONDecoder().decode([String].self, from: Data(safe.utf8)) == ["a\(hidden)b"])
    }

    @Test("keeps a name on its line, with few marks on a character and numbers after it in their order")
    func line() {
        #expect(TerminalText.line("a\nb\r\u{1B}c") == "a b ⟨U+001B⟩c")
        #expect(TerminalText.line("e" + String(repeating: "\u{301}", count: 9)) == "e\u{301}\u{301}\u{301}")
        #expect(TerminalText.line("נמוך") == "נמוך\u{200E}")
        #expect(TerminalText.line("plain") == "plain")
    }

    @Test("holds no command of a runner of CI")
    func commands() {
        #expect(
            TerminalText.inert(["  ::error::x", "a ::b", "x ##[add-mask]y"]) == "  ∷error::x\na ::b\nx #♯[add-mask]y\n")
        #expect(TerminalText.safeJSON("\"##vso[\"") == "\"#\\u0023vso[\"")
        #expect(TerminalText.safe("a\n ::error::x\n##[group]y ::z\n") == "a\n ∷error::x\n#♯[group]y ::z\n")
        #expect(TerminalText.safe("\u{600}##[error]x") == "\u{600}#♯[error]x")
        #expect(TerminalText.safe("a\n\u{A0}\u{3000}::error::x") == "a\n\u{A0}\u{3000}∷error::x")
        #expect(TerminalText.safe("a::b # c") == "a::b # c")
    }
}
