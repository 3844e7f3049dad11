/// FNV-1a with 64 bits (Fowler, Noll and Vo; IETF draft-eastlake-fnv), folded to 32 bits: the same on every machine.
///
/// Two of n texts share a hash by chance with probability 2⁻³² a pair; no decision rests on a single pair.
struct StableHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(number: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { add(byte: UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// The hash of what was added; never 0, which stands for none.
    var value: UInt32 { max(1, UInt32(truncatingIfNeeded: state ^ (state >> 32))) }

    /// The hash of bytes.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash = StableHash()
        for byte in bytes { hash.add(byte: byte) }
        return hash.value
    }

    /// The hash of a list of hashes; 0 for an empty one.
    static func of(list hashes: some Collection<UInt32>) -> UInt32 {
        guard !hashes.isEmpty else { return 0 }
        var hash = StableHash()
        for part in hashes { hash.add(number: part) }
        return hash.value
    }

    /// The hash of a text in UTF-8 with white space folded (runs of it count as one space, and none at the ends), and the
    /// number of its Unicode scalars.
    static func of(spaced bytes: UnsafeRawBufferPointer) -> (hash: UInt32, scalars: Int) {
        var hash = StableHash()
        var scalars = 0
        var needsSpace = false
        var isEmpty = true
        for byte in bytes {
            // Continuation bytes (10xxxxxx) begin no scalar.
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                needsSpace = !isEmpty
                continue
            }
            if needsSpace { hash.add(byte: 0x20) }
            needsSpace = false
            isEmpty = false
            hash.add(byte: byte)
        }
        return (hash.value, scalars)
    }

    /// The hash of a text with white space folded.
    static func of(spaced text: String) -> (hash: UInt32, scalars: Int) {
        var text = text
        return text.withUTF8 { of(spaced: UnsafeRawBufferPointer($0)) }
    }
}
