/// The 32-bit cyclic redundancy check of ZIP and gzip (polynomial 0xEDB88320, reflected), eight bytes at a time.
package struct CyclicRedundancy {
    package private(set) var value: UInt32 = 0

    package init() {}

    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for index in 0..<256 {
            var remainder = UInt32(index)
            for _ in 0..<8 { remainder = (remainder >> 1) ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
            tables[index] = remainder
        }
        for index in 256..<8 * 256 {
            let before = tables[index - 256]
            tables[index] = (before >> 8) ^ tables[Int(before & 0xFF)]
        }
        return tables
    }()

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        Self.tables.withUnsafeBufferPointer { tables in
            var remainder = ~value
            var position = 0
            while position + 8 <= bytes.count {
                let word =
                    bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian ^ UInt64(remainder)
                remainder = 0
                for byte in 0..<8 {
                    remainder ^= tables[(7 - byte) * 256 + Int(truncatingIfNeeded: (word >> (8 * UInt64(byte))) & 0xFF)]
                }
                position += 8
            }
            while position < bytes.count {
                remainder = (remainder >> 8) ^ tables[Int((remainder ^ UInt32(bytes[position])) & 0xFF)]
                position += 1
            }
            value = ~remainder
        }
    }
}
