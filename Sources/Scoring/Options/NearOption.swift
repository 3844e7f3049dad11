/// Finds the option whose text an answer nearly is.
///
/// Words are compared in any order, and with a few misspelt letters. The similarity of an answer to an option is
/// F1 = 2m / (a + o), where a and o are the numbers of words that carry meaning and m is how many of them pair off. An
/// option is the answer if its similarity is 1 and every other option's at most 0.85, or if it has four words or more,
/// its similarity is at least 0.8 and every other option's lower by 0.25. Numbers, negations and words that turn the
/// meaning around (left, acute, hyper-) must be the same on both sides. Options of less than six letters never match.
struct NearOption {
    /// The folded texts of the options.
    let texts: [[UInt8]]

    /// The one option that the whole text, the last statement in it, or its last line nearly is.
    func option(in text: ByteText) -> UInt32? {
        guard let longest = texts.map(\.count).max(), longest >= 6 else { return nil }
        let limit = 3 * longest + 32
        if text.count <= limit, let mask = option(TextFolding.fold(text)) { return mask }
        let scanner = StatementScanner<[UInt8]>(
            text: text,
            read: { position, isLinked in isLinked ? ShortExtraction(text: text).sentence(at: position) : nil },
            endsThought: { _ in true })
        if let stated = scanner.last(), stated.count <= limit, let mask = option(stated) { return mask }
        let start = text.lastLineStart
        guard start > 0, text.count - start <= limit else { return nil }
        return option(TextFolding.fold(text.part(start..<text.count)))
    }

    private func option(_ folded: [UInt8]) -> UInt32? {
        let answer = NearWords(folded)
        guard !answer.words.isEmpty else { return nil }
        let options = texts.map { NearWords($0) }
        let similarities = options.map { answer.similarity(to: $0) }
        guard let best = similarities.indices.max(by: { similarities[$0] < similarities[$1] }) else { return nil }
        let second = similarities.indices.filter { $0 != best }.map { similarities[$0] }.max() ?? 0
        guard texts[best].count >= 6, answer.turns == options[best].turns else { return nil }
        let isWhole = similarities[best] == 1 && second <= 0.85
        let isMost = options[best].words.count >= 4 && similarities[best] >= 0.8 && second <= similarities[best] - 0.25
        return isWhole || isMost ? 1 << best : nil
    }
}

/// The words of a folded text, for comparison with another text that may be spelt or ordered otherwise.
private struct NearWords {
    /// The words that carry meaning.
    let words: [[UInt8]]
    /// Words that both sides must share, sorted: numbers, negations, words with an opposite.
    let turns: [[UInt8]]

    private static let empty = WordSet([
        "the", "a", "an", "of", "and", "or", "with", "in", "to", "for", "by", "on", "is", "it", "this",
    ])
    private static let turning = WordSet([
        "no", "not", "non", "none", "without", "never", "neither", "nor", "left", "right", "upper", "lower", "acute",
        "chronic", "increase", "increased", "increases", "decrease", "decreased", "decreases", "high", "low", "higher",
        "elevated", "reduced", "anterior", "posterior", "medial", "lateral", "benign", "malignant", "primary",
        "secondary",
        "positive", "negative", "male", "female", "superior", "inferior", "proximal", "distal", "systolic", "diastolic",
        "central", "peripheral", "present", "absent", "before", "after", "internal", "external", "normal", "abnormal",
        "bilateral", "unilateral", "arterial", "venous", "all", "only", "stop", "start", "continue", "discontinue",
    ])

    init(_ folded: [UInt8]) {
        let split = folded.split(separator: 0x20).prefix(64).map { Array($0) }
        words = split.filter { !NearWords.contains(NearWords.empty, $0) }.map { NearWords.spelling($0) }
        turns = words.filter { $0.contains(where: \.isDigit) || NearWords.contains(NearWords.turning, $0) }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func contains(_ set: WordSet, _ word: [UInt8]) -> Bool {
        word.withUnsafeBufferPointer { set.contains(ByteText(bytes: $0), 0..<word.count) }
    }

    /// American and British spelling in one (oe and ae are e), and without the s of a plural.
    private static func spelling(_ word: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (position, byte) in word.enumerated() {
            let next = position + 1 < word.count ? word[position + 1] : 0
            if byte == .of("o") || byte == .of("a"), next == .of("e"), word.count > 4 { continue }
            result.append(byte)
        }
        if result.count > 4, result.last == .of("s"), result[result.count - 2] != .of("s") { result.removeLast() }
        return result
    }

    func similarity(to other: NearWords) -> Double {
        guard !words.isEmpty, !other.words.isEmpty else { return 0 }
        var free = other.words
        var pairs = 0
        for word in words {
            if let place = free.firstIndex(of: word) ?? free.firstIndex(where: { NearWords.isNear(word, $0) }) {
                free.remove(at: place)
                pairs += 1
            }
        }
        return Double(2 * pairs) / Double(words.count + other.words.count)
    }

    /// Beginnings and ends that turn a word into another one, though few letters differ.
    private static let opposites: [([UInt8], [UInt8])] = [
        ("hyper", "hypo"), ("inter", "intra"), ("macro", "micro"), ("ab", "ad"), ("ante", "anti"), ("endo", "ecto"),
        ("supra", "infra"), ("pre", "pro"), ("per", "pre"), ("mono", "multi"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    private static let endings: [([UInt8], [UInt8])] = [
        ("ectomy", "otomy"), ("ostomy", "otomy"), ("ectomy", "ostomy"), ("ase", "ose"), ("ate", "ite"), ("ate", "ide"),
        ("ite", "ide"), ("blast", "clast"), ("phagia", "phasia"), ("penia", "philia"), ("one", "olone"),
        ("blast", "cyte"),
        ("oma", "osis"), ("ine", "ane"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Whether two words are one word with a slip of the pen: one edit from six letters on, two from nine on.
    static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard short.count >= 6, long.count - short.count <= 2, left[0] == right[0] else { return false }
        // Letters of three bytes are words by themselves, and a digit is never a slip.
        guard !left.contains(where: { $0 >= 0xE2 || $0.isDigit }), !right.contains(where: { $0 >= 0xE2 || $0.isDigit })
        else { return false }
        for (one, two) in opposites
        where left.starts(with: one) && right.starts(with: two) || left.starts(with: two) && right.starts(with: one) {
            return false
        }
        for (one, two) in endings where ends(left, one) && ends(right, two) || ends(left, two) && ends(right, one) {
            return false
        }
        return EditDistance.between(left, right) <= (short.count >= 9 ? 2 : 1)
    }

    private static func ends(_ word: [UInt8], _ ending: [UInt8]) -> Bool {
        word.count >= ending.count && word.suffix(ending.count).elementsEqual(ending)
    }
}
