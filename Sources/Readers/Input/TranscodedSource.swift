import Records

/// Text in UTF-16 or UTF-32 as UTF-8, one piece at a time.
final class TranscodedSource: ByteSource {
    /// How the units of a text lie.
    struct Encoding: Equatable {
        /// The bytes of a unit: 2 or 4.
        let width: Int
        let isBigEndian: Bool

        /// The encoding that a byte order mark tells, or that the zero bytes of the first letters give away; nil for
        /// UTF-8 and everything else.
        init?(firstBytes bytes: [UInt8]) {
            if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
                self.init(width: 4, isBigEndian: false)
            } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
                self.init(width: 4, isBigEndian: true)
            } else if bytes.starts(with: [0xFF, 0xFE]) {
                self.init(width: 2, isBigEndian: false)
            } else if bytes.starts(with: [0xFE, 0xFF]) {
                self.init(width: 2, isBigEndian: true)
            } else {
                // `{"` or `[{` or letters of a header: every second byte is zero.
                guard bytes.count >= 4, !bytes.prefix(4).allSatisfy({ $0 == 0 }) else { return nil }
                if bytes[1] == 0, bytes[3] == 0, bytes[0] != 0, bytes[2] != 0 {
                    self.init(width: 2, isBigEndian: false)
                } else if bytes[0] == 0, bytes[2] == 0, bytes[1] != 0, bytes[3] != 0 {
                    self.init(width: 2, isBigEndian: true)
                } else {
                    return nil
                }
            }
        }

        private init(width: Int, isBigEndian: Bool) {
            self.width = width
            self.isBigEndian = isBigEndian
        }
    }

    var place: InputPlace { source.place }
    private let source: any ByteSource
    private let encoding: Encoding
    private var raw: [UInt8] = []
    private var ready: [UInt8] = []
    private var position = 0
    private var highSurrogate: UInt32?
    private var isAtStart = true
    private var isAtEnd = false

    init(_ source: any ByteSource, encoding: Encoding) {
        self.source = source
        self.encoding = encoding
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while position == ready.count {
            if isAtEnd { return 0 }
            try fill()
        }
        let count = min(buffer.count, ready.count - position)
        ready[position..<(position + count)].withUnsafeBytes { buffer.copyMemory(from: $0) }
        position += count
        return count
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
        isAtEnd = count == 0
        raw += chunk[..<count]
        ready.removeAll(keepingCapacity: true)
        position = 0
        let whole = raw.count / encoding.width * encoding.width
        for start in stride(from: 0, to: whole, by: encoding.width) { add(unit(at: start)) }
        raw.removeFirst(whole)
        if isAtEnd, highSurrogate != nil || !raw.isEmpty { append(0xFFFD) }
    }

    private func unit(at start: Int) -> UInt32 {
        let bytes = raw[start..<(start + encoding.width)]
        return (encoding.isBigEndian ? Array(bytes) : bytes.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private func add(_ unit: UInt32) {
        defer { isAtStart = false }
        if isAtStart, unit == 0xFEFF { return }
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) { return append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)) }
            append(0xFFFD)
        }
        if encoding.width == 2, (0xD800...0xDBFF).contains(unit) { highSurrogate = unit } else { append(unit) }
    }

    private func append(_ code: UInt32) {
        ready += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }
}
