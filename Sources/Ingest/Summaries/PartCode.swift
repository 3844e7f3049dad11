import Store

/// The bytes of one part of a summary: sorted by significance, so that they pack well, then packed.
package enum PartCode {
    /// - Parameter width: how many bytes a number takes; 1 for bytes and texts.
    package static func encode(_ bytes: [UInt8], width: Int) -> [UInt8] {
        [UInt8(width)] + SmallBytes.pack(width > 1 ? planes(bytes, width) : bytes)
    }

    /// Nil unless the bytes are whole.
    static func decode(_ bytes: [UInt8]) -> [UInt8]? {
        guard let width = bytes.first.map({ Int($0) }), [1, 4, 8].contains(width),
            let unpacked = SmallBytes.unpack(Array(bytes.dropFirst())), unpacked.count % width == 0
        else { return nil }
        // Numbers from planes are planes of the other width.
        return width > 1 ? planes(unpacked, unpacked.count / width) : unpacked
    }

    /// The first byte of each group of `width`, then the second of each, and so on.
    private static func planes(_ bytes: [UInt8], _ width: Int) -> [UInt8] {
        guard width > 0 else { return bytes }
        let count = bytes.count / width
        return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, length in
            var next = 0
            for place in 0..<width {
                for group in 0..<count {
                    buffer[next] = bytes[group * width + place]
                    next += 1
                }
            }
            length = next
        }
    }
}
