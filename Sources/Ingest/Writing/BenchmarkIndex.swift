import Records
import Store

/// The items and facets of one benchmark in the store, while logs are written.
final class BenchmarkIndex {
    let id: Int
    private let store: Store
    private let items: BenchmarkItems
    private var facets: FacetTable

    init(name: String, store: Store) throws {
        self.store = store
        id = try store.benchmark(named: name)
        items = try BenchmarkItems(store: store, benchmark: id)
        facets = FacetTable(try store.facets(benchmark: id))
    }

    /// Writes what a log says of the items, and returns the position of each.
    func enter(_ items: LogItems) throws -> [Int] {
        let positions = try self.items.enter(items.list)
        for place in facets.add(items.facets, positions: positions) {
            try store.replace(facets.columns[place], benchmark: id)
        }
        return positions
    }

    /// How often logs gave items facet values other than those they have, since the last call.
    func takeConflicts() -> [(facet: String, count: Int)] { facets.takeConflicts() }
}

/// The benchmark indices that a series of logs shares; emptied when a transaction is undone, or when another process wrote
/// to the store.
final class BenchmarkIndexCache {
    private var indices: [String: BenchmarkIndex] = [:]
    private var foreignChanges = 0

    func index(of benchmark: String, store: Store) throws -> BenchmarkIndex {
        if let known = indices[benchmark] { return known }
        let index = try BenchmarkIndex(name: benchmark, store: store)
        indices[benchmark] = index
        return index
    }

    /// Call within a transaction, when no other process can write.
    func checkFor(foreignChanges found: Int) {
        if found != foreignChanges { clear() }
        foreignChanges = found
    }

    func clear() { indices = [:] }
}
