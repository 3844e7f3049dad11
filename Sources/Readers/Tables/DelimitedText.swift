import Records

/// Rows of comma-, semicolon- or tab-separated text (RFC 4180): quoted fields may hold separators, quotes and newlines.
public final class DelimitedText {
    /// The separator, by its ASCII code.
    public let separator: UInt8
    /// The line on which the row handed out last begins, from 1.
    public private(set) var line = 0

    private let source: any ByteSource
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var position = 0
    private var filled = 0
    private var nextLine = 1
    private var isAtStart = true

    /// A field longer than this is taken for a missing closing quote.
    private static let longestField = 1 << 26

    public init(_ source: any ByteSource, separator: UInt8) {
        self.source = source
        self.separator = separator
    }

    /// The separator that a header line has most often outside quotes; nil if it has none.
    public static func separator(ofHeader header: String) -> UInt8? {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in header.utf8 {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, byte == 0x09 || byte == 0x2C || byte == 0x3B { counts[byte, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The next row's fields; nil at the end. Empty lines are passed over.
    ///
    /// - Throws: `Problem` `unclosed-quote` with the line on which the row begins; what the source throws.
    public func next() throws -> [String]? {
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        line = nextLine
        while true {
            guard let byte = try nextByte() else {
                if isQuoted { throw unclosed() }
                if fields.isEmpty, field.isEmpty, !wasQuoted { return nil }
                fields.append(String(decoding: field, as: UTF8.self))
                return fields
            }
            if byte == 0x0A { nextLine += 1 }
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                    guard field.count < Self.longestField else { throw unclosed() }
                } else if try peek() == 0x22 {
                    field.append(0x22)
                    _ = try nextByte()
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, field.isEmpty, !wasQuoted {
                isQuoted = true
                wasQuoted = true
            } else if byte == separator {
                fields.append(String(decoding: field, as: UTF8.self))
                field.removeAll(keepingCapacity: true)
                wasQuoted = false
            } else if byte == 0x0A {
                if field.last == 0x0D { field.removeLast() }
                if fields.isEmpty, field.isEmpty, !wasQuoted {
                    line = nextLine
                    continue
                }
                fields.append(String(decoding: field, as: UTF8.self))
                return fields
            } else {
                field.append(byte)
            }
        }
    }

    private func nextByte() throws -> UInt8? {
        guard let byte = try peek() else { return nil }
        position += 1
        return byte
    }

    private func peek() throws -> UInt8? {
        if position == filled {
            filled = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
            position = 0
            if isAtStart {
                isAtStart = false
                if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
            }
        }
        return position < filled ? buffer[position] : nil
    }

    private func unclosed() -> Problem {
        source.place.problem(
            "unclosed-quote", line: line, expected: "a closing quote for each quoted field", found: "the end of the text",
            remedy: "Correct the row that begins here, or write the file again; the rows before it were read.")
    }
}
