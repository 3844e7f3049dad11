import Testing

@testable import Report

@Suite("The address of a site")
struct SiteAddressTests {
    @Test(
        "makes paths absolute and escapes what an address cannot hold",
        arguments: [
            ("index.html", "https://a.org/b/"), ("models/x.html", "https://a.org/b/models/x.html"),
            ("models/é \"<.html", "https://a.org/b/models/%C3%A9%20%22%3C.html"),
            ("compare/a--b.html", "https://a.org/b/compare/a--b.html"),
        ])
    func pathsBecomeAbsolute(path: String, url: String) {
        #expect(SiteAddress("https://a.org/b")?.url(path) == url)
        #expect(SiteAddress("https://a.org/b/")?.url(path) == url)
    }

    @Test(
        "is none for what is no address of the web that paths can be added to",
        arguments: [
            nil, "", "a.org", "javascript:alert(1)", "file:///x", "https://", "https://a.org/?q", "https://a.org/#f",
            "https://a.org/ b",
        ])
    func othersAreNone(base: String?) { #expect(SiteAddress(base) == nil) }

    @Test("is shown without scheme and slash")
    func shown() { #expect(SiteAddress("https://a.org/b/")?.shown == "a.org/b") }
}
