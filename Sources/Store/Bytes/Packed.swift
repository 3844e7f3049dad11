import CZlib
import CZstd

/// Bytes in Zstandard's form (RFC 8878), with their number before them.
package enum Packed {
    /// Speed counts more than the last percent.
    private static let level: Int32 = 1
    /// No column or chunk of a store is longer.
    private static let largest = 1 << 32

    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var header = ByteWriter()
        header.add(bytes.count)
        let prefix = header.bytes
        let room = ZSTD_compressBound(bytes.count)
        return [UInt8](unsafeUninitializedCapacity: prefix.count + room) { buffer, count in
            for (index, byte) in prefix.enumerated() { buffer[index] = byte }
            let target = buffer.baseAddress.map { $0 + prefix.count }
            let length = bytes.withUnsafeBufferPointer {
                ZSTD_compress(target, room, $0.baseAddress, $0.count, level)
            }
            precondition(ZSTD_isError(length) == 0, "Zstandard has memory and room")
            count = prefix.count + length
        }
    }

    /// Nil unless the bytes are whole. Reads zlib's form too, which stores had up to the seventh form of the schema.
    static func decode(_ bytes: [UInt8]) -> [UInt8]? {
        var reader = ByteReader(bytes)
        guard let size = reader.number(), size <= largest, reader.next < bytes.count else { return nil }
        let start = reader.next
        // Zstandard packs at most 128 KiB into 4 bytes: what promises more is no store's.
        guard size >> 16 <= bytes.count else { return nil }
        var isWhole = false
        let decoded = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            bytes.withUnsafeBufferPointer { packed in
                let source = packed.baseAddress.map { $0 + start }
                if packed[start] == zstandardMark {
                    isWhole = ZSTD_decompress(buffer.baseAddress, size, source, packed.count - start) == size
                } else {
                    var length = uLong(size)
                    let code = uncompress(buffer.baseAddress, &length, source, uLong(packed.count - start))
                    isWhole = code == Z_OK && Int(length) == size
                }
            }
            count = isWhole ? size : 0
        }
        return isWhole ? decoded : nil
    }

    /// The first byte of a Zstandard frame; zlib's is another one.
    private static let zstandardMark: UInt8 = 0x28
}
