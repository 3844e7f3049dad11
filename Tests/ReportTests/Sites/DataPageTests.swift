import Findings
import Foundation
import Testing

@testable import Report

@Suite("The data page and the page about")
struct DataPageTests {
    private static let site: [String: Data] = (try? Project.site(Fixture.charted())) ?? [:]
    private static let page = Project.text(site, "data.html")

    @Test("list every file of data, every drawing and every card")
    func everythingIsListed() throws {
        let links = Set(PageCheck(try #require(Self.site["data.html"])).links)
        for path in Self.site.keys where ["data/", "figures/", "cards/"].contains(where: path.hasPrefix) {
            #expect(links.contains(path), "\(path)")
        }
    }

    @Test("group the figures by what they ask")
    func figuresAreGrouped() {
        let questions = Self.page.components(separatedBy: "scope=\"rowgroup\"").dropFirst()
        #expect(questions.count == FigureKind.all.count)
        for kind in FigureKind.all { #expect(Self.page.contains("class=\"question\">\(kind.question)<"), "\(kind.id)") }
    }

    @Test("show the citation that can be downloaded, and lead to the licence")
    func citationIsShown() {
        let file = Project.text(Self.site, "data/citation.bib")
        #expect(file.hasPrefix("@misc{study, title = {Medical vision-language models}, year = {2025}}\n"))
        #expect(Self.page.contains("@misc{study, title = {Medical vision-language models}, year = {2025}}"))
        #expect(file.contains("@misc{acuity-0.1.0,") && Self.page.contains("@misc{acuity-0.1.0,"))
        #expect(Self.page.contains("href=\"https://creativecommons.org/licenses/by/4.0/\""))
    }

    @Test("tell what makes the same findings, and how to check the logs")
    func aboutTellsHow() throws {
        let page = Project.text(Self.site, "about.html")
        let findings = try #require(Self.site["data/findings.json"])
        for part in [
            "acuity build STUDY.toml", "seed = 20250715", "level = 0.95", "replicates = 10000",
            "unparsed = &quot;wrong", "sha256sum --check logs.sha256", "acuity verify", "0.1.0",
            Checksum.sha256(findings),
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test(
        "give commands that run nothing but themselves",
        arguments: [
            ("logs/a-b.jsonl", "logs/a-b.jsonl"), ("$(rm x)", "'$(rm x)'"), ("it's", "'it'\\''s'"), ("-x", "'./-x'"),
            ("", "''"), ("a'\u{301}b", "'a'\\''\u{301}b'"),
        ])
    func wordsAreQuoted(path: String, word: String) {
        #expect(ShellText.word(path).unicodeScalars.elementsEqual(word.unicodeScalars))
    }

    @Test(
        "know where licences stand",
        arguments: [
            ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
            ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
            ("Apache-2.0", "https://spdx.org/licenses/Apache-2.0.html"), ("my own", nil), (nil, nil),
        ])
    func licences(name: String?, address: String?) { #expect(LicenseAddress.of(name) == address) }
}
