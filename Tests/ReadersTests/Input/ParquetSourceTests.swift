import Foundation
import Records
import Testing

@testable import Readers

@Suite("parquet as a container")
struct ParquetSourceTests {
    private static let needsPython = Comment("needs a Python with pyarrow (`make parquet`)")

    private static func rows(_ count: Int) -> String {
        "["
            + (0..<count).map { #"{"id": \#($0), "text": "é\n\#($0)", "n": {"x": [1.5, null]}}"# }.joined(
                separator: ",") + "]"
    }

    @Test("rows come as JSONL in pieces of any size", .enabled(if: ParquetFiles.interpreter != nil, needsPython))
    func rows() throws {
        let workspace = try Workspace()
        let path = workspace.folder.appendingPathComponent("a.parquet").path
        try ParquetFiles.write(path, rows: Self.rows(700))
        let source = ParquetSource(path: path, place: InputPlace(file: "a.parquet"))
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 37)
        while case let count = try piece.withUnsafeMutableBytes({ try source.read(into: $0) }), count > 0 {
            bytes += piece[..<count]
        }
        #expect(try piece.withUnsafeMutableBytes { try source.read(into: $0) } == 0)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 700)
        #expect(lines[3] == #"{"id": 3, "text": "é\n3", "n": {"x": [1.5, null]}}"#)
    }

    @Test(
        "a reader that stops early leaves no process behind", .enabled(if: ParquetFiles.interpreter != nil, needsPython)
    )
    func earlyEnd() throws {
        let workspace = try Workspace()
        let path = workspace.folder.appendingPathComponent("a.parquet").path
        // More than a pipe holds, so that the converter waits when it is left.
        try ParquetFiles.write(
            path,
            rows: "["
                + (0..<400).map { #"{"t": "\#(String(repeating: "x", count: 900))\#($0)"}"# }.joined(separator: ",")
                + "]")
        do {
            let source = ParquetSource(path: path, place: InputPlace(file: "a.parquet"))
            #expect(try source.readPrefix(10).count == 10)
        }
        let converters = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
            guard Int(name) != nil, let data = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
                return false
            }
            return String(decoding: data, as: UTF8.self).contains(path)
        }
        #expect(converters.isEmpty)
    }

    @Test(
        "a file that pyarrow refuses is told in its words", .enabled(if: ParquetFiles.interpreter != nil, needsPython))
    func damage() throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "a.parquet", Array("PAR1 and then nothing of the kind, but long enough PAR1".utf8))
        let problem = try #require(throws: Problem.self) { try InputFile.open(path, shownAs: "a.parquet").readAll() }
        #expect(problem.kind == "damaged-table")
        #expect(problem.file == "a.parquet")
        #expect(!problem.found.isEmpty)
    }

    @Test("without pyarrow the message says how to get it")
    func noConverter() throws {
        let workspace = try Workspace()
        let path = try workspace.write("a.parquet", Array("PAR1PAR1".utf8))
        let silent = try workspace.write("python-without", "#!/bin/sh\nexit 97\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: silent)
        let source = ParquetSource(path: path, place: InputPlace(file: "a.parquet"), interpreters: [silent])
        let problem = try #require(throws: Problem.self) { try source.readAll() }
        #expect(problem.kind == "missing-converter")
        #expect(problem.remedy.contains("make parquet"))
    }

    @Test("an interpreter that does not work makes place for the next")
    func otherInterpreters() throws {
        let workspace = try Workspace()
        let path = try workspace.write("a.parquet", Array("PAR1PAR1".utf8))
        let broken = try workspace.write("python-broken", "#!/bin/sh\nkill -9 $$\n")
        let good = try workspace.write("python-good", "#!/bin/sh\nprintf '{\"a\": 1}\\n'\n")
        for program in [broken, good] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        }
        let place = InputPlace(file: "a.parquet")
        let source = ParquetSource(path: path, place: place, interpreters: ["/nowhere/python3", broken, good])
        #expect(String(decoding: try source.readAll(), as: UTF8.self) == "{\"a\": 1}\n")
        let alone = ParquetSource(path: path, place: place, interpreters: [broken])
        #expect(throws: Problem.self) { try alone.readAll() }
    }
}
