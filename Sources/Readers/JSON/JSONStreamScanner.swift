import JSONBridge
import Records

/// A part of a JSON text that is too large to be held at once.
public struct JSONStreamPart {
    /// What a part is.
    public enum Kind: Sendable {
        /// A member of an object that is not streamed, with its whole value.
        case member
        /// One element of a streamed list, or one member of a streamed object.
        case element
        /// A member that is left out; its value has not been looked at, `value` is nil.
        case skipped
    }

    /// What the part is, and so whether it has a value.
    public let kind: Kind
    /// The dotted path of the container; empty for the top.
    public let container: String
    /// The key within the container, nil in lists.
    public let key: String?
    /// The position within the container, from 0.
    public let index: Int
    /// The value, valid until the next part is asked for; nil if skipped.
    public let value: JSONValue?
    /// The line on which the value begins, from 1.
    public let line: Int

    /// The dotted path of the member; the container's for elements of lists.
    public var path: String { key.map { container.isEmpty ? $0 : "\(container).\($0)" } ?? container }
}

/// Walks a huge JSON text and hands out its parts one at a time, so that memory holds one part only.
///
/// A list at the top gives its elements. An object at the top gives its members; those whose dotted path is in
/// `streaming` give their elements instead, those in `skipping` are stepped over.
public final class JSONStreamScanner {
    private struct Frame {
        let isObject: Bool
        let path: String
        let isStreamed: Bool
        var index = 0
    }

    private let input: JSONStreamBuffer
    private let streaming: Set<String>
    private let skipping: Set<String>
    private let parser = JSONParser()
    private var frames: [Frame] = []
    private var isStarted = false
    private var isSkipPending = false

    /// - Parameters:
    ///   - source: the bytes of the text, which are read from here on.
    ///   - streaming: dotted paths of the lists and objects whose elements are handed out one at a time.
    ///   - skipping: dotted paths of members that are not wanted.
    ///   - partLimit: the largest part in bytes.
    public init(
        _ source: any ByteSource, streaming: Set<String> = [], skipping: Set<String> = [],
        partLimit: Int = InputLimits.piece
    ) {
        input = JSONStreamBuffer(source, limit: partLimit)
        self.streaming = streaming
        self.skipping = skipping
    }

    /// Whether the text is a list; known after the first part.
    public private(set) var isList = false

    /// What had to be mended in the last part.
    public var repairs: JSONRepairs { parser.repairs }

    /// The next part; nil at the end of the text.
    ///
    /// - Throws: `Problem` `truncated-json` or `malformed-json` with the line, what the source throws.
    public func next() throws -> JSONStreamPart? {
        if isSkipPending {
            try input.skipValue()
            isSkipPending = false
        }
        if !isStarted, let part = try start() { return part }
        while let frame = frames.last {
            guard let part = try step(frame) else { continue }
            return part
        }
        if let byte = try input.peekToken() { throw input.unexpected(byte, expected: "the end of the text") }
        return nil
    }

    private func start() throws -> JSONStreamPart? {
        isStarted = true
        try input.skipByteOrderMark()
        let first = try input.requireToken("a JSON value")
        if first == Byte.brace || first == Byte.bracket {
            isList = first == Byte.bracket
            push(isObject: !isList, path: "", isStreamed: isList)
            return nil
        }
        let line = input.line
        return JSONStreamPart(
            kind: .member, container: "", key: nil, index: 0, value: try input.takeValue(parser), line: line)
    }

    private func push(isObject: Bool, path: String, isStreamed: Bool) {
        input.advance()
        frames.append(Frame(isObject: isObject, path: path, isStreamed: isStreamed))
    }

    private func step(_ frame: Frame) throws -> JSONStreamPart? {
        let closing = frame.isObject ? Byte.closingBrace : Byte.closingBracket
        var byte = try input.requireToken(frame.isObject ? "a member or `}`" : "an element or `]`")
        if byte == closing {
            input.advance()
            frames.removeLast()
            return nil
        }
        if frame.index > 0 {
            guard byte == Byte.comma else { throw input.unexpected(byte, expected: "a comma") }
            input.advance()
            byte = try input.requireToken("another element")
        }
        let depth = frames.count - 1
        frames[depth].index += 1
        var key: String?
        if frame.isObject {
            guard byte == Byte.quote else { throw input.unexpected(byte, expected: "a key in quotes") }
            key = try input.takeValue(parser).string ?? ""
            guard try input.requireToken("a colon") == Byte.colon else {
                throw input.unexpected(byte, expected: "a colon")
            }
            input.advance()
            byte = try input.requireToken("a value")
        }
        let path = key.map { frame.path.isEmpty ? $0 : "\(frame.path).\($0)" } ?? frame.path
        if frame.isObject, !frame.isStreamed {
            if skipping.contains(path) {
                isSkipPending = true
                return JSONStreamPart(
                    kind: .skipped, container: frame.path, key: key, index: frame.index, value: nil, line: input.line)
            }
            let isContainer = byte == Byte.brace || byte == Byte.bracket
            if isContainer, streaming.contains(path) {
                push(isObject: byte == Byte.brace, path: path, isStreamed: true)
                return nil
            }
            if byte == Byte.brace, streaming.union(skipping).contains(where: { $0.hasPrefix("\(path).") }) {
                push(isObject: true, path: path, isStreamed: false)
                return nil
            }
        }
        let line = input.line
        return JSONStreamPart(
            kind: frame.isStreamed ? .element : .member, container: frame.path, key: key, index: frame.index,
            value: try input.takeValue(parser), line: line)
    }

    private enum Byte {
        static let brace = UInt8(ascii: "{")
        static let closingBrace = UInt8(ascii: "}")
        static let bracket = UInt8(ascii: "[")
        static let closingBracket = UInt8(ascii: "]")
        static let comma = UInt8(ascii: ",")
        static let colon = UInt8(ascii: ":")
        static let quote = UInt8(ascii: "\"")
    }
}
