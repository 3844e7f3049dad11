import Testing

@testable import Report

@Suite("LaTeX text")
struct LaTeXTextTests {
    @Test(
        "is shown as it is, never run",
        arguments: [
            ("\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}"),
            ("a & b # c $ d % e _ f", "a \\& b \\# c \\$ d \\% e \\_ f"),
            ("^ ~ < > |", "\\textasciicircum{} \\textasciitilde{} \\textless{} \\textgreater{} \\textbar{}"),
            ("\"q\" ?`", "\\char34{}q\\char34{} ?{}\\char96{}"), ("--- ,, ''", "-{}-{}- ,{}, '{}'"),
            ("[5cm] *", "{[}5cm{]} {*}"), ("\u{2212}4.1", "$-$4.1"), ("88\u{2009}996", "88\\,996"),
            ("“a” – b…", "{``}a{''} {--} b\\ldots{}"), ("% x\n\ny", "\\% x  y"),
            ("a\u{0}b\u{202E}", "a$\\langle$U+0000$\\rangle$b$\\langle$U+202E$\\rangle$"),
            ("Abra\u{300}moff", "Abràmoff"), ("医学 🩺", "医学 🩺"),
        ])
    func escaping(text: String, expected: String) { #expect(LaTeXText.escaped(text) == expected) }

    @Test("breaks long names after their separators where it is told to") func breaking() {
        #expect(LaTeXText.escaped("a/b_c", isBreakable: true) == "a/\\allowbreak{}b\\_\\allowbreak{}c")
    }

    @Test(
        "needs XeLaTeX or LuaLaTeX only for what pdfLaTeX lacks",
        arguments: [
            ("Abràmoff, 5 × 3 − 1 τ²", false), ("医学", true), ("نموذج", true), ("🩺", true), ("Þór", true),
            ("a\u{202E}", false),
        ])
    func engines(text: String, isNeeded: Bool) { #expect(LaTeXText.needsUnicodeEngine(text) == isNeeded) }
}
