import Foundation
import SQLite
import Testing

@testable import Store

@Suite("Items in chunks") struct ItemChunkTests {
    /// An item whose texts follow from a number; every text is lacking of some.
    private static func item(_ number: Int, whole: Bool = false) -> StoredItem {
        let options = number % 3 > 0 || whole ? (0...number % 4).map { "option \($0) of \(number)\u{1F600}" } : []
        return StoredItem(
            key: number % 10 == 0 ? "\"\(number)\"\n" : "i\(number)",
            question: number % 5 > 0 || whole ? "What is \(number)?" : nil,
            targets: number % 2 > 0 || whole ? ["\(number)", ""] : [], choices: options.count, options: options)
    }

    private func benchmark(_ store: Store) throws -> (id: Int, items: BenchmarkItems) {
        let id = try store.benchmark(named: "b")
        return (id, try BenchmarkItems(store: store, benchmark: id))
    }

    private func list(_ items: [StoredItem]) -> ItemList {
        var list = ItemList()
        for item in items { _ = list.enter(item) }
        return list
    }

    @Test("items come back by position, whatever the logs gave at a time", arguments: [1, 100, 256, 257, 700])
    func roundTrip(step: Int) throws {
        let store = try Store(path: ":memory:")
        let (id, items) = try benchmark(store)
        let count = 700
        for start in stride(from: 0, to: count, by: step) {
            let end = min(count, start + step)
            // Each log gives an item of the one before again.
            let positions = try items.enter(list((max(0, start - 1)..<end).map { Self.item($0) }))
            #expect(positions == Array(max(0, start - 1)..<end))
        }
        #expect(try store.items(benchmark: id, from: 0, to: count) == (0..<count).map { Self.item($0) })
        for (first, last) in [(0, 0), (255, 256), (250, 520), (699, 800), (700, 701), (5, 4)] {
            let wanted = (first..<max(first, min(count, last + 1))).map { Self.item($0) }
            #expect(try store.items(benchmark: id, from: first, to: last) == wanted)
        }
        var matrix = try store.matrix(benchmark: "b")
        #expect(matrix.keys == (0..<count).map { Self.item($0).key })
        #expect(matrix.choices == (0..<count).map { Self.item($0).choices })
        // Items read back from the store are known to it.
        #expect(
            try BenchmarkItems(store: store, benchmark: id).enter(list([Self.item(650), Self.item(3)])) == [650, 3])
        matrix = try store.matrix(benchmark: "b")
        #expect(matrix.keys.count == count)
    }

    @Test("texts that are lacking come from other logs; those that are there stay", arguments: [true, false])
    func completed(reopened: Bool) throws {
        let store = try Store(path: ":memory:")
        let (id, first) = try benchmark(store)
        _ = try first.enter(list((0..<300).map { Self.item($0) }))
        let items = reopened ? try BenchmarkItems(store: store, benchmark: id) : first
        let others = (290..<310).reversed() + (0..<5).map { $0 * 2 }
        let positions = try items.enter(
            list(
                others.map { number in
                    var item = Self.item(number, whole: true)
                    if number % 5 > 0 { item.question = "another question" }
                    return item
                }))
        // Items beyond the known ones get positions in the order of coming.
        #expect(positions == others.map { $0 < 300 ? $0 : 609 - $0 })
        let found = try store.items(benchmark: id, from: 0, to: 400)
        #expect(found.count == 310)
        for number in 0..<300 {
            #expect(found[number] == Self.item(number, whole: others.contains(number)))
        }
        #expect(found[300].key == "i309" && found[300].question == "another question")
    }

    @Test("a store with a row an item is packed when it is opened, and nothing is lost") func migration() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-items-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "old.sqlite").path
        do {
            let database = try Database(path: path)
            for migration in Schema.migrations.prefix(5) { try database.execute(migration) }
            try database.execute(
                """
                PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 5;
                INSERT INTO benchmarks VALUES (1, 'b'); INSERT INTO benchmarks VALUES (2, 'empty');
                """)
            let insert = try database.prepare("INSERT INTO items VALUES (1,?,?,?,?,?,?)")
            let encoder = JSONEncoder()
            for position in 0..<600 {
                let item = Self.item(position)
                func json(_ texts: [String]) throws -> String? {
                    texts.isEmpty ? nil : String(decoding: try encoder.encode(texts), as: UTF8.self)
                }
                try insert.run(
                    .integer(position), .text(item.key), .optional(item.question), .optional(try json(item.targets)),
                    .integer(item.choices), .optional(try json(item.options)))
            }
        }
        let store = try Store(path: path)
        #expect(try store.items(benchmark: 1, from: 0, to: 600) == (0..<600).map { Self.item($0) })
        #expect(try store.items(benchmark: 2, from: 0, to: 600).isEmpty)
    }

    @Test("bytes that are no items are a corrupt store, not a crash") func corrupt() throws {
        for column in ["keys", "texts"] {
            for bytes in [[UInt8]([3, 1, 2, 3]), [], [9, 0x28, 0xB5, 0x2F, 0xFD, 1], Packed.encode([200, 200, 1])] {
                let store = try Store(path: ":memory:")
                let (id, items) = try benchmark(store)
                _ = try items.enter(list((0..<5).map { Self.item($0) }))
                try store.statement("UPDATE item_chunks SET \(column) = ?").run(.blob(bytes))
                #expect(throws: StoreError.self) { try store.items(benchmark: id, from: 0, to: 4) }
            }
        }
    }
}
