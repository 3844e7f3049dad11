/// Numbers and texts as bytes: small numbers take one byte (LEB128, as in DWARF).
public struct ByteWriter: Sendable {
    /// What was written since the beginning or since ``removeAll()``.
    public private(set) var bytes: [UInt8] = []

    /// A writer of no bytes.
    public init() {}

    /// Begins anew, in the same room.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// A number of at least 0: seven bits a byte, the lowest first.
    public mutating func add(_ number: Int) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Numbers that mostly grow by a little: each as its distance from the one before.
    mutating func add(differences numbers: [UInt32]) {
        var last = 0
        for number in numbers {
            let distance = Int(number) - last
            add(distance >= 0 ? distance << 1 : (-distance << 1) - 1)
            last = Int(number)
        }
    }

    mutating func add(_ numbers: [UInt32]) { for number in numbers { add(Int(number)) } }

    /// Bytes with their number before them, as a text's.
    public mutating func add(_ text: UnsafeRawBufferPointer) {
        add(text.count)
        bytes.append(contentsOf: text)
    }

    /// Bytes as they are.
    mutating func append(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }

    /// A text in UTF-8 with its number of bytes before it.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }
}

/// Reads what `ByteWriter` wrote; nil where the bytes end too early or say what cannot be.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var next = 0

    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        next = start
    }

    var isAtEnd: Bool { next == bytes.count }

    mutating func number() -> Int? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 56, by: 7) {
            guard next < bytes.count else { return nil }
            let byte = bytes[next]
            next += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(number) }
        }
        return nil
    }

    mutating func differences(_ count: Int) -> [UInt32]? {
        var last = 0
        return list(count) { reader in
            guard let coded = reader.number() else { return nil }
            last += coded & 1 == 0 ? coded >> 1 : -((coded + 1) >> 1)
            return UInt32(exactly: last)
        }
    }

    mutating func numbers(_ count: Int) -> [UInt32]? { list(count) { $0.number().flatMap { UInt32(exactly: $0) } } }

    mutating func text() -> String? {
        guard let count = number(), count <= bytes.count - next else { return nil }
        defer { next += count }
        return String(decoding: bytes[next..<(next + count)], as: UTF8.self)
    }

    mutating func texts() -> [String]? {
        guard let count = number() else { return nil }
        return list(count) { $0.text() }
    }

    private mutating func list<Element>(_ count: Int, _ element: (inout ByteReader) -> Element?) -> [Element]? {
        // Every element takes a byte at least.
        guard count <= bytes.count - next else { return nil }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count {
            guard let value = element(&self) else { return nil }
            list.append(value)
        }
        return list
    }
}
