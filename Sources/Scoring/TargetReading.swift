import Records

/// What the targets of an item mean, in a form in which logs can be compared that write them differently.
public struct TargetReading: Equatable, Sendable {
    /// The options that are right: bit 0 is A; 0 if the targets name no option.
    public var options: UInt32
    /// The folded targets of an item that is no choice among options, sorted; empty otherwise.
    public var texts: [[UInt8]]
}

extension AnswerScorer {
    /// Reads the targets of an item as scoring does, so that a difference here is a difference of scores.
    public func readTargets(_ prediction: PredictionRecord) -> TargetReading {
        guard !prediction.targets.isEmpty else { return TargetReading(options: 0, texts: []) }
        switch ItemKind(prediction, firstNumber: firstNumber) {
        case .options(let item): return TargetReading(options: item.target, texts: [])
        case .polarity(let targets):
            return TargetReading(options: 0, texts: targets.map(\.rawValue).sorted().map { Array($0.utf8) })
        case .numeric(let targets):
            return TargetReading(options: 0, texts: targets.map(\.description).sorted().map { Array($0.utf8) })
        case .short(let targets):
            return TargetReading(options: 0, texts: targets.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    /// A text in the form in which answers are compared: small letters, single spaces, no punctuation; yes and no in one
    /// word, whatever the language.
    public static func folded(_ text: String) -> [UInt8] {
        Polarity(word: text).map { Array($0.rawValue.utf8) } ?? TextFolding.fold(text)
    }
}
