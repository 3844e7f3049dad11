/// The options of an item as they are shown, and which of them a target names.
struct OptionTexts {
    /// The texts without the labels that some logs write before them.
    let texts: [String]
    private let raw: [String]

    init(_ options: [String]) {
        raw = options
        let stripped = options.enumerated().map { Self.withoutLabel($0.element, position: $0.offset) }
        texts = stripped.allSatisfy { $0 != nil } ? stripped.compactMap(\.self) : options
    }

    /// The letter of an option by its position, or nil beyond Z.
    static func letter(_ position: Int) -> String? {
        guard position < 26 else { return nil }
        return String(UnicodeScalar(UInt8(ascii: "A") + UInt8(position)))
    }

    /// The options that targets name by letter or text, and the targets that name none.
    func marked(by targets: [String]) -> (options: Set<Int>, rest: [String]) {
        var options: Set<Int> = []
        var rest: [String] = []
        for target in targets {
            let plain = Self.trimmed(target)
            if let position = texts.indices.first(where: { texts[$0] == plain || raw[$0] == plain }) {
                options.insert(position)
            } else if let position = texts.indices.first(where: { Self.letter($0) == plain.uppercased() }) {
                options.insert(position)
            } else {
                rest.append(target)
            }
        }
        return (options, rest)
    }

    /// `A. kidney`, `(B) liver`, `C: spleen`, `D) lung` without the label of its position; nil if there is none.
    private static func withoutLabel(_ text: String, position: Int) -> String? {
        guard let letter = letter(position) else { return nil }
        for label in ["\(letter). ", "(\(letter)) ", "\(letter)) ", "\(letter): "] where text.hasPrefix(label) {
            return String(text.dropFirst(label.count))
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        var part = Substring(text)
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
