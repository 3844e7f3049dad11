import Records
import Store

/// The items of one benchmark in one log: positions by key, texts and facets.
struct LogItems: Sendable {
    private(set) var items: [StoredItem] = []
    private(set) var facets = FacetTable()
    private var positions: [String: Int] = [:]
    /// The texts that an item lacks, by position.
    private var lacking: [Int: ItemTextKinds] = [:]

    init() {}

    /// Items and facets that were read before; nothing can be entered.
    init(_ items: [StoredItem], facets: FacetTable) {
        self.items = items
        self.facets = facets
    }

    /// The position of a prediction's item, which is added if it is new; texts that it lacked are added to it.
    mutating func enter(_ prediction: PredictionRecord) -> Int {
        let position = position(of: prediction)
        if !prediction.facets.isEmpty { facets.add(prediction.facets, position: position) }
        return position
    }

    private mutating func position(of prediction: PredictionRecord) -> Int {
        if let known = positions[prediction.item] {
            if let wanted = lacking[known] {
                items[known].complete(by: StoredItem(prediction))
                let left = wanted.intersection(items[known].lackingTexts)
                lacking[known] = left.isEmpty ? nil : left
            }
            return known
        }
        let position = items.count
        let item = StoredItem(prediction)
        positions[prediction.item] = position
        if !item.lackingTexts.isEmpty { lacking[position] = item.lackingTexts }
        items.append(item)
        return position
    }
}

extension StoredItem {
    /// The item of a prediction, as far as the prediction tells.
    init(_ prediction: PredictionRecord) {
        self.init(
            key: prediction.item, question: prediction.question, targets: prediction.targets,
            choices: prediction.choices.count, options: prediction.choices)
    }

    /// Adds what is lacking; what is there stays.
    mutating func complete(by other: StoredItem) {
        question = question ?? other.question
        if targets.isEmpty { targets = other.targets }
        if options.isEmpty { options = other.options }
        choices = max(choices, other.choices)
    }
}
