import JSONBridge
import Records

/// Reads JSON texts one after another with the same buffers; built on simdjson.
///
/// Texts that are not strict JSON but that Python or JavaScript write are mended and read: bare `NaN` and `Infinity`,
/// numbers beyond 64 bits, lone surrogates, bytes that are not UTF-8, raw control characters. `repairs` tells.
public final class JSONParser {
    /// What had to be mended in the last text.
    public private(set) var repairs: JSONRepairs = []

    private let parser: OpaquePointer?
    /// Which text is the current one; values of earlier texts must not be used.
    private(set) var generation = 0

    /// A parser with buffers of its own, which grow with the longest text. It serves one thread at a time.
    public init() { parser = acuity_json_parser_new() }

    deinit { if let parser { acuity_json_parser_free(parser) } }

    /// Reads one text. The value is valid until the next text is read with this parser.
    ///
    /// - Parameters:
    ///   - bytes: the text, which is copied.
    ///   - place: where the text comes from, for messages.
    ///   - line: the line of its first byte, from 1.
    ///   - column: the column of its first byte, from 1.
    /// - Throws: `Problem` `malformed-json` or `truncated-json` with line and column.
    public func parse(
        _ bytes: UnsafeRawBufferPointer, place: InputPlace, line: Int = 1, column: Int = 1
    ) throws
        -> JSONValue
    {
        generation += 1
        var root = acuity_json_value()
        let text = bytes.assumingMemoryBound(to: CChar.self)
        guard let parser else {
            throw place.problem(
                "out-of-memory", line: line, expected: "memory for the JSON parser", found: "none",
                remedy: "Free some memory.")
        }
        var code = acuity_json_parse(parser, text.baseAddress, text.count, &root)
        if code != 0 {
            // Strict JSON is the common case; mending is tried only after a refusal.
            code = acuity_json_parse_mended(parser, text.baseAddress, text.count, &root)
        }
        repairs = JSONRepairs(rawValue: acuity_json_repairs(parser))
        if code == 0 { return JSONValue(parser: self, generation: generation, value: root) }
        throw Self.problem(code, text, place, line, column)
    }

    /// Reads one text that is a list of bytes.
    public func parse(_ bytes: [UInt8], place: InputPlace) throws -> JSONValue {
        try bytes.withUnsafeBytes { try parse($0, place: place) }
    }

    private static func problem(
        _ code: Int32, _ text: UnsafeBufferPointer<CChar>, _ place: InputPlace, _ line: Int, _ column: Int
    ) -> Problem {
        let fault = text.isEmpty ? 0 : acuity_json_first_fault(text.baseAddress, text.count)
        let before = text[..<fault]
        let feeds = before.lazy.filter { $0 == 0x0A }.count
        let lastFeed = before.lastIndex(of: 0x0A)
        let isCut = fault == text.count
        let shown = String(decoding: text[fault...].prefix(24).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return place.problem(
            isCut ? "truncated-json" : "malformed-json", line: line + feeds,
            column: lastFeed.map { fault - $0 } ?? fault + column,
            expected: isCut ? "a complete JSON value" : "JSON",
            found: isCut
                ? (text.isEmpty ? "nothing" : "a text that ends too early")
                : "`\(shown)` (\(String(cString: acuity_json_error_text(code))))",
            remedy:
                "Copy the file again; if the runner was stopped while writing, delete the broken part or run it again.")
    }
}

/// What had to be mended before a text could be read.
public struct JSONRepairs: OptionSet, Sendable {
    /// The kinds of repair as bits.
    public let rawValue: UInt32
    /// The repairs of some bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Bare `NaN` or `Infinity`.
    public static let notFinite = JSONRepairs(rawValue: 1)
    /// Numbers beyond 64 bits or beyond a double, kept as text.
    public static let bigNumber = JSONRepairs(rawValue: 2)
    /// Lone surrogates, read as U+FFFD.
    public static let surrogate = JSONRepairs(rawValue: 4)
    /// Bytes that are not UTF-8, read as U+FFFD.
    public static let encoding = JSONRepairs(rawValue: 8)
    /// Raw control characters in strings.
    public static let control = JSONRepairs(rawValue: 16)
}

/// A JSON text with its own parser, for texts that are kept for a while.
public final class JSONDocument {
    /// The value of the whole text.
    public let root: JSONValue
    private let parser: JSONParser

    /// - Throws: `Problem` `malformed-json` or `truncated-json`.
    public init(_ bytes: UnsafeRawBufferPointer, place: InputPlace, line: Int = 1, column: Int = 1) throws {
        parser = JSONParser()
        root = try parser.parse(bytes, place: place, line: line, column: column)
    }

    /// - Throws: `Problem` `malformed-json` or `truncated-json`.
    public convenience init(_ bytes: [UInt8], place: InputPlace) throws {
        self.init(root: try bytes.withUnsafeBytes { try JSONDocument($0, place: place) })
    }

    /// Reads a whole file, which may be compressed.
    ///
    /// - Throws: `Problem` for files that cannot be read or are not JSON.
    public convenience init(file path: String, shownAs: String, limit: Int = InputLimits.piece) throws {
        let source = try InputFile.open(path, shownAs: shownAs)
        try self.init(source.readAll(limit: limit), place: source.place)
    }

    private init(root other: JSONDocument) {
        parser = other.parser
        root = other.root
    }
}
