import Foundation
import FoundationXML
import Testing

@testable import Report

@Suite("What is copied to show a picture elsewhere")
struct EmbedSnippetTests {
    private static func snippet(_ words: String) -> EmbedSnippet {
        EmbedSnippet(picture: "badges/a b.svg", page: "models/a.html", words: words, width: 200, height: 26)
    }

    @Test("has absolute addresses where the site has one, else paths below the site's folder")
    func addresses() {
        let address = SiteAddress("https://a.org/b")
        #expect(
            Self.snippet("w").html(address)
                == "<a href=\"https://a.org/b/models/a.html\"><img src=\"https://a.org/b/badges/a%20b.svg\" alt=\"w\" "
                + "width=\"200\" height=\"26\"></a>")
        #expect(Self.snippet("w").markdown(nil) == "[![w](badges/a%20b.svg)](models/a.html)")
    }

    @Test("is harmless whatever its words are", arguments: Variants.attackTexts + ["<\u{301}b>", "a](x)[b", "a\nb"])
    func wordsAreEscaped(words: String) throws {
        let html = Self.snippet(words).html(nil)
        let tags = html.unicodeScalars.filter { $0 == "<" }.count
        #expect(tags == 3, "\(html)")
        #expect(html.unicodeScalars.filter { $0 == "\"" }.count == 10, "\(html)")
        #expect(!html.contains("\n"))
        let markdown = Self.snippet(words).markdown(nil)
        #expect(markdown.hasSuffix("](badges/a%20b.svg)](models/a.html)"))
        #expect(!markdown.contains("<") && !markdown.contains("\n"))
        let inner = markdown.dropFirst(3).dropLast("](badges/a%20b.svg)](models/a.html)".count)
        #expect(!inner.replacing("\\]", with: "").contains("]"), "\(markdown)")
    }

    @Test("stands on each model's page with the badge, and on the data page for the study and a chart")
    func pagesShowThem() throws {
        var findings = Fixture.study()
        let plain = try Project.site(findings)
        let page = Project.text(plain, "models/lingshu-32b.html")
        #expect(page.contains("<img src=\"../badges/models/lingshu-32b.svg\" alt=\""))
        #expect(page.contains("&lt;img src=&quot;badges/models/lingshu-32b.svg&quot;"))
        #expect(page.contains("put the address of this site before each path"))
        findings.study.baseURL = "https://a.org"
        let site = try Project.site(findings)
        let absolute = Project.text(site, "models/lingshu-32b.html")
        #expect(absolute.contains("&lt;img src=&quot;https://a.org/badges/models/lingshu-32b.svg&quot;"))
        #expect(!absolute.contains("put the address of this site"))
        let data = Project.text(site, "data.html")
        #expect(data.contains("https://a.org/badges/study.svg"))
        #expect(data.contains("https://a.org/figures/leaderboard-720-light.svg"))
    }
}
