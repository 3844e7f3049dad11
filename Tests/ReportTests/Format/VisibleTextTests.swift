import Testing

@testable import Report

@Suite("Text on one line")
struct VisibleTextTests {
    @Test(
        "line ends become spaces, and what hides is shown as everywhere else",
        arguments: [
            ("a\tb\nc\r\nd\u{85}e\u{2028}f\u{2029}g", "a b c  d e f g"), ("a\u{202E}b\u{0}", "a⟨U+202E⟩b⟨U+0000⟩"),
            ("\u{B}", "⟨U+000B⟩"), ("👩‍⚕️ نمی\u{200C}خواهم", "👩‍⚕️ نمی\u{200C}خواهم"),
        ])
    func line(text: String, expected: String) { #expect(VisibleText.of(text) == expected) }
}
