import Foundation
import SQLite
import Testing

@testable import Store

@Suite("Damaged stores") final class StoreDamageTests {
    private let folder: URL
    private var path: String { folder.appending(path: "store.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "acuity-damage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func fill(_ store: Store, from first: Int = 0, count: Int = 300) throws {
        try store.transaction {
            for number in first..<(first + count) {
                _ = try store.insert(
                    StoredSource(
                        path: "log \(number)", bytes: number, sha256: "00", fingerprint: "f", runner: "generic"))
            }
        }
    }

    /// All that is in the sources.
    private func read() throws -> Int { try Store(path: path).sources().reduce(0) { $0 + $1.bytes } }

    @Test("any changed byte of the store is an error that says so, or is not read") func changedBytes() throws {
        try fill(Store(path: path))
        let whole = try Data(contentsOf: URL(filePath: path))
        let sum = try read()
        #expect(sum == 299 * 150)
        var detected = 0
        for place in stride(from: 5, to: whole.count, by: 997) {
            var bytes = whole
            bytes[place] ^= 0x10
            try bytes.write(to: URL(filePath: path))
            do {
                #expect(try read() == sum, "byte \(place)")
            } catch let error as StoreError {
                if case .refused = error { Issue.record("byte \(place): \(error)") }
                detected += 1
            }
        }
        // Pages that are empty or of other tables are not read.
        #expect(detected > whole.count / 997 / 4)
    }

    @Test("a store of old that is larger than the cache gets its checksums, and all that was in it is there")
    func largeOldStore() throws {
        let rows = 40_000
        do {
            let database = try Database(path: path)
            for migration in Schema.migrations.prefix(10) { try database.execute(migration) }
            try database.execute(
                """
                PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 10; PRAGMA journal_mode = WAL;
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
                INSERT INTO history SELECT printf('%0300d', i) FROM n;
                """)
        }
        let store = try Store(path: path)
        try store.verify()
        #expect(store.database.pagesHaveChecksums)
        let found = try store.database.prepare("SELECT count(*), sum(CAST(path AS INTEGER)) FROM history").first {
            [$0.integer(0), $0.integer(1)]
        }
        #expect(found == [rows, rows * (rows + 1) / 2])
    }

    @Test("a store that another program wrote to is damaged; to read it is no harm") func otherProgram() throws {
        try fill(Store(path: path))
        #expect(try Database(path: path).prepare("SELECT count(*) FROM sources").first { $0.integer(0) } == 300)
        #expect(try read() == 299 * 150)
        try Database(path: path).execute("UPDATE sources SET bytes = bytes + 1")
        #expect(throws: StoreError.self) { try self.read() }
    }

    @Test("a store without checksums that claims to be of this version is damaged") func lostChecksums() throws {
        try fill(Store(path: path))
        let copy = folder.appending(path: "copy.sqlite").path
        let database = try Database(path: path)
        try database.execute("PRAGMA journal_mode = DELETE")
        try Database(path: copy).execute(
            "CREATE TABLE t (x); PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.migrations.count)"
        )
        #expect(throws: StoreError.corrupt(path: copy, what: "pages without their checksums")) { try Store(path: copy) }
    }

    @Test("what is settled is all in the store's own file") func settled() throws {
        let store = try Store(path: path)
        try fill(store)
        try store.settle()
        let copy = folder.appending(path: "copy.sqlite")
        try FileManager.default.copyItem(at: URL(filePath: path), to: copy)
        #expect(try Store(path: copy.path).sources().count == 300)
    }

    @Test("verifying finds what reading did not look at") func verified() throws {
        try fill(Store(path: path))
        try Store(path: path).verify()
        var bytes = try Data(contentsOf: URL(filePath: path))
        // The last page holds sources or an index of them.
        bytes[bytes.count - 100] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(throws: StoreError.self) { try Store(path: self.path).verify() }
    }

    @Test("transactions within a transaction are undone with it") func nested() throws {
        struct Undone: Error {}
        let store = try Store(path: path)
        try fill(store, count: 3)
        #expect(throws: Undone.self) {
            try store.transaction {
                try store.removeAll()
                try self.fill(store, from: 10, count: 5)
                throw Undone()
            }
        }
        #expect(try store.sources().count == 3)
    }
}
