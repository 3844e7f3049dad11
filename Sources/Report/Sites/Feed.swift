import Findings
import Foundation

/// The Atom feed (RFC 4287) of a study's releases: an entry for each model with a release date, and one for the
/// comparison of two releases. All times are release dates, so that the same findings give the same feed.
struct Feed {
    static let path = "feed.xml"

    private let index: FindingsIndex
    private let address: SiteAddress?
    private let entries: [FeedEntry]

    /// Nil if no model has a release date.
    init?(index: FindingsIndex, ranking: Ranking?) {
        let entries = FeedEntries(index: index, ranking: ranking).newestFirst
        guard !entries.isEmpty else { return nil }
        self.index = index
        self.entries = entries
        address = SiteAddress(index.document.study.baseURL)
    }

    /// Whether the findings give a feed.
    static func isNeeded(_ findings: FindingsDocument) -> Bool {
        findings.models.contains { FeedDate($0.released) != nil }
    }

    var file: SiteFile {
        let study = index.document.study
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">",
            element("title", "\(study.title): releases"),
        ]
        if let notice = study.notice { lines.append(element("subtitle", notice)) }
        lines += [
            element("id", address?.url(Self.path) ?? StableIdentifier.urn([study.title])),
            link("alternate", "text/html", SitePage.releases.rawValue),
        ]
        // A relative link to itself would say nothing.
        if address != nil { lines.append(link("self", "application/atom+xml", Self.path)) }
        // The entries are sorted, the newest first.
        if let newest = entries.first { lines.append(element("updated", newest.date.text)) }
        lines += [
            "<author>\(element("name", study.title))</author>",
            "<generator version=\"\(XMLText.escaped(index.document.acuityVersion))\">Acuity</generator>",
        ]
        if let license = study.license { lines.append(element("rights", license)) }
        lines += entries.flatMap { entry in
            [
                "<entry>", element("title", entry.title), element("id", identifier(of: entry)),
                link("alternate", "text/html", entry.path, fragment: entry.fragment),
                element("published", entry.date.text), element("updated", entry.date.text),
                element("summary", entry.summary), "</entry>",
            ]
        }
        return SiteFile(path: Self.path, text: (lines + ["</feed>", ""]).joined(separator: "\n"))
    }

    private func identifier(of entry: FeedEntry) -> String {
        guard let address else { return StableIdentifier.urn([index.document.study.title] + entry.key) }
        // Two comparisons share a page, but not an identifier.
        guard entry.fragment != nil else { return address.url(entry.path) }
        return address.url(entry.path) + "#" + entry.key.map(Slugs.plain).joined(separator: "--")
    }

    private func element(_ name: String, _ text: String) -> String { "<\(name)>\(XMLText.escaped(text))</\(name)>" }

    private func link(_ relation: String, _ type: String, _ path: String, fragment: String? = nil) -> String {
        let target = (address?.url(path) ?? path) + (fragment.map { "#" + $0 } ?? "")
        return "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(XMLText.escaped(target))\"/>"
    }
}
