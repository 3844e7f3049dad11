import Testing

@testable import Report

@Suite("Exact replacement")
struct ExactReplacementTests {
    @Test(
        "finds what marks, joining letters and line ends hide",
        arguments: [
            ("x\"\u{301}y", "\"", "\"\"", "x\"\"\u{301}y"), ("\u{600}##[error]", "##", "#♯", "\u{600}#♯[error]"),
            ("a\r\nb", "\r", " ", "a \nb"), ("%%", "%", "%25", "%25%25"), ("###", "##", "#♯", "#♯#"),
            ("#", "##", "", "#"),
            ("né", "e", "", "né"), ("", "a", "b", ""), ("ab", "ab", "", ""),
        ])
    func replaced(text: String, wanted: String, other: String, expected: String) {
        // As bytes, since texts are equal to Swift that are not to those who read them.
        #expect(Array(text.replacingExactly(wanted, with: other).utf8) == Array(expected.utf8))
    }
}
