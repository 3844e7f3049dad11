import Findings
import Foundation
import Testing

@testable import Report

@Suite("Files of the folder data")
struct DataFilesTests {
    @Test("have checksums that sha256sum accepts, of the data and of the logs")
    func checksumsHold() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var findings = Fixture.study(models: 1, benchmarks: 1)
        let names = ["plain.jsonl", "with space.jsonl", "back\\slash.jsonl", "line\nend.jsonl", "-n.jsonl"]
        findings.sources = try names.map { name in
            let data = Data(name.utf8)
            try data.write(to: folder.appendingPathComponent(name))
            return SourceFinding(
                path: name, bytes: data.count, sha256: Checksum.sha256(data), runner: "generic", runnerVersion: nil,
                runs: 1)
        }
        for file in try DataFiles.make(findings) {
            try file.file.data.write(to: folder.appendingPathComponent(file.name))
        }
        for list in ["SHA256SUMS", "logs.sha256"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
            process.arguments = ["--check", "--strict", "--quiet", list]
            process.currentDirectoryURL = folder
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(list)")
        }
    }

    @Test("tell rows and columns of each table as they are in the file")
    func tablesAreDescribed() throws {
        let files = try DataFiles.make(Fixture.study()).filter { !$0.columns.isEmpty }
        #expect(files.count == 6)
        for file in files {
            let lines = String(decoding: file.file.data, as: UTF8.self).components(separatedBy: "\r\n").dropLast()
            #expect(lines.first == file.columns.map(\.name).joined(separator: ","), "\(file.name)")
            #expect(lines.count == (file.rows ?? 0) + 1, "\(file.name)")
            for column in file.columns { #expect(!column.meaning.isEmpty, "\(file.name) \(column.name)") }
        }
    }

    @Test("have no note on a column that no table has")
    func notesAreUsed() {
        let tables = StudyTables.all(Fixture.study())
        let columns = Set(tables.flatMap(\.table.header))
        #expect(Set(ColumnNotes.shared.keys).subtracting(columns).isEmpty)
        let whole = Set(tables.flatMap { table in table.table.header.map { "\(table.name).\($0)" } })
        #expect(Set(ColumnNotes.own.keys).subtracting(whole).isEmpty)
    }

    @Test("hold the schema of the findings")
    func schemaIsThere() throws {
        let schema = try DataFiles.make(Variants.empty).first { $0.name == "findings.schema.json" }
        #expect(schema?.file.data == FindingsSchema.data)
    }
}
