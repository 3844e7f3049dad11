/// A fixed set of words that is asked about stretches of text without making strings of them.
///
/// It holds 64-bit FNV-1a hashes of the words in small ASCII letters; a foreign word that collides would need one in
/// 10^17 luck.
struct WordSet: Sendable {
    private let hashes: Set<UInt64>

    init(_ words: [String]) {
        hashes = Set(words.map { word in
            var copy = word
            return copy.withUTF8 { WordSet.hash(ByteText(bytes: $0), 0..<$0.count) }
        })
    }

    func contains(_ text: ByteText, _ range: Range<Int>) -> Bool {
        !range.isEmpty && hashes.contains(WordSet.hash(text, range))
    }

    static func hash(_ text: ByteText, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for position in range { hash = (hash ^ UInt64(text.lower(position))) &* 0x100_0000_01B3 }
        return hash
    }
}
