import Foundation
import FoundationXML
import Testing

/// An XML document as a tree of elements.
final class XMLTree: NSObject, XMLParserDelegate {
    private(set) var name = ""
    private(set) var attributes: [String: String] = [:]
    private(set) var text = ""
    private(set) var children: [XMLTree] = []

    /// The root of a document, which must be well formed.
    static func read(_ data: Data) throws -> XMLTree {
        let reader = XMLTree()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        try #require(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        return try #require(reader.children.first)
    }

    func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

    /// The text of the only child of a name.
    func only(_ name: String) throws -> String {
        try #require(all(name).count == 1, "\(self.name) has \(all(name).count) \(name)")
        return all(name)[0].text
    }

    private lazy var open: [XMLTree] = [self]

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        let element = XMLTree()
        (element.name, element.attributes) = (name, attributes)
        open.last?.children.append(element)
        open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }
}
