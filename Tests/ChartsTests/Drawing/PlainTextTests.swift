import Testing

@testable import Charts

@Suite("Plain text")
struct PlainTextTests {
    @Test(
        "Nothing invisible is left",
        arguments: [
            ("control\u{0}\u{7}\u{1B}[31m", "control[31m"), ("a\u{202E}b\u{2066}c\u{200F}", "abc"),
            ("  two \n\t lines\r\n", "two lines"), ("zero\u{200B}width\u{FEFF}", "zerowidth"), ("\u{FFFE}x", "x"),
            ("<b>&amp;", "<b>&amp;"), ("no 🏥", "no \u{25A1}"), ("e\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}"),
        ])
    func cleaned(text: String, expected: String) {
        #expect(Array(PlainText.cleaned(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("Very long text ends")
    func long() {
        #expect(PlainText.cleaned(String(repeating: "<", count: 100_000)).count == PlainText.maximumLength)
    }

    @Test("Names may break after punctuation, also before a figure")
    func breaks() {
        #expect(PlainText.withBreaks("Med-27B_x") == "Med-\u{200B}27B_\u{200B}x")
    }
}
