import Records
import Testing

@testable import Readers

@Suite("InputFile")
struct InputFileTests {
    private static let text = (0..<20_000).map { "row \($0 &* 2_654_435_761)" }.joined(separator: "\n")

    @Test(
        "gzip, zstd, xz and bzip2 are unwrapped whatever the name",
        arguments: [Compression.none, .gzip, .zstd, .xz, .bzip2])
    func unwrapping(_ compression: Compression) throws {
        let workspace = try Workspace()
        let path = try workspace.write("data.jsonl", pack(Array(Self.text.utf8), compression))
        let bytes = try InputFile.open(path, shownAs: "data.jsonl").readAll()
        #expect(String(decoding: bytes, as: UTF8.self) == Self.text)
    }

    @Test("several gzip or zstd streams in one file are read to the end", arguments: [Compression.gzip, .zstd])
    func concatenated(_ compression: Compression) throws {
        let workspace = try Workspace()
        let path = try workspace.write(
            "d", pack(Array("one\n".utf8), compression) + pack(Array("two\n".utf8), compression))
        #expect(String(decoding: try InputFile.open(path, shownAs: "d").readAll(), as: UTF8.self) == "one\ntwo\n")
    }

    @Test("a compressed file cut in the middle is truncated", arguments: [Compression.gzip, .zstd, .xz])
    func truncated(_ compression: Compression) throws {
        let workspace = try Workspace()
        let packed = pack(Array(Self.text.utf8), compression)
        let path = try workspace.write("data.gz", Array(packed[..<(packed.count / 2)]))
        let problem = try #require(throws: Problem.self) { try InputFile.open(path, shownAs: "data.gz").readAll() }
        #expect(problem.kind == "truncated-archive")
        #expect(problem.file == "data.gz")
        #expect(problem.expected.contains(compression.rawValue))
    }

    @Test("a missing file is unreadable and named")
    func missing() throws {
        let problem = try #require(throws: Problem.self) { try InputFile.open("/nonexistent/x", shownAs: "x") }
        #expect(problem.kind == "unreadable-file")
        #expect(problem.file == "x")
    }

    @Test("the checksum is that of ZIP")
    func checksum() {
        var sum = CyclicRedundancy()
        Array("123456789".utf8).withUnsafeBytes { sum.add($0) }
        #expect(sum.value == 0xCBF4_3926)
    }
}
