import Foundation
import Records
import SQLite
import Testing

@testable import Store

@Suite("Store") final class StoreTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-store-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func makeStore() throws -> Store {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try Store(path: folder.appending(path: "store.sqlite").path)
    }

    private func insertRun(_ store: Store, path: String, values: [Double]) throws {
        try store.transaction {
            let source = try store.insert(
                StoredSource(path: path, bytes: 1, sha256: "00", fingerprint: "f", runner: "generic"))
            let benchmark = try store.benchmark(named: "b")
            var run = StoredRun(model: "m", benchmark: "b")
            var list = ItemList()
            for position in values.indices { _ = list.enter(StoredItem(key: "i\(position)", choices: 4)) }
            _ = try BenchmarkItems(store: store, benchmark: benchmark).enter(list)
            run.items = values.count
            run.scores = [
                StoredScores(
                    metric: MetricRecord(name: "acc"), mean: 0.5, values: ScoreVector(values),
                    parsedValues: ScoreVector(values))
            ]
            _ = try store.insert(run, source: source, model: try store.model(named: "m"), benchmark: benchmark)
        }
    }

    @Test("a matrix reads back what was written") func matrix() throws {
        let store = try makeStore()
        try insertRun(store, path: "a.jsonl", values: [1, 0, .nan, 0.25])
        let matrix = try store.matrix(benchmark: "b")
        #expect(matrix.keys == ["i0", "i1", "i2", "i3"])
        #expect(matrix.runs.count == 1)
        #expect(matrix.runs[0].scores[0].values == ScoreVector([1, 0, .nan, 0.25]))
        #expect(matrix.runs[0].sourcePath == "a.jsonl")
    }

    @Test("removing a source removes its runs and scores and keeps the others") func removal() throws {
        let store = try makeStore()
        try insertRun(store, path: "a", values: [1])
        try insertRun(store, path: "b", values: [0, 1])
        try store.remove(source: #require(try store.source(path: "a")).id)
        let matrix = try store.matrix(benchmark: "b")
        #expect(matrix.runs.map(\.sourcePath) == ["b"])
    }

    @Test("a transaction that throws leaves the store as it was") func rollback() throws {
        struct Stop: Error {}
        let store = try makeStore()
        try insertRun(store, path: "a", values: [1])
        #expect(throws: Stop.self) {
            try store.transaction {
                _ = try store.insert(StoredSource(path: "z", bytes: 1, sha256: "0", fingerprint: "f", runner: "r"))
                throw Stop()
            }
        }
        #expect(try store.sources().map(\.path) == ["a"])
    }

    @Test("a store opens again, and one of a newer version is refused") func versions() throws {
        let path = try makeStore().path
        _ = try Store(path: path)
        let database = try Database(path: path, hasChecksums: true)
        try database.execute("PRAGMA user_version = 999")
        #expect(throws: StoreError.newerVersion(path: path, found: 999, known: Schema.migrations.count)) {
            try Store(path: path)
        }
    }

    @Test("another database and another file are refused and left alone") func foreignFiles() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let other = folder.appending(path: "other.sqlite").path
        try Database(path: other).execute("CREATE TABLE t (x)")
        #expect(throws: StoreError.notAStore(path: other)) { try Store(path: other) }
        let text = folder.appending(path: "text").path
        try String(repeating: "not a database ", count: 100).write(toFile: text, atomically: true, encoding: .utf8)
        #expect(throws: StoreError.notAStore(path: text)) { try Store(path: text) }
    }

    @Test(
        "a score vector survives its encoding",
        arguments: [[], [0, 1, .nan], [0.5, .nan, 1, 0], [1e-300, 0.1 + 0.2]] as [[Double]])
    func vectors(values: [Double]) throws {
        let vector = ScoreVector(values)
        let back = try #require(ScoreVector(encoded: vector.encoded))
        #expect(back == vector && back.values.count == values.count)
    }

    @Test("a facet column gives the value of each position and nil beyond") func facets() throws {
        let store = try makeStore()
        let benchmark = try store.benchmark(named: "b")
        let column = FacetColumn(name: "modality", dictionary: ["CT", "MRI"], codes: [2, 0, 1])
        try store.replace(column, benchmark: benchmark)
        let back = try #require(try store.facets(benchmark: benchmark).first)
        #expect(back == column)
        #expect((0..<4).map { back[$0] } == ["MRI", nil, "CT", nil])
    }

    @Test("a fingerprint reads back what was written, goes with its source, and is empty where there is none")
    func fingerprints() throws {
        let store = try makeStore()
        try insertRun(store, path: "a", values: [1])
        let run = try #require(try store.matrix(benchmark: "b").runs.first).id
        #expect(try store.fingerprint(run: run).items.isEmpty)
        var item = ItemFingerprint()
        item.place = 3
        item.answer = .max
        let fingerprint = RunFingerprint([ItemFingerprint(), item])
        try store.insert(fingerprint, run: run)
        #expect(try store.fingerprint(run: run) == fingerprint)
        #expect(fingerprint[7] == ItemFingerprint())
        #expect(fingerprint.encoded.count == 8 + 2 * 2 * 4, "columns without a value take no room")
        #expect(RunFingerprint(encoded: Array(fingerprint.encoded.dropLast(4))) == nil)
        #expect(RunFingerprint(encoded: [0, 0, 0, 0, 0, 0, 0, 255]) == nil)
        try store.statement("UPDATE fingerprints SET form = 0, items = ?").run(.blob(fingerprint.encoded))
        #expect(try store.fingerprint(run: run) == fingerprint, "stores of old have them unpacked")
        try store.statement("UPDATE fingerprints SET form = 1").run()
        #expect(throws: StoreError.self) { try store.fingerprint(run: run) }
        try store.remove(source: #require(try store.source(path: "a")).id)
        #expect(try store.fingerprint(run: run).items.isEmpty)
    }

    @Test("fingerprints of further runs come back whatever they say, and take no room where they say the same")
    func furtherFingerprints() throws {
        let store = try makeStore()
        func item(_ number: Int, place: Int) -> ItemFingerprint {
            var item = ItemFingerprint()
            for field in 1..<ItemFingerprint.fieldCount { item[field: field] = UInt32(number * 7919 + field * 104_729) }
            item.place = UInt32(place)
            return item
        }
        let first = RunFingerprint((0..<500).map { $0 % 50 == 9 ? ItemFingerprint() : item($0, place: $0 + 1) })
        var fingerprints = [first]
        // The same said again; the items in another order, some else; more items than before, and none.
        fingerprints.append(first)
        fingerprints.append(RunFingerprint((0..<500).map { item($0 % 9 == 0 ? -$0 & 0xFFFF : $0, place: 500 - $0) }))
        fingerprints.append(
            RunFingerprint((0..<700).map { $0 < 400 ? ItemFingerprint() : item($0, place: .init($0) - 399) }))
        fingerprints.append(RunFingerprint())
        for index in fingerprints.indices { try insertRun(store, path: "l\(index)", values: [1]) }
        let runs = try store.matrix(benchmark: "b").runs.map(\.id)
        for (run, fingerprint) in zip(runs, fingerprints) { try store.insert(fingerprint, run: run) }
        for reader in [store, try Store(path: store.path)] {
            for (run, fingerprint) in zip(runs, fingerprints) {
                #expect(try reader.fingerprint(run: run) == fingerprint)
            }
        }
        var silent = first
        for position in silent.items.indices {
            silent.items[position].prediction = 0
            silent.items[position].length = 0
            silent.items[position].answer = 0
        }
        try store.insert(silent, run: runs[1])
        let bytes = try store.statement("SELECT length(items) FROM fingerprints WHERE run = ?")
            .first(.integer(runs[1])) { $0.integer(0) }
        #expect(try #require(bytes) < 200, "of 500 items")
        #expect(try store.fingerprint(run: runs[1]) == silent)
    }

    @Test("what a transaction taught of items is forgotten with it") func undoneFingerprints() throws {
        struct Undone: Error {}
        let store = try makeStore()
        for path in ["a", "b"] { try insertRun(store, path: path, values: [1]) }
        let runs = try store.matrix(benchmark: "b").runs.map(\.id)
        func fingerprint(_ question: UInt32) -> RunFingerprint {
            var item = ItemFingerprint()
            item.place = 1
            item.question = question
            return RunFingerprint([item])
        }
        #expect(throws: Undone.self) {
            try store.transaction {
                try store.insert(fingerprint(5), run: runs[0])
                throw Undone()
            }
        }
        try store.insert(fingerprint(6), run: runs[1])
        #expect(try Store(path: store.path).fingerprint(run: runs[1]) == fingerprint(6))
    }

    @Test("measures read back what was written, go with their source, and are empty where there are none")
    func measures() throws {
        let store = try makeStore()
        try insertRun(store, path: "a", values: [1, 0])
        let run = try #require(try store.matrix(benchmark: "b").runs.first).id
        #expect(try store.measures(run: run).isEmpty)
        try store.insert([.outputTokens: ScoreVector([12.5, .nan]), .refused: ScoreVector([0, 1])], run: run)
        #expect(
            try store.measures(run: run) == [
                "output-tokens": ScoreVector([12.5, .nan]), "refused": ScoreVector([0, 1]),
            ])
        try store.remove(source: #require(try store.source(path: "a")).id)
        #expect(try store.measures(run: run).isEmpty)
    }

    @Test("a store of schema 4 opens, keeps what it had and gains the measures") func fourthSchema() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "old.sqlite").path
        do {
            let database = try Database(path: path)
            for migration in Schema.migrations.prefix(4) { try database.execute(migration) }
            try database.execute(
                """
                PRAGMA application_id = \(Schema.applicationID);
                PRAGMA user_version = 4;
                INSERT INTO models VALUES (1, 'm');
                INSERT INTO benchmarks VALUES (1, 'b');
                INSERT INTO sources VALUES (1, 'a.jsonl', 1, '00', 'f', 'generic', NULL, '[]');
                INSERT INTO runs (id, source, run_index, model, benchmark, items, predictions, epochs, duplicates, unparsed,
                  refused, errors, absent, unscored, scored_by_both, disagreements)
                  VALUES (7, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
                """)
        }
        let store = try Store(path: path)
        #expect(try store.matrix(benchmark: "b").runs.map(\.id) == [7])
        #expect(try store.measures(run: 7).isEmpty)
        try store.insert([.length: ScoreVector([3])], run: 7)
        #expect(try store.measures(run: 7) == ["length": ScoreVector([3])])
        let version = try Database(path: path).prepare("PRAGMA user_version").first { $0.integer(0) }
        #expect(version == Schema.migrations.count)
    }
}
