import Records
import Store

/// The items of one benchmark in one log: keys, texts and facets by position.
struct LogItems: Sendable {
    private(set) var list = ItemList()
    private(set) var facets = FacetTable()

    init() {}

    /// Items and facets that were read before.
    init(_ list: ItemList, facets: FacetTable) {
        self.list = list
        self.facets = facets
    }

    /// The position of a prediction's item, which is added if it is new; texts that it lacked are added to it.
    mutating func enter(_ prediction: PredictionRecord) -> Int {
        let position = list.enter(StoredItem(prediction))
        if !prediction.facets.isEmpty { facets.add(prediction.facets, position: position) }
        return position
    }

    /// The same for an item of which is known what a prediction says, and whose key is given in UTF-8.
    mutating func enter(_ known: KnownItem, key: UnsafeRawBufferPointer) -> Int {
        let position = list.enter(known.item, key: key).position
        if !known.facets.isEmpty { facets.add(known.facets, position: position) }
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
}
