import Records

/// What kind of answer an item asks for, decided from its choices and targets.
enum ItemKind {
    /// One or several of lettered options.
    case options(OptionItem)
    /// Yes or no (or true or false), possibly maybe.
    case polarity(targets: Set<Polarity>)
    /// A number, with or without a unit.
    case numeric(targets: [Quantity])
    /// A short text; the folded targets, empty if the log has no gold.
    case short(targets: [[UInt8]])

    /// Decides the kind of a prediction's item.
    ///
    /// Targets are read in this order: yes/no words (unless the choices are something else); letters within the choices
    /// (`B`, `(B)`, `A,C`, and `AC` if there are choices); the text of an option; `B. text of B`; digits, if there are
    /// choices. A digit that is no option's text counts from `firstNumber`; 0 can only count from 0 and the number of
    /// choices can only count from 1. Several targets that name different options must all be given. Without choices,
    /// targets that are all numbers make the item numeric; everything else is a short text.
    init(_ record: PredictionRecord, firstNumber: Int) {
        let choicesArePolarity = !record.choices.isEmpty && record.choices.allSatisfy { Polarity(word: $0) != nil }
        if record.choices.isEmpty || choicesArePolarity {
            let polarities = record.targets.map { Polarity(word: $0) }
            if !polarities.contains(nil), !(polarities.isEmpty && !choicesArePolarity) {
                self = .polarity(targets: Set(polarities.compactMap { $0 }))
                return
            }
        }
        if let item = OptionItem(choices: record.choices, targets: record.targets, firstNumber: firstNumber) {
            self = .options(item)
            return
        }
        if record.choices.isEmpty, !record.targets.isEmpty {
            let quantities = record.targets.compactMap { NumericExtraction.target($0) }
            if quantities.count == record.targets.count {
                self = .numeric(targets: quantities)
                return
            }
        }
        self = .short(targets: record.targets.map { TextFolding.fold($0) })
    }
}
