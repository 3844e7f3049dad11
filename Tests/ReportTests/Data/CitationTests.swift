import Findings
import Testing

@testable import Report

@Suite("Citation")
struct CitationTests {
    private static func findings(cite: String?, title: String = "A study") -> FindingsDocument {
        var findings = Variants.empty
        findings.study.cite = cite
        findings.study.title = title
        return findings
    }

    @Test("is the study's own entry as it is, where it names one")
    func ownEntriesStay() {
        let own = "@article{x, title = {A \\& B}, author = {Doe, Jane}}"
        #expect(Citation.study(Self.findings(cite: "  \(own)\n")) == own + "\n")
    }

    @Test("is made of title, year, address and notes where the study names none")
    func entriesAreMade() {
        var findings = Self.findings(cite: "After Doe 2025", title: "Models, 2025")
        findings.study.baseURL = "https://a.org/x"
        findings.study.notice = "Simulated"
        findings.runs = ["2024-03-01", "2025-07-01T10:00:00Z", "soon"].map {
            RunFinding(model: "m", benchmark: "b", source: "s", startedAt: $0, items: 1, predictions: 1)
        }
        #expect(
            Citation.study(findings) == """
                @misc{models-2025,
                  title = {{Models, 2025}},
                  year = {2025},
                  howpublished = {\\url{https://a.org/x/}},
                  url = {https://a.org/x/},
                  note = {After Doe 2025. Simulated. Made with Acuity 0.1.0.}
                }

                """)
    }

    @Test(
        "has balanced braces and no live command, whatever the title is",
        arguments: Variants.attackTexts + ["{", "}", "\\input{x}", "50% of $5 & #1_a", "\"~^\""])
    func titlesAreEscaped(title: String) {
        let entry = Citation.study(Self.findings(cite: title, title: title))
        var depth = 0
        for scalar in entry.unicodeScalars {
            depth += scalar == "{" ? 1 : scalar == "}" ? -1 : 0
            #expect(depth >= 0)
        }
        #expect(depth == 0, "\(entry)")
        #expect(!entry.contains("\\input"))
        #expect(entry.split(separator: "\n").filter { !$0.hasPrefix("  ") }.count == 2, "\(entry)")
    }

    @Test("has the same key for the same title, and one where no letter of it can be in a key")
    func keysAreStable() {
        #expect(Citation.study(Self.findings(cite: nil, title: "A study!")).hasPrefix("@misc{a-study,"))
        #expect(Citation.study(Self.findings(cite: "other", title: "A study!")).hasPrefix("@misc{a-study,"))
        #expect(Citation.study(Self.findings(cite: nil, title: "模型")).hasPrefix("@misc{study,"))
    }

    @Test(
        "finds the authors of an entry",
        arguments: [
            ("@misc{a, author = {Doe, Jane and {The Group}}, year = 2025}", ["Doe, Jane", "The Group"]),
            ("@misc{a, title = {author = {No}}, author=\"J. Doe\"}", ["J. Doe"]),
            ("@misc{a, coauthor = {No}}", []), ("Doe and others", []), ("@misc{a, author = {Doe", []),
        ])
    func authors(cite: String, names: [String]) {
        #expect(Citation.authors(cite) == names)
    }
}
