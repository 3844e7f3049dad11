import Foundation

/// A summary's bytes say what cannot be.
struct DamagedPart: Error {}

/// The parts of one log while it is encoded; equal ones are kept once.
struct PartWriter {
    private(set) var parts: [[UInt8]] = []
    private var numbers: [[UInt8]: Int] = [:]

    /// Adds bytes, or numbers of `width` bytes each, and returns the number of the part.
    mutating func add(_ bytes: [UInt8], width: Int = 1) -> Int {
        let part = PartCode.encode(bytes, width: width)
        if let known = numbers[part] { return known }
        numbers[part] = parts.count
        parts.append(part)
        return parts.count - 1
    }

    mutating func add(_ numbers: [UInt32]) -> Int {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * numbers.count)
        for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
        return add(bytes, width: 4)
    }

    mutating func add(_ texts: [String]) -> TextsForm {
        var bytes: [UInt8] = []
        for text in texts { bytes.append(contentsOf: text.utf8) }
        return TextsForm(lengths: add(texts.map { UInt32($0.utf8.count) }), bytes: add(bytes))
    }
}

/// A list of texts: their lengths and their bytes.
struct TextsForm: Codable {
    var lengths: Int
    var bytes: Int
}

/// The parts of one log while it is decoded.
struct PartReader {
    /// The packed bytes of a part by its number, or nil if there is none.
    let part: (Int) -> [UInt8]?

    func bytes(_ number: Int) throws -> [UInt8] {
        guard let bytes = part(number).flatMap(PartCode.decode) else { throw DamagedPart() }
        return bytes
    }

    func numbers(_ number: Int) throws -> [UInt32] {
        let bytes = try bytes(number)
        guard bytes.count % 4 == 0 else { throw DamagedPart() }
        return bytes.withUnsafeBytes { raw in
            (0..<(bytes.count / 4)).map {
                UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
            }
        }
    }

    func texts(_ form: TextsForm) throws -> [String] {
        let lengths = try numbers(form.lengths)
        let bytes = try bytes(form.bytes)
        guard lengths.reduce(0, { $0 + Int($1) }) == bytes.count else { throw DamagedPart() }
        var start = 0
        return lengths.map { length in
            defer { start += Int(length) }
            return String(decoding: bytes[start..<(start + Int(length))], as: UTF8.self)
        }
    }
}
