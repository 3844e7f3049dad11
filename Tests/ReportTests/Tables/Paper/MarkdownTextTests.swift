import Testing

@testable import Report

@Suite("Markdown text")
struct MarkdownTextTests {
    @Test(
        "is no markup, no link and no mention",
        arguments: [
            ("a|b`c`", "a\\|b\\`c\\`"), ("<script>", "&lt;script&gt;"), ("&lt;", "&amp;lt;"),
            ("*b* _i_ ~s~ $m$ #1 ![x](y)", "\\*b\\* \\_i\\_ \\~s\\~ \\$m\\$ \\#1 \\!\\[x\\](y)"),
            ("@user https://e.org www.e.org", "&#64;&#8203;user https&#58;//e.org www&#46;e.org"),
            ("a\nb\u{1B}", "a b⟨U+001B⟩"),
            ("医学 🩺", "医学 🩺"), ("a: b. c", "a: b. c"),
        ])
    func escaping(text: String, expected: String) { #expect(MarkdownText.escaped(text) == expected) }
}
