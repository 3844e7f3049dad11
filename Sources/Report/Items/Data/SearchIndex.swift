import Foundation

/// An inverted index of items' words, in files small enough to be fetched one by one.
///
/// Words are sorted by their UTF-16 code units, as scripts compare texts, and dealt out to shards in that order; a list of
/// each shard's first word tells which to fetch. The items of a word are the differences of their numbers as variable
/// length integers of seven bits a byte, or one bit an item where that is shorter; as base64.
struct SearchIndex {
    /// About how large a shard is, in bytes.
    static let shardSize = 48_000

    private var items: [String: [UInt32]] = [:]
    private var count: UInt32 = 0

    /// Adds the next item with all its texts.
    mutating func add(_ texts: [String]) {
        var words: Set<String> = []
        for text in texts { SearchWords.forEach(in: text) { words.insert($0) } }
        for word in words { items[word, default: []].append(count) }
        count += 1
    }

    /// The files: `index.json` with the first word of each shard, and the shards as objects of words.
    func files(in folder: String) -> [SiteFile] {
        let words = items.keys.map { (word: $0, units: Array($0.utf16)) }
            .sorted { $0.units.lexicographicallyPrecedes($1.units) }.map(\.word)
        var shards: [(first: String, text: String)] = []
        var text = ""
        var first = ""
        for word in words {
            let entry = "\"\(word)\":\"\(encoded(items[word] ?? []))\""
            if !text.isEmpty, text.utf8.count + entry.utf8.count > Self.shardSize {
                shards.append((first, text))
                text = ""
            }
            if text.isEmpty { first = word } else { text += "," }
            text += entry
        }
        if !text.isEmpty { shards.append((first, text)) }
        let names = shards.map { "\"\($0.first)\"" }.joined(separator: ",")
        return [SiteFile(path: "\(folder)/index.json", text: "{\"first\":[\(names)]}\n")]
            + shards.enumerated().map { SiteFile(path: "\(folder)/\($0.offset).json", text: "{\($0.element.text)}\n") }
    }

    /// The items of a word as base64: one bit each behind a `=`, or differences.
    private func encoded(_ items: [UInt32]) -> String {
        var differences: [UInt8] = []
        var last: UInt32 = 0
        for (place, item) in items.enumerated() {
            var rest = place == 0 ? item : item - last
            last = item
            while rest > 127 {
                differences.append(UInt8(rest & 127) | 128)
                rest >>= 7
            }
            differences.append(UInt8(rest))
        }
        guard differences.count > (Int(count) + 7) / 8 else { return Data(differences).base64EncodedString() }
        var bits = [UInt8](repeating: 0, count: (Int(count) + 7) / 8)
        for item in items { bits[Int(item >> 3)] |= 1 << UInt8(item & 7) }
        return "=" + Data(bits).base64EncodedString()
    }
}

/// The words of a text as a search knows them: the script on the pages has the same rule.
///
/// Texts are decomposed (NFKD), in small letters, without marks; a word is a run of letters and digits, of at most 24
/// UTF-16 code units; each ideograph and kana is a word of its own.
enum SearchWords {
    static let longest = 24

    static func forEach(in text: String, _ body: (String) -> Void) {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        var word = ""
        func end() {
            guard !word.isEmpty else { return }
            body(
                word.utf16.count > longest
                    ? String(String.UnicodeScalarView(word.unicodeScalars.prefix(longest))) : word)
            word = ""
        }
        for scalar in (isASCII ? text : text.decomposedStringWithCompatibilityMapping).unicodeScalars {
            if isASCII || scalar.isASCII {
                switch scalar {
                case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
                case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
                default: end()
                }
                continue
            }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber:
                if isSyllable(scalar) {
                    end()
                    body(String(scalar))
                } else {
                    word += scalar.properties.lowercaseMapping
                }
            default: end()
            }
        }
        end()
    }

    private static func isSyllable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
