import Records
import Testing

@testable import Readers

/// Gives bytes a few at a time, as slow sources do.
final class DrippingSource: ByteSource {
    let place = InputPlace(file: "drip")
    private var bytes: ArraySlice<UInt8>
    private let step: Int

    init(_ text: String, step: Int) {
        bytes = Array(text.utf8)[...]
        self.step = step
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = min(step, bytes.count, buffer.count)
        buffer.copyBytes(from: bytes.prefix(count))
        bytes = bytes.dropFirst(count)
        return count
    }
}

@Suite("LineReader")
struct LineReaderTests {
    private func lines(_ text: String, step: Int = 4096, limit: Int = 1 << 20) throws -> [String] {
        let reader = LineReader(DrippingSource(text, step: step), limit: limit)
        var lines: [String] = []
        while let line = try reader.nextText() { lines.append(line) }
        #expect(reader.number == lines.count)
        return lines
    }

    @Test(
        "line ends of all kinds are removed, the byte order mark too",
        arguments: [
            ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("\u{FEFF}a\n", ["a"]), ("\n\nx", ["", "", "x"]),
            ("", []),
            ("a\rb\n", ["a\rb"]),
        ], [1, 2, 4096])
    func ends(_ example: (String, [String]), _ step: Int) throws {
        #expect(try lines(example.0, step: step) == example.1)
    }

    @Test("lines longer than any buffer are whole")
    func long() throws {
        let long = String(repeating: "x", count: 700_000)
        #expect(try lines("a\n\(long)\nb\n", step: 60_000) == ["a", long, "b"])
    }

    @Test("a line beyond the limit is a problem with its number")
    func limit() throws {
        let problem = try #require(throws: Problem.self) {
            try lines("a\n" + String(repeating: "x", count: 1 << 21), limit: 1 << 18)
        }
        #expect(problem.kind == "too-long")
        #expect(problem.line == 2)
    }
}
