/// What the first rows show of a field.
struct FieldProfile {
    let name: String
    /// Rows in which the field holds something.
    private(set) var filled = 0
    /// How often each short value occurs.
    private(set) var values: [String: Int] = [:]
    /// The values that are scores.
    private(set) var scores: [Double] = []
    /// Whether some value is a list or an object.
    private(set) var isNested = false
    private var length = 0

    init(name: String) { self.name = name }

    /// How many fields of a log are looked at.
    private static let mostFields = 4096
    /// The length of the longest name in bytes that a field has; beyond it a text stands where the names should be.
    static let longestName = 1000

    /// Whether a further field is looked at: one that the user names always.
    static func accepts(_ name: String, beside count: Int, named: Set<String> = []) -> Bool {
        count < mostFields && name.utf8.count <= longestName || named.contains(name)
    }

    mutating func add(_ content: GenericRow.FieldContent) {
        if content.isNested {
            isNested = true
            filled += 1
            return
        }
        guard let text = content.text else { return }
        filled += 1
        length += text.utf8.count
        if text.utf8.count <= 200 { values[text, default: 0] += 1 }
        if let score = ScoreText.value(text) { scores.append(score) }
    }

    /// Whether every value is a score in [0, 1] or [0, 100].
    var isScore: Bool {
        guard !isNested, filled > 0, scores.count == filled, let largest = scores.max(), let least = scores.min() else {
            return false
        }
        return least >= 0 && largest <= 100
    }

    /// What a full score is: 100 if the values are percentages, 5 or 10 if they are ratings or points, else 1.
    var scale: Double {
        let largest = scores.max() ?? 1
        if largest <= 1 { return 1 }
        if largest > 10 || FieldGuess.shareNames.contains(FieldGuess.folded(name)) { return 100 }
        return largest <= 5 ? 5 : 10
    }
    /// The values, if all are short and they are few: those of a closed question; numbers in one form.
    var closedValues: Set<String>? {
        guard !isNested, !values.isEmpty, values.count <= 30, values.values.reduce(0, +) == filled else { return nil }
        return Set(values.keys.map { text in Double(text).map { "\($0)" } ?? text.lowercased() })
    }
    /// Whether every value is a whole number.
    var isWhole: Bool { filled > 0 && !isNested && values.keys.allSatisfy { Int($0) != nil } }
    /// The mean length of a value in bytes.
    var meanLength: Int { filled > 0 ? length / filled : 0 }
}
