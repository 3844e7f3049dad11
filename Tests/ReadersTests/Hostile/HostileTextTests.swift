import Foundation
import Records
import Testing

@testable import Readers

@Suite("texts beyond reason")
struct HostileTextTests {
    private static let deep = 100_000
    private static let rows = (1...3).map {
        "{\"id\": \($0), \"model\": \"m\", \"prediction\": \"A\", \"target\": \"A\"}"
    }

    /// What a text repeats, without an end.
    enum Nesting: String, CaseIterable { case lists = "[", samples = "{\"samples\":[", objects = "{\"a\":" }

    @Test(
        "JSON nested a hundred thousand deep is refused by every reader", arguments: ReaderCatalogue.runners.map(\.id),
        Nesting.allCases)
    func nesting(runner: String, nesting: Nesting) throws {
        let workspace = try Workspace()
        let path = try workspace.write("log.json", String(repeating: nesting.rawValue, count: Self.deep))
        let listing = LogFinder().find([LogRequest(path: path, runner: runner)])
        for log in listing.logs {
            let sink = CollectingSink()
            let problem = try Problem.caught { try log.read(into: sink) }
            // Readers of rows tell a row that cannot be read and go on; others have nothing to go on with.
            #expect(sink.predictions.isEmpty && (problem ?? sink.problems.first)?.file == path)
        }
        #expect(!listing.logs.isEmpty || !listing.problems.isEmpty)
    }

    @Test("a row nested too deeply is told, and the others are read")
    func deepRow() throws {
        let deep = "{\"id\": 9, \"prediction\": " + String(repeating: "[", count: Self.deep) + "}"
        let workspace = try Workspace()
        let sink = try workspace.read(
            workspace.write("m.jsonl", [Self.rows[0], Self.rows[1], deep, Self.rows[2]].joined(separator: "\n")))
        #expect(sink.predictions.map(\.item) == ["1", "2", "3"])
        #expect(sink.problems.first { $0.kind == "malformed-line" }?.line == 3)
    }

    @Test(
        "numbers that no type holds are figures that are missing",
        arguments: ["1e999999", "-1e999999", "1" + String(repeating: "0", count: 400), "NaN", "-Infinity"])
    func numbers(number: String) throws {
        let workspace = try Workspace()
        let rows = (1...3).map {
            "{\"id\": \($0), \"model\": \"m\", \"prediction\": \"A\", \"target\": \"A\", \"score\": \($0 == 2 ? number : "1")}"
        }
        let sink = CollectingSink()
        let listing = LogFinder().find([try workspace.write("m.jsonl", rows.joined(separator: "\n"))])
        try listing.logs[0].read(into: sink)
        #expect(sink.predictions.map(\.item) == ["1", "2", "3"])
        let second: Double = sink.predictions[1].scores.first?.value ?? .nan
        #expect(second.isNaN)
        #expect(sink.predictions.flatMap(\.scores).allSatisfy { $0.value.map { !$0.isInfinite } ?? true })
    }

    @Test("a line beyond the limit is refused at the limit")
    func longLine() throws {
        final class Endless: ByteSource {
            let place = InputPlace(file: "f.jsonl")
            var count = 0
            func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
                buffer.initializeMemory(as: UInt8.self, repeating: 0x20)
                count += buffer.count
                return buffer.count
            }
        }
        let source = Endless()
        let lines = LineReader(source, limit: 1 << 20)
        let problem = #expect(throws: Problem.self) { try lines.nextText() }
        #expect(
            problem?.kind == "too-long" && problem?.line == 1 && problem?.expected == "lines of at most 1048576 bytes")
        #expect(source.count <= 1 << 21)
        #expect(InputLimits.piece == 268_435_456)
    }

    @Test("a table with a quotation mark that is never closed is refused at the limit")
    func openQuote() throws {
        let text = Array("id,prediction\n1,\"".utf8) + [UInt8](repeating: 0x2C, count: 1 << 20)
        let rows = QuotedRows(
            open: { MemorySource(text, place: InputPlace(file: "f.csv")) }, separator: 0x2C, limit: 1 << 19)
        let problem = #expect(throws: Problem.self) { try rows.forEachRow { _ in true } }
        #expect(problem?.kind == "too-long" && problem?.line == 2)
    }

    @Test(
        "texts in other encodings and with odd bytes give rows or a problem",
        arguments: [
            Array("\u{FEFF}".utf8) + Array(rows.joined(separator: "\r\n").utf8),
            [0xFF, 0xFE] + rows.joined(separator: "\n").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            Array(rows.joined(separator: "\n").replacing("A", with: "\\ud800").utf8),
            Array(rows.joined(separator: "\n").utf8).map { $0 == UInt8(ascii: "A") ? 0xFF : $0 },
            Array(rows.joined(separator: "\n").replacing("A", with: "\\u0000").utf8),
        ] as [[UInt8]])
    func encodings(bytes: [UInt8]) throws {
        let workspace = try Workspace()
        let sink = try workspace.read(workspace.write("m.jsonl", bytes))
        #expect(sink.predictions.map(\.item) == ["1", "2", "3"])
    }
}
