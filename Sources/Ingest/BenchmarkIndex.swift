import Records
import Store

/// The items and facets of one benchmark while logs are read: positions by key, and facet columns.
final class BenchmarkIndex {
    let id: Int
    private var positions: [String: Int]
    private var columns: [String: FacetColumn] = [:]
    private var codes: [String: [String: UInt32]] = [:]
    private var changed: Set<String> = []
    /// How often a log gave an item a facet value other than the one it has, by facet.
    private(set) var conflicts: [String: Int] = [:]
    var fingerprinter = Fingerprinter()
    /// The texts that the store lacks of items, by position, which another log may hold.
    private var lacking: [Int: ItemTextKinds]

    init(name: String, store: Store) throws {
        id = try store.benchmark(named: name)
        positions = try store.itemPositions(benchmark: id)
        lacking = try store.itemsLackingTexts(benchmark: id)
        for column in try store.facets(benchmark: id) {
            columns[column.name] = column
            codes[column.name] = Dictionary(
                uniqueKeysWithValues: column.dictionary.enumerated().map { ($1, UInt32($0 + 1)) })
        }
    }

    /// The position of an item, which is added to the store if it is new.
    func position(of prediction: PredictionRecord, store: Store) throws -> Int {
        if let known = positions[prediction.item] {
            if let wanted = lacking[known] {
                let item = Self.item(prediction)
                // Many items have no options in any log; only a text that is wanted is worth a write.
                if !wanted.isSubset(of: item.lackingTexts) {
                    try store.complete(item, benchmark: id, position: known)
                    let left = wanted.intersection(item.lackingTexts)
                    lacking[known] = left.isEmpty ? nil : left
                }
            }
            return known
        }
        let item = Self.item(prediction)
        let position = positions.count
        try store.insert(item, benchmark: id, position: position)
        positions[prediction.item] = position
        if !item.lackingTexts.isEmpty { lacking[position] = item.lackingTexts }
        return position
    }

    private static func item(_ prediction: PredictionRecord) -> StoredItem {
        StoredItem(
            key: prediction.item, question: prediction.question, targets: prediction.targets,
            choices: prediction.choices.count, options: prediction.choices)
    }

    /// Enters the facets of an item; the first value that an item got stays, and conflicts are counted.
    func add(_ facets: [Facet], position: Int) {
        for facet in facets {
            var column = columns.removeValue(forKey: facet.name) ?? FacetColumn(name: facet.name)
            defer { columns[facet.name] = column }
            let code: UInt32
            if let known = codes[facet.name]?[facet.value] {
                code = known
            } else {
                column.dictionary.append(facet.value)
                code = UInt32(column.dictionary.count)
                codes[facet.name, default: [:]][facet.value] = code
                changed.insert(facet.name)
            }
            while column.codes.count <= position { column.codes.append(0) }
            if column.codes[position] == 0 {
                column.codes[position] = code
                changed.insert(facet.name)
            } else if column.codes[position] != code {
                conflicts[facet.name, default: 0] += 1
            }
        }
    }

    /// Writes the facets that changed and returns the conflicts met since the last call.
    func flush(to store: Store) throws -> [String: Int] {
        for name in changed.sorted() {
            if let column = columns[name] { try store.replace(column, benchmark: id) }
        }
        changed = []
        defer { conflicts = [:] }
        return conflicts
    }
}
