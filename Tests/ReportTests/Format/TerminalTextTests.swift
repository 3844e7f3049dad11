import Testing

@testable import Report

@Suite("Text for terminals")
struct TerminalTextTests {
    @Test("shows what would steer the terminal or turn the text around")
    func safety() {
        #expect(TerminalText.safe("a\u{1B}[31mb\u{202E}c\u{61C}\td\n") == "a\\u{1b}[31mb\\u{202e}c\\u{61c}\td\n")
        #expect(TerminalText.safeJSON("\"a\u{202E}\u{7F}\"") == "\"a\\u202e\\u007f\"")
    }

    @Test("keeps a name on its line, with few marks on a character and numbers after it in their order")
    func line() {
        #expect(TerminalText.line("a\nb\r\u{1B}c") == "a b \\u{1b}c")
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
        #expect(TerminalText.safe("a::b # c") == "a::b # c")
    }
}
