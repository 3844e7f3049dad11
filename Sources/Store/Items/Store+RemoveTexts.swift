import SQLite

extension Store {
    /// Removes the texts of all items: questions, targets and options. Keys, numbers of options and facets stay.
    public func removeItemTexts() throws {
        var places: [(benchmark: Int, chunk: Int)] = []
        try statement("SELECT benchmark, chunk FROM item_chunks ORDER BY benchmark, chunk").forEach {
            places.append(($0.integer(0), $0.integer(1)))
        }
        try transaction {
            for place in places {
                var chunk = ItemChunk()
                for item in try itemChunk(place.chunk, benchmark: place.benchmark) {
                    chunk.append(StoredItem(key: item.key, choices: item.choices))
                }
                try replace(chunk, number: place.chunk, benchmark: place.benchmark)
            }
        }
    }
}
