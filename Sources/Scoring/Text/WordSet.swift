/// A fixed set of words that is asked about stretches of text without making strings of them.
///
/// It holds 64-bit FNV-1a hashes of the words in small letters; a foreign word that collides would need one in
/// 10^17 luck.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    init(_ words: [String]) {
        hashes = Set(
            words.map { word in
                var copy = word
                return copy.withUTF8 { WordSet.hash(ByteText(bytes: $0), 0..<$0.count) }
            })
    }

    func contains(_ text: ByteText, _ range: Range<Int>) -> Bool {
        !range.isEmpty && hashes.contains(WordSet.hash(text, range))
    }

    /// The hash of a word in small letters, where small letters are known without a table: ASCII, Latin-1 and Russian.
    static func hash(_ text: ByteText, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func enter(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text[position]
            position += 1
            guard byte == 0xC3 || byte == 0xD0 else {
                enter(byte.asciiLowercased)
                continue
            }
            switch (byte, text[position]) {
            case (0xC3, let next) where next >= 0x80 && next <= 0x9E && next != 0x97:
                enter(byte)
                enter(next | 0x20)
            case (0xD0, let next) where next >= 0x90 && next <= 0x9F:
                enter(byte)
                enter(next + 0x20)
            case (0xD0, let next) where next >= 0xA0 && next <= 0xAF:
                enter(0xD1)
                enter(next - 0x20)
            default:
                enter(byte)
                continue
            }
            position += 1
        }
        return hash
    }
}
