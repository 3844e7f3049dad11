/// The texts of an item's options, and where they stand in a prediction.
struct OptionTexts {
    /// The folded texts; empty if the log holds only the letter of the target.
    let folded: [[UInt8]]
    private let longest: Int
    /// The small first letters of the options, and of the articles that folding drops; every byte beyond ASCII.
    private let firstBytes: [Bool]

    init(_ item: OptionItem) {
        folded = item.texts.map { TextFolding.fold($0) }
        longest = folded.map(\.count).max() ?? 0
        var table = [Bool](repeating: false, count: 256)
        for option in folded { if let first = option.first { table[Int(first)] = true } }
        for byte in 0x80...0xFF { table[byte] = true }
        table[Int(UInt8.of("a"))] = true
        table[Int(UInt8.of("t"))] = true
        for digit in 0x30...0x39 { table[digit] = true }
        firstBytes = table
    }

    /// The option whose text the whole text is.
    func whole(_ text: ByteText) -> UInt32? {
        guard longest > 0, text.count <= 3 * longest + 32 else { return nil }
        let whole = TextFolding.fold(text)
        let matches = folded.indices.filter { !whole.isEmpty && TextFolding.equal(whole, folded[$0]) }
        return matches.count == 1 ? 1 << matches[0] : nil
    }

    /// The option with the longest text that starts at a position.
    func starting(_ text: ByteText, at position: Int) -> (mask: UInt32, end: Int)? {
        guard longest > 0, text.isWordByte(position) || text[position] >= 0x80, firstBytes[Int(text.lower(position))]
        else { return nil }
        let end = text.lineEnd(position, limit: 3 * longest + 32)
        let following = TextFolding.fold(text.part(position..<end))
        let matches = folded.indices.filter { index in
            let option = folded[index]
            guard !option.isEmpty, following.starts(with: option) else { return false }
            return following.count == option.count || following[option.count] == 0x20
        }
        guard let best = matches.max(by: { folded[$0].count < folded[$1].count }) else { return nil }
        // Equal texts name no single option.
        guard matches.count(where: { folded[$0].count == folded[best].count }) == 1 else { return nil }
        return (1 << best, min(position + folded[best].count, end))
    }

    private static let denials: [[UInt8]] = [
        "not ", "no ", "without ", "rather than ", "exclude ", "excludes ", "unlikely ", "out ", "sin ", "sem ",
        "sans ",
        "ohne ", "kein ", "keine ", "senza ", "без ", "нет ",
    ].map { Array($0.utf8) }

    /// The one option whose text occurs in the text, occurrences inside longer options and denied ones aside.
    func contained(_ text: ByteText) -> UInt32? {
        guard !folded.isEmpty else { return nil }
        let whole = [0x20] + TextFolding.fold(text) + [0x20]
        let found = folded.indices.filter { index in
            let option = folded[index]
            // Very short texts ("1", "no") occur by accident.
            guard option.count >= 3 else { return false }
            let longer = folded.filter { $0.count > option.count }
            return occurs(option, in: whole, outside: longer)
        }
        return found.count == 1 ? 1 << found[0] : nil
    }

    private func occurs(_ option: [UInt8], in whole: [UInt8], outside longer: [[UInt8]]) -> Bool {
        // Chinese and Japanese do not separate words by spaces.
        let isCompact = option[0] >= 0xE2
        return whole.withUnsafeBufferPointer { buffer in
            let text = ByteText(bytes: buffer)
            var start = text.firstIndex(of: option, from: 1)
            while let position = start {
                let end = position + option.count
                if isCompact || (text[position - 1] == 0x20 && text[end] == 0x20),
                    !isDenied(text, position), !longer.contains(where: { covers($0, text, position..<end) })
                {
                    return true
                }
                start = text.firstIndex(of: option, from: position + 1)
            }
            return false
        }
    }

    private static let compactDenials: [[UInt8]] = ["不是", "没有", "並非", "并非", "无", "排除", "非"].map { Array($0.utf8) }

    private func isDenied(_ text: ByteText, _ position: Int) -> Bool {
        OptionTexts.denials.contains { text.matches([0x20] + $0, at: position - $0.count - 1) }
            || OptionTexts.compactDenials.contains { text.matches($0, at: position - $0.count) }
    }

    private func covers(_ longer: [UInt8], _ text: ByteText, _ range: Range<Int>) -> Bool {
        let lowest = max(0, range.upperBound - longer.count)
        guard lowest <= range.lowerBound else { return false }
        return (lowest...range.lowerBound).contains { text.matches(longer, at: $0) }
    }
}
