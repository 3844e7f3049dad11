/// Small rules of English.
enum Words {
    /// `a`, `a and b`, `a, b and c`; more than `limit` parts end in a count of the rest.
    static func list(_ parts: [String], limit: Int = .max) -> String {
        var shown = parts
        if parts.count > limit {
            shown = Array(parts.prefix(limit - 1)) + ["\(parts.count - limit + 1) others"]
        }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Row numbers as ranges: `1, 3–5`.
    static func ranges(_ numbers: [Int]) -> String {
        var parts: [(Int, Int)] = []
        for number in numbers.sorted() {
            if let last = parts.last, last.1 + 1 == number {
                parts[parts.count - 1].1 = number
            } else {
                parts.append((number, number))
            }
        }
        return parts.map { $0.0 == $0.1 ? "\($0.0)" : "\($0.0)–\($0.1)" }.joined(separator: ", ")
    }

    /// A heading within a sentence: its first letter small if the first word is not a name. Names of methods begin with a
    /// name (`Blaker`, `BCa`) or with one of these words.
    static func inner(_ heading: String) -> String {
        let common = [
            "Combined", "Exact", "Joint", "Simultaneous", "Normal", "Jackknife", "Bootstrap", "Random", "Prediction",
            "Binomial", "Power",
        ]
        guard common.contains(where: heading.hasPrefix) else { return heading }
        return heading.prefix(1).lowercased() + heading.dropFirst()
    }

    /// The text with a capital first letter.
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The text, or as many of its words as fit into so many characters with an ellipsis after them; a word that would
    /// take more than a quarter of them is cut itself.
    static func cut(_ text: String, to length: Int) -> String {
        guard text.count > length else { return text }
        let start = text.prefix(length - 1)
        guard let space = start.lastIndex(of: " "), start[..<space].count >= length * 3 / 4 else { return start + "…" }
        return start[..<space] + "…"
    }

    /// `is` or `are`, `has` or `have` by count.
    static func verb(_ count: Int, _ singular: String, _ plural: String) -> String { count == 1 ? singular : plural }
}
