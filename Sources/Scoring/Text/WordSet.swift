/// A fixed set of words that is asked about stretches of text without making strings of them.
///
/// It holds 64-bit FNV-1a hashes of the words in small letters; a foreign word that collides would need one in
/// 10^17 luck.
struct WordSet: Sendable {
    /// Open addressing; 0 stands for an empty place.
    private let table: [UInt64]
    /// By the first byte, small if it is ASCII, 128 for all others (they may begin with another byte than their small
    /// letter): bit n says that some word has n bytes. Small letters have as many bytes as large ones.
    private let lengths: [UInt64]

    /// By the first byte, as in `lengths`: bit n says that the second byte of some word ends in the five bits n. These are
    /// the same for small and large letters.
    private let seconds: [UInt32]

    init(_ words: [String]) {
        let texts = words.map { Array($0.utf8) }
        precondition(texts.allSatisfy { (1...63).contains($0.count) }, "words are short")
        var size = 16
        while size < 4 * texts.count { size *= 2 }
        var table = [UInt64](repeating: 0, count: size)
        for text in texts {
            let hash = text.withUnsafeBufferPointer { WordSet.hash(ByteText(bytes: $0), 0..<$0.count) }
            var place = Int(truncatingIfNeeded: hash) & (size - 1)
            while table[place] != 0, table[place] != hash { place = (place + 1) & (size - 1) }
            table[place] = hash
        }
        self.table = table
        var lengths = [UInt64](repeating: 0, count: 129)
        for text in texts { lengths[WordSet.place(text[0].asciiLowercased)] |= 1 << UInt64(text.count) }
        self.lengths = lengths
        var seconds = [UInt32](repeating: 0, count: 129)
        for text in texts {
            seconds[WordSet.place(text[0].asciiLowercased)] |= text.count > 1 ? 1 << UInt32(text[1] & 31) : .max
        }
        self.seconds = seconds
    }

    /// Whether some word may begin with two bytes: false for most, at one look.
    func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        seconds[WordSet.place(first.asciiLowercased)] & (1 << UInt32(second & 31)) != 0
    }

    private static func place(_ first: UInt8) -> Int { min(Int(first), 128) }

    func contains(_ text: ByteText, _ range: Range<Int>) -> Bool {
        guard range.count < 64, !range.isEmpty,
            lengths[WordSet.place(text.lower(range.lowerBound))] & (1 << UInt64(range.count)) != 0
        else { return false }
        let hash = WordSet.hash(text, range)
        var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[place] != 0 {
            if table[place] == hash { return true }
            place = (place + 1) & (table.count - 1)
        }
        return false
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
        // 0 is no hash but an empty place.
        return max(1, hash)
    }
}
