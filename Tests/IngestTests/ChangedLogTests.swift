import Foundation
import Readers
import Records
import Study
import Testing

@testable import Ingest

@Suite("Logs that change while they are read") final class ChangedLogTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "acuity-changed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static let row =
        "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":1,\"target\":\"A\",\"prediction\":\"A\"}\n"

    private func log() throws -> Log {
        let url = folder.appending(path: "log.jsonl")
        try Data(Self.row.utf8).write(to: url)
        return try #require(LogFinder().find([url.path]).logs.first)
    }

    @Test(
        "a log is read as what its hash says, or refused",
        arguments: ["same", "longer", "gone", "other", "touched back"])
    func changes(change: String) throws {
        let log = try log()
        let identity = try LogIdentity(log, version: "1", names: "")
        switch change {
        case "longer": try Data((Self.row + Self.row).utf8).write(to: log.url)
        case "gone": try FileManager.default.removeItem(at: log.url)
        case "other": try Data(Self.row.replacing("\"A\"}", with: "\"B\"}").utf8).write(to: log.url)
        case "touched back":
            // The same size and the same time of change, as copies and archives set it.
            var info = stat()
            stat(log.url.path, &info)
            let handle = try FileHandle(forWritingTo: log.url)
            try handle.write(contentsOf: Data(Self.row.replacing("\"A\"}", with: "\"B\"}").utf8))
            futimens(handle.fileDescriptor, [info.st_atim, info.st_mtim])
            try handle.close()
        default: break
        }
        let reading = LogReading(resolver: NameResolver(study: Study()), isPiped: false)
        if change == "same" {
            #expect(try reading.read(log, as: identity).runs.count == 1)
        } else {
            let problem = #expect(throws: Problem.self) { try reading.read(log, as: identity) }
            #expect(problem?.kind == "changed-log" || change == "gone")
        }
    }

    @Test("a database that a program has open is read with a warning, and is another log without what lies beside it")
    func openDatabase() throws {
        let log = try log()
        let closed = try LogIdentity(log, version: "1", names: "")
        try Data([1]).write(to: URL(filePath: log.url.path + "-wal"))
        let open = try LogIdentity(log, version: "1", names: "")
        #expect(open.sha256 == closed.sha256 && open.fingerprint != closed.fingerprint)
        #expect(closed.problems(of: log).isEmpty)
        #expect(open.problems(of: log).map(\.kind) == ["open-database"])
    }
}
