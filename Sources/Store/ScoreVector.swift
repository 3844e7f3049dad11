import Foundation

/// A vector of optional scores by item position, and its compact form in the store.
///
/// Vectors of only 0, 1 and none take a byte an item; others eight bytes, little endian, NaN for none; both are packed
/// where that makes them shorter. The first byte tells which. A vector may be shorter than its benchmark has items: the
/// rest are none.
public struct ScoreVector: Equatable, Sendable {
    /// The scores by position; NaN stands for none.
    public var values: [Double]

    /// Scores in [0, 1] by item position, NaN for none.
    public init(_ values: [Double]) { self.values = values }

    /// The score at a position, or NaN if there is none.
    public subscript(position: Int) -> Double { position < values.count ? values[position] : .nan }

    /// Gives the scores other positions.
    ///
    /// - Parameter positions: the new position of each score, by the one it has.
    public mutating func move(to positions: [Int]) {
        var moved = [Double](repeating: .nan, count: (positions.prefix(values.count).max() ?? -1) + 1)
        for (position, value) in values.enumerated() { moved[positions[position]] = value }
        values = moved
    }

    /// Whether both have the same score, or none, at every position; how long the vectors are does not matter.
    public static func == (left: ScoreVector, right: ScoreVector) -> Bool {
        (0..<max(left.values.count, right.values.count)).allSatisfy {
            left[$0] == right[$0] || (left[$0].isNaN && right[$0].isNaN)
        }
    }

    private static let byteForm: UInt8 = 1
    private static let packedForm: UInt8 = 2
    private static let doubleForm: UInt8 = 8
    private static let noneByte: UInt8 = 255

    var encoded: [UInt8] {
        let plain = plainForm
        let packed = Packed.encode(plain)
        return packed.count + 1 < plain.count ? [Self.packedForm] + packed : plain
    }

    var plainForm: [UInt8] {
        if values.allSatisfy({ $0 == 0 || $0 == 1 || $0.isNaN }) {
            var bytes = [UInt8](repeating: Self.byteForm, count: values.count + 1)
            for (index, value) in values.enumerated() { bytes[index + 1] = value.isNaN ? Self.noneByte : UInt8(value) }
            return bytes
        }
        var bytes = [Self.doubleForm]
        bytes.reserveCapacity(1 + 8 * values.count)
        for value in values {
            withUnsafeBytes(of: (value.isNaN ? Double.nan : value).bitPattern.littleEndian) {
                bytes.append(contentsOf: $0)
            }
        }
        return bytes
    }

    init?(encoded bytes: [UInt8]) {
        guard bytes.first == Self.packedForm else {
            guard let values = Self.values(plainForm: bytes) else { return nil }
            self.values = values
            return
        }
        guard let values = Packed.decode(Array(bytes.dropFirst())).flatMap(Self.values(plainForm:)) else { return nil }
        self.values = values
    }

    private static func values(plainForm bytes: [UInt8]) -> [Double]? {
        switch bytes.first {
        case byteForm:
            return bytes.dropFirst().map { $0 == noneByte ? .nan : Double($0) }
        case doubleForm where bytes.count % 8 == 1:
            return bytes.withUnsafeBytes { raw in
                (0..<(bytes.count / 8)).map {
                    Double(
                        bitPattern: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 1 + 8 * $0, as: UInt64.self))
                    )
                }
            }
        default: return nil
        }
    }
}
