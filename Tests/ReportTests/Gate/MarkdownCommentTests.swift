import Findings
import Foundation
import Testing

@testable import Report

@Suite("The gate's comment")
struct MarkdownCommentTests {
    private func text(_ document: ReleaseDocument) throws -> String { try GateReport.render(document, as: .markdown) }

    @Test("says the verdict in a word first, and shows no inconclusive part before the folds")
    func short() throws {
        let text = try text(Releases.blocked())
        #expect(text.hasPrefix("### ⛔ BLOCKED: v2 against v1\n\nv2 regressed on 1 of 4 benchmarks (SLAKE)"))
        let unfolded = try #require(text.components(separatedBy: "<details>").first)
        #expect(unfolded.contains("| &emsp;reasoning | 73.2 | 66.1 | −7.1 |"))
        #expect(unfolded.contains("| overall |"))
        #expect(!unfolded.contains("understanding"))
        #expect(text.contains("| &emsp;understanding | 86.5 | 84.9 |"))
    }

    @Test("keeps its structure whatever texts are", arguments: Releases.all.map(\.name))
    func structure(name: String) throws {
        let text = try text(Releases.named(name))
        #expect(text.components(separatedBy: "<details>").count == text.components(separatedBy: "</details>").count)
        // No line begins with what makes a heading, a list or a fence, but the comment's own.
        let lines = text.split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("#") }.count == 1)
        var columns: Int?
        for line in lines {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let count = line.count { $0 == "|" }
            #expect(count == columns ?? count, "\(line)")
            columns = count
        }
        // The only tags are the comment's own.
        let tags = Set(text.matches(of: #/<[^>]*>/#).map { String($0.output) })
        let own: Set = ["<details>", "</details>", "<summary>", "</summary>", "<code>", "</code>", "<br>"]
        #expect(tags.isSubset(of: own), "\(tags)")
    }

    @Test(
        "text is neither markup, mention, reference, address, commit nor emoji",
        arguments: [
            ("@octocat", "&#64;&#8203;octocat"), ("see #12", "see &#35;&#8203;12"), ("GH-12", "GH-&#8203;12"),
            ("[a](b)", "&#91;a&#93;(b)"), ("<b>", "&#60;b&#62;"), ("</details>", "&#60;/details&#62;"),
            ("a|b", "a&#124;b"), ("a\n\n# b", "a  &#35;&#8203; b"), ("http://x", "http:&#8203;//x"),
            ("WWW.x.org", "WWW&#8203;.x.org"), (":+1:", ":&#8203;+1:&#8203;"),
            (
                "`x` *y* _z_ ~u~ $v$",
                "&#96;x&#96; &#42;y&#42; &#95;z&#95; &#126;u&#126; &#36;v&#36;"
            ), ("&lt;", "&#38;lt;"),
            ("deadbeef", "deadbe&#8203;ef"), ("a\\b", "a&#92;b"), ("a\u{200B}b", "a⟨U+200B⟩b"),
            ("plain text, 12.5 (x): y", "plain text, 12.5 (x): y"),
        ])
    func escaping(text: String, expected: String) {
        let escaped = CommentText.escaped(text)
        // A colon at the end stands before nothing that it could be read with.
        #expect(escaped == expected || escaped + CommentText.breaker == expected)
    }

    @Test("stays within its limit and counts what was cut")
    func limit() throws {
        var document = Releases.several()
        let comparisons = document.comparisons
        for _ in 0..<100 { document.comparisons += comparisons }
        let text = try text(document)
        #expect(text.utf16.count < MarkdownComment.limit)
        #expect(text.utf16.count > MarkdownComment.limit / 2)
        #expect(text.contains("rows more would have made this comment too long"))
        #expect(text.hasPrefix("### ⛔ BLOCKED"))
        #expect(text.components(separatedBy: "<details>").count == text.components(separatedBy: "</details>").count)
    }
}
