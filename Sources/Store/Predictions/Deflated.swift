import CZlib

/// Bytes in zlib's form, with their number before them.
enum Deflated {
    /// Speed counts more than the last percent.
    private static let level: Int32 = 1
    /// No column or chunk of texts of a store is longer.
    private static let largest = 1 << 32

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var header = ByteWriter()
        header.add(bytes.count)
        var length = compressBound(uLong(bytes.count))
        let prefix = header.bytes
        return [UInt8](unsafeUninitializedCapacity: prefix.count + Int(length)) { buffer, count in
            for (index, byte) in prefix.enumerated() { buffer[index] = byte }
            let target = buffer.baseAddress.map { $0 + prefix.count }
            let code = bytes.withUnsafeBufferPointer {
                compress2(target, &length, $0.baseAddress, uLong($0.count), level)
            }
            precondition(code == Z_OK, "zlib has memory and room")
            count = prefix.count + Int(length)
        }
    }

    /// Nil unless the bytes are whole.
    static func decode(_ bytes: [UInt8]) -> [UInt8]? {
        var reader = ByteReader(bytes)
        guard let size = reader.number(), size <= largest else { return nil }
        var header = ByteWriter()
        header.add(size)
        let start = header.bytes.count
        var isWhole = false
        let decoded = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var length = uLong(size)
            let code = bytes.withUnsafeBufferPointer { packed in
                uncompress(
                    buffer.baseAddress, &length, packed.baseAddress.map { $0 + start }, uLong(packed.count - start))
            }
            isWhole = code == Z_OK && Int(length) == size
            count = isWhole ? size : 0
        }
        return isWhole ? decoded : nil
    }
}
