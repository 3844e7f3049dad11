/// The beginning of a model's name: the family's root with version and suffix.
struct ModelRoot {
    let family: ModelFamilies.Family
    /// Whether the name begins with the family; a medical family may also stand behind the model that it is made from.
    let isAtStart: Bool
    private(set) var version: String?
    /// Root, version and suffix as they are shown, such as `Claude-3.5` or `Qwen2.5-VL`.
    private(set) var shown: String
    /// The name of the family: as shown, but without what only tells releases of a family with tiers apart.
    private(set) var familyName: String
    /// What follows, in lower case.
    private(set) var rest: String

    init?(_ model: String, known: ModelFamilies) {
        let parts = NamePart.parts(model)
        let medical = parts.indices.lazy.compactMap { position in
            known.family(at: position, of: parts) { $0.kind == "medical" }.map { (position, $0) }
        }.first
        let general = known.family(at: 0, of: parts) { _ in true }.map { (0, $0) }
        guard let (position, match) = medical ?? general else { return nil }
        family = match.family
        isAtStart = position == 0
        shown = family.name
        familyName = family.name
        var next = position + match.length
        let suffixes = Dictionary(family.suffixes.map { ($0.lowercased(), $0) }) { first, _ in first }
        let tiers = Dictionary(family.tiers.map { ($0.lowercased(), $0) }) { first, _ in first }
        func word(_ words: [String: String]) -> String? {
            guard next < parts.count, let word = words[parts[next].text] else { return nil }
            next += 1
            return word
        }
        if let suffix = word(suffixes) ?? word(tiers) { shown += "-" + suffix }
        if let (number, length) = Self.version(at: next, of: parts) {
            version = number
            // A version that follows a suffix or tier directly reads better behind a sign.
            shown += (shown == family.name ? family.join : "-") + number
            next += length
        }
        while let suffix = word(suffixes) { shown += "-" + suffix }
        if family.tiers.isEmpty { familyName = shown }
        let lower = model.lowercased()
        rest = next == 0 ? lower : String(lower[parts[next - 1].end...])
        if !isAtStart { rest = lower.prefix(upTo: parts[position].end) + rest }
    }

    /// The version at a position, and how many parts it takes: `3`, `v1.6`, `2_5`; but no size (`7b`), no date (`0613`).
    private static func version(at position: Int, of parts: [NamePart]) -> (number: String, length: Int)? {
        var first = position
        if first < parts.count, parts[first].text == "v", first + 1 < parts.count, parts[first + 1].separator == nil {
            first += 1
        }
        guard first < parts.count, parts[first].isNumber, parts[first].text.count <= 2 else { return nil }
        let major = parts[first].text
        if isMeasured(first, parts) { return nil }
        guard first + 1 < parts.count, parts[first + 1].isNumber, let sign = parts[first + 1].separator,
            "._-".contains(sign)
        else {
            return (major, first - position + 1)
        }
        let minor = parts[first + 1].text
        if sign == ".", isMeasured(first + 1, parts) { return nil }
        if sign == "." || minor.count == 1 && !isMeasured(first + 1, parts) {
            return (major + "." + minor, first - position + 2)
        }
        return (major, first - position + 1)
    }

    /// Whether the number at a position has a unit: billions, millions, thousands of tokens, experts, bits.
    private static func isMeasured(_ position: Int, _ parts: [NamePart]) -> Bool {
        guard position + 1 < parts.count, parts[position + 1].separator == nil else { return false }
        return ["b", "m", "t", "k", "x", "e", "bit"].contains(parts[position + 1].text)
    }
}
