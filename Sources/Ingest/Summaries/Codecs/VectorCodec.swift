import Store

/// A vector of scores as a summary keeps it.
struct VectorForm: Codable {
    var part: Int
    /// Whether the part has eight bytes a score, and not one.
    var isWide: Bool

    init(_ vector: ScoreVector, to parts: inout PartWriter) {
        let bytes = vector.storedForm
        isWide = bytes.first != 1
        part = parts.add(Array(bytes.dropFirst()), width: isWide ? 8 : 1)
    }

    func decoded(from parts: PartReader, itemCount: Int) throws -> ScoreVector {
        let bytes = try parts.bytes(part)
        guard bytes.count / (isWide ? 8 : 1) <= itemCount,
            let vector = ScoreVector(storedForm: [isWide ? 8 : 1] + bytes)
        else { throw DamagedPart() }
        return vector
    }
}

/// What a run says of its items, as a summary keeps it: logs of one benchmark have most columns in common.
struct FingerprintForm: Codable {
    var count: UInt32
    var mask: UInt32
    var columns: [Int]

    private static let headerLength = 8

    init(_ fingerprint: RunFingerprint, to parts: inout PartWriter) {
        let bytes = fingerprint.storedForm
        (count, mask) = bytes.withUnsafeBytes {
            (
                UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
                UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
            )
        }
        columns = []
        let length = 4 * Int(count)
        for start in stride(from: Self.headerLength, to: bytes.count, by: max(1, length)) {
            columns.append(parts.add(Array(bytes[start..<(start + length)]), width: 4))
        }
    }

    func decoded(from parts: PartReader, itemCount: Int) throws -> RunFingerprint {
        guard Int(count) <= itemCount else { throw DamagedPart() }
        var bytes: [UInt8] = []
        for number in [count, mask] { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
        for column in columns { bytes += try parts.bytes(column) }
        guard let fingerprint = RunFingerprint(storedForm: bytes) else { throw DamagedPart() }
        return fingerprint
    }
}
