import Records
import Store

/// The items and facets of one benchmark in the store, while logs are written: positions by key, and facet columns.
final class BenchmarkIndex {
    let id: Int
    private let store: Store
    private var positions: [String: Int]
    private var facets: FacetTable
    /// The texts that the store lacks of items, by position, which another log may hold.
    private var lacking: [Int: ItemTextKinds]

    init(name: String, store: Store) throws {
        self.store = store
        id = try store.benchmark(named: name)
        positions = try store.itemPositions(benchmark: id)
        lacking = try store.itemsLackingTexts(benchmark: id)
        facets = FacetTable(try store.facets(benchmark: id))
    }

    /// Writes what a log says of the items, and returns the position of each.
    func enter(_ items: LogItems) throws -> [Int] {
        let positions = try items.items.map { try position(of: $0) }
        for place in facets.add(items.facets, positions: positions) {
            try store.replace(facets.columns[place], benchmark: id)
        }
        return positions
    }

    /// How often logs gave items facet values other than those they have, since the last call.
    func takeConflicts() -> [(facet: String, count: Int)] { facets.takeConflicts() }

    /// The position of an item, which is added to the store if it is new.
    private func position(of item: StoredItem) throws -> Int {
        if let known = positions[item.key] {
            // Many items have no options in any log; only a text that is wanted is worth a write.
            if let wanted = lacking[known], !wanted.isSubset(of: item.lackingTexts) {
                try store.complete(item, benchmark: id, position: known)
                let left = wanted.intersection(item.lackingTexts)
                lacking[known] = left.isEmpty ? nil : left
            }
            return known
        }
        let position = positions.count
        try store.insert(item, benchmark: id, position: position)
        positions[item.key] = position
        if !item.lackingTexts.isEmpty { lacking[position] = item.lackingTexts }
        return position
    }
}

/// The benchmark indices that a series of logs shares; emptied when a transaction is undone.
final class BenchmarkIndexCache {
    private var indices: [String: BenchmarkIndex] = [:]

    func index(of benchmark: String, store: Store) throws -> BenchmarkIndex {
        if let known = indices[benchmark] { return known }
        let index = try BenchmarkIndex(name: benchmark, store: store)
        indices[benchmark] = index
        return index
    }

    func clear() { indices = [:] }
}
