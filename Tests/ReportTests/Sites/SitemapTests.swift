import Testing

@testable import Report

@Suite("What search engines are told")
struct SitemapTests {
    private static let pages = ["models/a.html", "index.html", "404.html", "gap.html"]

    private func text(_ files: [SiteFile], _ path: String) -> String? {
        files.first { $0.path == path }.map { String(decoding: $0.data, as: UTF8.self) }
    }

    private func addresses(_ files: [SiteFile], _ path: String) throws -> [String] {
        let tree = try XMLTree.read(try #require(files.first { $0.path == path }).data)
        #expect(tree.attributes["xmlns"] == "http://www.sitemaps.org/schemas/sitemap/0.9")
        return try tree.children.map { try $0.only("loc") }
    }

    @Test(
        "addresses are those of the study, if they are of the web",
        arguments: [
            ("https://example.org", "https://example.org/"), ("http://example.org/a/", "http://example.org/a/"),
            ("HTTPS://example.org:8080/a", "HTTPS://example.org:8080/a/"), ("https://example.org/a?b=c", nil),
            ("https://example.org/#a", nil), ("ftp://example.org", nil), ("example.org", nil), ("https://", nil),
            ("https://exa mple.org", nil), ("javascript:alert(1)", nil), ("", nil), (nil, nil),
        ] as [(String?, String?)])
    func addressesAreJudged(base: String?, home: String?) { #expect(SiteAddress(base)?.url("index.html") == home) }

    @Test("paths are escaped in addresses")
    func pathsAreEscaped() {
        #expect(SiteAddress("https://example.org")?.url("assets/a b?.png") == "https://example.org/assets/a%20b%3F.png")
    }

    @Test("without an address there is no sitemap, and robots may read everything")
    func robotsAreWelcome() {
        let files = Sitemap.files(pages: Self.pages, address: nil)
        #expect(files.map(\.path) == ["robots.txt"])
        #expect(text(files, "robots.txt") == "User-agent: *\nDisallow:\n")
    }

    @Test("with one, the sitemap lists every page but the one that says that a page is missing")
    func pagesAreListed() throws {
        let files = Sitemap.files(pages: Self.pages, address: SiteAddress("https://example.org/a&b"))
        #expect(text(files, "robots.txt")?.hasSuffix("\nSitemap: https://example.org/a&b/sitemap.xml\n") == true)
        let base = "https://example.org/a&b/"
        #expect(try addresses(files, "sitemap.xml") == [base + "gap.html", base, base + "models/a.html"])
    }

    @Test("more pages than a sitemap may hold are listed in several, of which there is an index", arguments: [3, 4, 5])
    func longListsAreSplit(count: Int) throws {
        let pages = (0..<count).map { "items/\($0).html" }
        let files = Sitemap.files(pages: pages, address: SiteAddress("https://example.org"), maximum: 2)
        let parts = (1...(count + 1) / 2).map { "sitemap-\($0).xml" }
        #expect(try addresses(files, "sitemap.xml") == parts.map { "https://example.org/" + $0 })
        #expect(try parts.flatMap { try addresses(files, $0) } == pages.map { "https://example.org/" + $0 })
        #expect(try parts.allSatisfy { try addresses(files, $0).count <= 2 })
    }
}
