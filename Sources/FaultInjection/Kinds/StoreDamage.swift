import Foundation
import SQLite

/// What may have become of a store's files before a command opens them.
public enum StoreDamage: Sendable, CaseIterable {
    case flippedBit, flippedByte, zeroedPage, exchangedPages, cutShort, textInTheMiddle
    case empty, folder, text, foreignDatabase, newerVersion, olderProgram
    case foreignLog, garbageLog, garbageIndex, garbageJournal

    /// How the table calls it.
    var name: String {
        switch self {
        case .flippedBit: "a bit flipped"
        case .flippedByte: "a byte changed"
        case .zeroedPage: "a page of zeros"
        case .exchangedPages: "two pages exchanged"
        case .cutShort: "cut short"
        case .textInTheMiddle: "text written into it"
        case .empty: "an empty file"
        case .folder: "a folder in its place"
        case .text: "a text file"
        case .foreignDatabase: "another program's database"
        case .newerVersion: "a store of a newer version"
        case .olderProgram: "written by a program without checksums"
        case .foreignLog: "another database's write-ahead log beside it"
        case .garbageLog: "garbage as its write-ahead log"
        case .garbageIndex: "garbage as its shared memory"
        case .garbageJournal: "garbage as its journal"
        }
    }

    /// Whether there is more than one place for it.
    var isRandom: Bool {
        switch self {
        case .flippedBit, .flippedByte, .zeroedPage, .exchangedPages, .cutShort, .textInTheMiddle: true
        default: false
        }
    }

    /// Whether the store must be refused, its bytes left as they are.
    var isRefused: Bool {
        switch self {
        case .folder, .text, .foreignDatabase, .newerVersion: true
        default: false
        }
    }

    private static let pageSize = 4096

    /// Does it to the store of a folder.
    func apply(to folder: URL, _ random: inout SeededGenerator) throws {
        let store = folder.appending(path: "results/acuity.sqlite")
        func beside(_ suffix: String) -> URL { URL(filePath: store.path + suffix) }
        func garbage(_ count: Int) -> Data { Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }) }
        switch self {
        case .empty: try Data().write(to: store)
        case .text: try Data(String(repeating: "no database\n", count: 100).utf8).write(to: store)
        case .folder:
            try FileManager.default.removeItem(at: store)
            try FileManager.default.createDirectory(at: store, withIntermediateDirectories: false)
        case .foreignDatabase:
            try FileManager.default.removeItem(at: store)
            try Database(path: store.path).execute("CREATE TABLE sources (id); INSERT INTO sources VALUES (1)")
        case .newerVersion:
            try Database(path: store.path, hasChecksums: true).execute("PRAGMA user_version = 1000")
        case .olderProgram: try Database(path: store.path).execute("UPDATE runs SET items = items + 1")
        case .foreignLog: try Self.leaveForeignLog(at: beside("-wal"))
        case .garbageLog: try garbage(9000).write(to: beside("-wal"))
        case .garbageIndex: try garbage(32768).write(to: beside("-shm"))
        case .garbageJournal: try garbage(9000).write(to: beside("-journal"))
        default:
            var bytes = [UInt8](try Data(contentsOf: store))
            change(&bytes, &random)
            try Data(bytes).write(to: store)
        }
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let place = Int.random(in: bytes.indices, using: &random)
        let page = place / Self.pageSize * Self.pageSize
        switch self {
        case .flippedBit: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case .flippedByte: bytes[place] ^= UInt8.random(in: 1...255, using: &random)
        case .zeroedPage: for offset in page..<(page + Self.pageSize) { bytes[offset] = 0 }
        case .exchangedPages:
            let other = Int.random(in: bytes.indices, using: &random) / Self.pageSize * Self.pageSize
            for offset in 0..<Self.pageSize { bytes.swapAt(page + offset, other + offset) }
        case .cutShort: bytes.removeLast(bytes.count - place)
        case .textInTheMiddle:
            for (offset, byte) in "hello, store".utf8.enumerated() where place + offset < bytes.count {
                bytes[place + offset] = byte
            }
        default: break
        }
    }

    /// The write-ahead log of a database whose program was killed.
    private static func leaveForeignLog(at log: URL) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-faults-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let other = folder.appending(path: "other.sqlite")
        let database = try Database(path: other.path)
        try database.execute(
            "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (randomblob(9000));")
        // Copied while the database is open, as it is when its program is killed.
        try FileManager.default.copyItem(at: URL(filePath: other.path + "-wal"), to: log)
        try database.execute("PRAGMA optimize")
    }
}
