/// A short, stable name of a long text (FNV-1a, 64 bits): equal texts have equal names in every run and
/// on every machine.
struct TextFingerprint: Hashable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    init(_ text: String) { add(text) }

    /// Goes on with a text; a byte that no UTF-8 text holds ends it, so that ("ab", "c") is not ("a", "bc").
    mutating func add(_ text: String) {
        add(text.utf8)
        add(CollectionOfOne(0xFF))
    }

    /// Goes on with bytes.
    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// Twelve hexadecimal digits; among 10,000 texts a clash has a probability below one in five million.
    var name: String {
        let digits = String(value >> 16, radix: 16)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }
}
