import SQLite

/// The items of a benchmark in the store, while logs are written: positions by key.
///
/// Use it within transactions, and forget it when one is undone.
public final class BenchmarkItems {
    private let store: Store
    private let benchmark: Int
    private var keys = KeyTable()
    /// By position: the texts that the store lacks, which another log may hold.
    private var lacking: [ItemTextKinds] = []

    /// - Parameters:
    ///   - store: where the items are.
    ///   - benchmark: the benchmark's identifier in the store.
    /// - Throws: `StoreError`.
    public init(store: Store, benchmark: Int) throws {
        self.store = store
        self.benchmark = benchmark
        try store.forEachItemHead(benchmark: benchmark) { head in
            _ = keys.enter(head.key)
            lacking.append(head.lacking)
        }
    }

    /// Adds the items that are new, and the texts that were lacking, and returns the position of each item.
    ///
    /// - Throws: `StoreError`.
    public func enter(_ list: ItemList) throws -> [Int] {
        let known = keys.count
        var positions = [Int](repeating: 0, count: list.count)
        var new: [Int] = []
        var completed: [(position: Int, item: Int)] = []
        for item in 0..<list.count {
            let (position, isNew) = list.withKey(item) { keys.enter($0) }
            positions[item] = position
            if isNew {
                new.append(item)
                lacking.append(list.lacking(item))
            } else if !lacking[position].isEmpty, !lacking[position].isSubset(of: list.lacking(item)) {
                // Many items have no options in any log; only a text that is wanted is worth a write.
                completed.append((position, item))
                lacking[position].formIntersection(list.lacking(item))
            }
        }
        var rest = new[...]
        try complete(completed, with: list, known: known, adding: &rest)
        while !rest.isEmpty {
            var chunk = ItemChunk()
            let number = (known + new.count - rest.count) / ItemChunk.size
            for item in rest.prefix(ItemChunk.size) {
                list.withKey(item) {
                    chunk.append(
                        key: $0, choices: list.choices(item), lacking: list.lacking(item), texts: list.textBytes(item))
                }
            }
            rest = rest.dropFirst(ItemChunk.size)
            try store.replace(chunk, number: number, benchmark: benchmark)
        }
        return positions
    }

    /// Writes anew the chunks of which items are completed, and the last one if it has room for new items.
    private func complete(
        _ completed: [(position: Int, item: Int)], with list: ItemList, known: Int, adding new: inout ArraySlice<Int>
    ) throws {
        var byChunk = Dictionary(grouping: completed) { $0.position / ItemChunk.size }
        let last = known / ItemChunk.size
        if known % ItemChunk.size > 0, !new.isEmpty { byChunk[last, default: []] += [] }
        for (number, changes) in byChunk.sorted(by: { $0.key < $1.key }) {
            var items = try store.itemChunk(number, benchmark: benchmark)
            for change in changes { items[change.position % ItemChunk.size].complete(by: list[change.item]) }
            var chunk = ItemChunk()
            for item in items { chunk.append(item) }
            if number == last {
                for item in new.prefix(ItemChunk.size - chunk.count) { chunk.append(list[item]) }
                new = new.dropFirst(ItemChunk.size - items.count)
            }
            try store.replace(chunk, number: number, benchmark: benchmark)
        }
    }
}
