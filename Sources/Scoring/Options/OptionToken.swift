/// Reads option letters (or numbers) where they stand in a text.
struct OptionToken {
    let text: ByteText
    let item: OptionItem

    /// Signs that may stand before an option: quotes, brackets, emphasis, LaTeX.
    static let openers: [[UInt8]] = [
        "\\boxed{", "\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{", "\\(", "\\[", "(", "[", "{", "<", "*", "_", "`",
        "\"", "'",
        "$", "“", "‘", "「", "【", "（", "«", "„", "《", "#", " ", "\t",
    ].map { Array($0.utf8) }

    private static let openerBytes: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for opener in openers { table[Int(opener[0])] = true }
        return table
    }()

    private static let connectives = WordSet([
        "because", "since", "as", "due", "with", "based", "is", "for", "given", "and", "or", "which", "porque", "weil",
    ])
    /// Second halves of names such as E. coli: a letter and a full stop before them are no option.
    private static let species = WordSet([
        "coli", "difficile", "diff", "pylori", "aureus", "pneumoniae", "perfringens", "botulinum", "tetani", "albicans",
        "neoformans", "influenzae", "meningitidis", "gonorrhoeae", "tuberculosis", "faecalis", "burgdorferi",
        "fragilis",
        "cereus", "anthracis", "trachomatis", "jejuni", "cholerae", "histolytica", "immitis", "dermatitidis",
        "epidermidis", "pyogenes", "agalactiae", "leprae", "avium", "falciparum", "vivax", "gondii", "elegans",
    ])

    /// What was read: a set of options, where it ends, and whether a bracket, quote or emphasis stood before it.
    struct Reading {
        var mask: UInt32
        var end: Int
        var isWrapped: Bool
    }

    /// Reads one option or a list of options at a position, after any opening signs, or returns nil.
    func reading(at start: Int) -> Reading? {
        let (position, isWrapped) = skipOpeners(start)
        guard let first = option(at: position, isWrapped: isWrapped) else { return nil }
        var reading = Reading(mask: 1 << first.index, end: first.end, isWrapped: isWrapped)
        while let next = continuation(reading.end) {
            reading.mask |= 1 << next.index
            reading.end = next.end
        }
        return reading
    }

    /// The letter's index if a capital or small letter that can be an option stands alone at a position.
    func loneLetter(at position: Int) -> Int? {
        let byte = text[position]
        guard byte.isLetter, !text.isWordByte(position - 1), !text.isWordByte(position + 1) else { return nil }
        let index = Int(byte.asciiLowercased) - 0x61
        guard index < item.count else { return nil }
        switch text[position + 1] {
        case .of("'") where text[position + 2].isLetter: return nil
        case 0xE2 where text[position + 2] == 0x80 && text[position + 3] == 0x99: return nil
        // B-cell, D-dimer, C-section: a hyphen with a letter or digit behind it belongs to the word.
        case .of("-") where text.isWordByte(position + 2): return nil
        case .of("+"): return nil
        case .of("."):
            // Abbreviations such as "A.M." and species such as "E. coli".
            if text[position + 2].isLetter, text[position + 3] == .of(".") { return nil }
            if text[position + 2] == 0x20 {
                let word = (position + 3)..<text.wordEnd(position + 3)
                if OptionToken.species.contains(text, word) { return nil }
            }
        default: break
        }
        if text[position - 1] == .of("-"), text.isWordByte(position - 2) { return nil }
        if text[position - 1] == .of("'"), text.isWordByte(position - 2) { return nil }
        return index
    }

    /// Whether a lone letter may be the article "a" or the pronoun "I", or a small letter within a sentence.
    func mayBeWord(at position: Int) -> Bool {
        let byte = text[position]
        var next = position + 1
        guard text[next] == 0x20 else { return false }
        while text[next] == 0x20 { next += 1 }
        guard text.isWordByte(next) else {
            // "é a **C**": an article before an emphasised option.
            let follower = skipOpeners(next).position
            guard byte == .of("a") || byte == .of("i"), follower > next, text[follower].isLetter else { return false }
            return text[next] == .of("*") || (text[follower].isCapital && loneLetter(at: follower) != nil)
        }
        switch byte {
        case .of("A"), .of("a"), .of("I"), .of("i"):
            let word = next..<text.wordEnd(next)
            if OptionToken.connectives.contains(text, word) { return byte == .of("a") || byte == .of("i") }
            return !optionTextFollows(Int(byte.asciiLowercased) - 0x61, at: next)
        default:
            return false
        }
    }

    /// Whether the text of an option stands at a position, as in "B Pneumonia".
    func optionTextFollows(_ index: Int, at position: Int) -> Bool {
        guard index < item.texts.count else { return false }
        let option = TextFolding.fold(item.texts[index])
        guard !option.isEmpty else { return false }
        let end = text.lineEnd(position, limit: 4 * option.count + 16)
        let following = TextFolding.fold(text.part(position..<end))
        return following.starts(with: option) && (following.count == option.count || following[option.count] == 0x20)
    }

    /// The longest run of opening signs before an answer, in bytes; a longer one is a rule or a table's border.
    private static let openerLimit = 64

    /// Skips opening signs.
    func skipOpeners(_ start: Int) -> (position: Int, isWrapped: Bool) {
        var position = start
        var isWrapped = false
        search: while position < text.count, position - start < OptionToken.openerLimit {
            let byte = text[position]
            guard OptionToken.openerBytes[Int(byte)] else { break }
            if byte < 0x80, byte != .of("\\") {
                position += 1
                if byte != 0x20, byte != 0x09 { isWrapped = true }
                continue
            }
            for opener in OptionToken.openers where text.matches(opener, at: position) {
                position += opener.count
                isWrapped = true
                continue search
            }
            break
        }
        return (position, isWrapped)
    }

    private func option(at position: Int, isWrapped: Bool) -> (index: Int, end: Int)? {
        if let index = loneLetter(at: position) {
            return mayBeWord(at: position) ? nil : (index, position + 1)
        }
        guard let first = item.firstNumber, text[position].isDigit, !text.isWordByte(position - 1) else {
            return adjacentLetters(at: position)
        }
        let end = text.wordEnd(position)
        guard end - position <= 2, !(text[end] == .of(".") && text[end + 1].isDigit), text[end] != .of("%") else {
            return nil
        }
        var number = 0
        for place in position..<end {
            guard text[place].isDigit else { return nil }
            number = number * 10 + Int(text[place] - 0x30)
        }
        return number >= first && number - first < item.count ? (number - first, end) : nil
    }

    /// The first letter of a set written without separators, such as `ACD`; only where several options may be right.
    private func adjacentLetters(at position: Int) -> (index: Int, end: Int)? {
        guard item.allowsSeveral, !text.isWordByte(position - 1) else { return nil }
        let end = text.wordEnd(position)
        guard end - position >= 2, end - position <= item.count, isAscendingCapitals(position..<end) else { return nil }
        return (Int(text[position]) - 0x41, position + 1)
    }

    private func isAscendingCapitals(_ range: Range<Int>) -> Bool {
        var previous = -1
        for place in range {
            let index = Int(text[place]) - 0x41
            guard index > previous, index < item.count else { return false }
            previous = index
        }
        return true
    }

    private static let joins = ["and", "or", "und", "oder", "y", "o", "ou", "et", "e", "и", "или"].map {
        Array($0.utf8)
    }

    /// The next option of a list: `, C`, ` and C`, `/C`, ` or (C)`, or a letter that touches in a set.
    private func continuation(_ end: Int) -> (index: Int, end: Int)? {
        if item.allowsSeveral, text[end].isCapital, isAscendingCapitals((end - 1)..<text.wordEnd(end)) {
            return (Int(text[end]) - 0x41, end + 1)
        }
        guard let next = listed(end) else { return nil }
        // After a mere comma a sentence may go on: "B, C is wrong". It is a list only if it ends there or is joined later.
        var last = next
        for _ in 0..<item.count {
            if last.isJoined || endsThought(last.end) { return (next.index, next.end) }
            guard let further = listed(last.end) else { return nil }
            last = further
        }
        return nil
    }

    /// The option behind a separator, and whether the separator is more than a comma.
    private func listed(_ end: Int) -> (index: Int, end: Int, isJoined: Bool)? {
        var position = end
        var isJoined = false
        var hasSeparator = false
        while position < text.count, position - end < 24 {
            let byte = text[position]
            if [.of(")"), .of("]"), .of("*"), .of("\""), .of("'"), .of("}"), 0x20].contains(byte) {
                position += 1
            } else if [.of(","), .of(";"), .of("/"), .of("&")].contains(byte) {
                hasSeparator = true
                isJoined = isJoined || byte == .of("/") || byte == .of("&")
                position += 1
            } else if byte == 0xE3, text[position + 1] == 0x80, text[position + 2] == 0x81 {
                hasSeparator = true
                position += 3
            } else if byte.isLetter || byte == 0xD0,
                let word = OptionToken.joins.first(where: {
                    text.matches($0, at: position) && text.wordEnd(position) == position + $0.count
                }), text[position - 1] == 0x20 || text[position - 1] == .of("*")
            {
                hasSeparator = true
                isJoined = true
                position += word.count
            } else {
                break
            }
        }
        guard hasSeparator else { return nil }
        let (start, _) = skipOpeners(position)
        guard text[start].isCapital, let index = loneLetter(at: start), !mayBeWord(at: start) else { return nil }
        return (index, start + 1, isJoined)
    }

    /// Whether only signs stand between a position and the end of the text.
    func isOnlyClosing(_ start: Int) -> Bool {
        var position = start
        while position < text.count {
            let byte = text[position]
            if byte >= 0x80
                ? !text.matches(OptionToken.fullStop, at: position) && byte & 0xC0 != 0x80 : byte.isLetterOrDigit
            {
                return false
            }
            position += 1
        }
        return true
    }

    private static let fullStop = Array("。".utf8)

    /// Whether a denial follows an option, as it does in Chinese, Japanese and Korean.
    func isDenied(behind end: Int) -> Bool {
        text[end] >= 0xE2 && AnchorWords.compactDenials.contains { text.matches($0, at: end) }
    }

    /// Whether only closing signs stand between a position and the end of the line or sentence.
    func endsThought(_ start: Int) -> Bool {
        var position = start
        while [.of(")"), .of("]"), .of("}"), .of("*"), .of("\""), .of("'"), .of("`"), .of("$"), .of("_"), 0x20, 0x09]
            .contains(text[position])
        {
            position += 1
        }
        switch text[position] {
        case .of("."), .of("!"), .of("<"), .of(";"): return true
        case 0: return position >= text.count
        case 0xE3: return text[position + 1] == 0x80 && text[position + 2] == 0x82
        case let byte: return byte.isLineBreak
        }
    }
}
