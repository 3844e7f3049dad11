import Foundation
import SQLite

extension Store {
    /// Hands what stands beside the texts of each item of a benchmark to `body`, by position.
    func forEachItemHead(benchmark: Int, _ body: (ItemChunk.Head) throws -> Void) throws {
        try statement("SELECT keys FROM item_chunks WHERE benchmark = ? ORDER BY chunk").forEach(.integer(benchmark)) {
            guard let heads = ItemChunk.heads($0.blob(0)) else { throw corruptItems }
            for head in heads { try body(head) }
        }
    }

    /// The items of a chunk.
    func itemChunk(_ number: Int, benchmark: Int) throws -> [StoredItem] {
        try itemChunks(number...number, benchmark: benchmark)
    }

    /// The items of chunks that follow each other.
    func itemChunks(_ numbers: ClosedRange<Int>, benchmark: Int) throws -> [StoredItem] {
        var found: [StoredItem] = []
        try statement(
            "SELECT keys, texts FROM item_chunks WHERE benchmark = ? AND chunk BETWEEN ? AND ? ORDER BY chunk"
        ).forEach(.integer(benchmark), .integer(numbers.lowerBound), .integer(numbers.upperBound)) {
            guard let items = ItemChunk.items(keys: $0.blob(0), texts: $0.blob(1)) else { throw corruptItems }
            found += items
        }
        return found
    }

    private var corruptItems: StoreError { .corrupt(path: path, what: "items of unknown form") }

    /// Writes a chunk of a benchmark's items in the place of what was there.
    func replace(_ chunk: ItemChunk, number: Int, benchmark: Int) throws {
        try statement("INSERT OR REPLACE INTO item_chunks (benchmark, chunk, keys, texts) VALUES (?,?,?,?)").run(
            .integer(benchmark), .integer(number), .blob(chunk.packedKeys), .blob(chunk.packedTexts))
    }

    /// Packs the items of a store that has a row for each, as stores did up to the seventh form of the schema.
    func packItems() throws {
        var benchmarks: [Int] = []
        try database.prepare("SELECT DISTINCT benchmark FROM items ORDER BY benchmark")
            .forEach { benchmarks.append($0.integer(0)) }
        for benchmark in benchmarks { try packItems(of: benchmark) }
        try database.execute("DROP TABLE items")
    }

    private func packItems(of benchmark: Int) throws {
        var chunk = ItemChunk()
        var number = 0
        func write() throws {
            try replace(chunk, number: number, benchmark: benchmark)
            chunk = ItemChunk()
            number += 1
        }
        try database.prepare(
            "SELECT key, question, targets, choices, options FROM items WHERE benchmark = ? ORDER BY position"
        ).forEach(.integer(benchmark)) { row in
            chunk.append(
                StoredItem(
                    key: row.text(0), question: row.optionalText(1), targets: try texts(row, 2),
                    choices: row.integer(3), options: try texts(row, 4)))
            if chunk.count == ItemChunk.size { try write() }
        }
        if chunk.count > 0 { try write() }
    }

    private func texts(_ row: Statement, _ column: Int32) throws -> [String] {
        if row.isNull(column) { return [] }
        guard let texts = try? JSONDecoder().decode([String].self, from: Data(row.blob(column))) else {
            throw corruptItems
        }
        return texts
    }
}
