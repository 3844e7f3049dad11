import Foundation
import FoundationXML

/// A page parsed as XML: the pages are written so that both an HTML and an XML parser read them alike.
final class PageCheck: NSObject, XMLParserDelegate {
    private(set) var error: String?
    private(set) var ids: [String] = []
    private(set) var links: [String] = []
    private(set) var sources: [String] = []
    private(set) var labels: [String] = []
    private(set) var elements: [String: Int] = [:]
    private(set) var faults: [String] = []
    private var texts: [String: String] = [:]
    private var regions: [(name: String?, title: String?)] = []
    private var open: [(name: String, id: String?)] = []
    private var titles: Set<String> = []

    /// What a link can lead to within the page.
    private(set) lazy var fragments = Set(ids)

    /// What the regions of the page are called: by themselves, or by the text of the element that titles them.
    var regionNames: [String] { regions.map { $0.name ?? $0.title.flatMap { texts[$0] } ?? "" } }

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.shouldResolveExternalEntities = false
        parser.delegate = self
        if !parser.parse() { error = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "malformed")" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        elements[name, default: 0] += 1
        if let id = attributes["id"] { ids.append(id) }
        if let href = attributes["href"] { links.append(href) }
        for key in ["src", "srcset"] { if let source = attributes[key] { sources.append(source) } }
        for key in ["aria-labelledby", "aria-describedby"] { if let id = attributes[key] { labels.append(id) } }
        for key in attributes.keys where key == "style" || key.hasPrefix("on") { faults.append("\(name) has \(key)") }
        if name == "style" || (name == "script" && attributes["src"] == nil) { faults.append("inline \(name)") }
        if name == "img", attributes["alt"]?.isEmpty != false { faults.append("img without alt") }
        if name == "th", attributes["scope"] == nil { faults.append("th without scope") }
        if attributes["role"] == "region" {
            regions.append((attributes["aria-label"], attributes["aria-labelledby"]))
            // What titles a region stands within it, so that no other text need be kept.
            if let title = attributes["aria-labelledby"] { titles.insert(title) }
        }
        // In a figure only a caption that comes first or last is valid, so nothing may follow it.
        if name == "details", open.last?.name == "figure" { faults.append("details within figure") }
        if name == "a", open.contains(where: { $0.name == "a" }) { faults.append("a within a") }
        if ["div", "section", "ul", "table", "p", "figure"].contains(name), open.contains(where: { $0.name == "p" }) {
            faults.append("\(name) within p")
        }
        open.append((name, attributes["id"]))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        for case let id? in open.map(\.id) where titles.contains(id) { texts[id, default: ""] += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }
}
