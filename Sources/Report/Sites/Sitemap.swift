/// What search engines ask a site for: its pages, and what they may read.
enum Sitemap {
    /// The most addresses that one file may hold by the protocol of sitemaps.org.
    static let maximum = 50_000

    /// `robots.txt`, which allows everything, and, where the site's address is known, `sitemap.xml`. More pages than
    /// one file may hold are listed in several, of which `sitemap.xml` is the index. No page has a date, as the
    /// findings hold none of the build.
    ///
    /// - Parameter pages: The paths of the site's pages; the one that says that a page is missing is left out.
    static func files(pages: [String], address: SiteAddress?, maximum: Int = maximum) -> [SiteFile] {
        let allowed = "User-agent: *\nDisallow:\n"
        guard let address else { return [SiteFile(path: "robots.txt", text: allowed)] }
        let listed = pages.filter { $0 != "404.html" }.sorted()
        var files = [SiteFile(path: "robots.txt", text: allowed + "\nSitemap: \(address.url("sitemap.xml"))\n")]
        guard listed.count > maximum else {
            return files + [document("sitemap.xml", "urlset", "url", listed, address)]
        }
        let parts = stride(from: 0, to: listed.count, by: maximum).enumerated().map { number, start in
            document(
                "sitemap-\(number + 1).xml", "urlset", "url", Array(listed[start..<min(start + maximum, listed.count)]),
                address)
        }
        files.append(document("sitemap.xml", "sitemapindex", "sitemap", parts.map(\.path), address))
        return files + parts
    }

    private static func document(
        _ path: String, _ list: String, _ element: String, _ paths: [String], _ address: SiteAddress
    ) -> SiteFile {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<\(list) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for path in paths { text += "<\(element)><loc>\(XMLText.escaped(address.url(path)))</loc></\(element)>\n" }
        return SiteFile(path: path, text: text + "</\(list)>\n")
    }
}
