import Foundation
import FoundationXML
import Records

/// Takes the elements of an XML text as they come. Names are without their prefix.
protocol XMLVisitor: AnyObject {
    func start(_ name: String, _ attributes: [String: String]) throws
    func text(_ text: String) throws
    func end(_ name: String) throws
}

/// Thrown by a visitor that has seen enough; it ends the walk without an error.
struct XMLStop: Error {}

/// Walks through an XML text without holding it. External entities are never opened. A text with a document type is
/// refused, because the format forbids it (ECMA-376, part 2, section 8.1.4) and its nested entities can fill the memory;
/// so is an empty processing instruction, on which the parser crashes.
enum XMLStream {
    /// Walks through the text.
    ///
    /// - Parameter limit: the largest length of the text in bytes.
    /// - Throws: `Problem` `damaged-table` or `too-long`; what the source and the visitor throw.
    static func walk(_ source: any ByteSource, limit: Int, _ visitor: any XMLVisitor) throws {
        let stream = SourceStream(source, limit: limit)
        let walker = Walker(visitor)
        let parser = XMLParser(stream: stream)
        parser.shouldResolveExternalEntities = false
        parser.externalEntityResolvingPolicy = .never
        parser.delegate = walker
        let isComplete = parser.parse()
        if let failure = stream.failure { throw failure }
        if let failure = walker.failure {
            if failure is XMLStop { return }
            throw failure
        }
        guard isComplete, walker.depth == 0, walker.hasRoot else {
            throw source.place.problem(
                "damaged-table", line: max(1, parser.lineNumber), expected: "complete XML",
                found: walker.hasRoot ? "XML that breaks off or is not well formed" : "no XML",
                remedy: "Open the workbook in a spreadsheet program and save it again, or copy the file again.")
        }
    }
}

private final class Walker: NSObject, XMLParserDelegate {
    private let visitor: any XMLVisitor
    private(set) var failure: (any Error)?
    private(set) var depth = 0
    private(set) var hasRoot = false

    init(_ visitor: any XMLVisitor) { self.visitor = visitor }

    private func attempt(_ parser: XMLParser, _ body: () throws -> Void) {
        guard failure == nil else { return }
        do { try body() } catch {
            failure = error
            parser.abortParsing()
        }
    }

    private static func local(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: 0x3A) else { return name }
        return String(name[name.index(after: colon)...])
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        depth += 1
        hasRoot = true
        attempt(parser) { try visitor.start(Self.local(name), attributes) }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        depth -= 1
        attempt(parser) { try visitor.end(Self.local(name)) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { attempt(parser) { try visitor.text(text) } }

    func parser(_ parser: XMLParser, foundCDATA bytes: Data) {
        attempt(parser) { try visitor.text(String(decoding: bytes, as: UTF8.self)) }
    }
}

/// Hands the bytes of a source to the parser.
private final class SourceStream: InputStream {
    private let source: any ByteSource
    private var left: Int
    private let limit: Int
    private(set) var failure: (any Error)?
    private var guardian = XMLGuard()

    init(_ source: any ByteSource, limit: Int) {
        self.source = source
        self.limit = limit
        left = limit
        super.init(data: Data())
    }

    override func open() {}
    override func close() {}
    override var hasBytesAvailable: Bool { failure == nil }
    override var streamError: (any Error)? { nil }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        do {
            let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: maxLength))
            left -= count
            guard left >= 0 else {
                throw source.place.problem(
                    "too-long", expected: "at most \(limit) bytes after unpacking", found: "more",
                    remedy: "Split the workbook, or write the predictions as .tsv.")
            }
            try guardian.look(at: UnsafeRawBufferPointer(start: buffer, count: count), source.place)
            return count
        } catch {
            failure = error
            // Ends the text; `walk` throws the failure. After -1 the parser would ask for an error that a subclass of
            // InputStream does not have.
            return 0
        }
    }
}
