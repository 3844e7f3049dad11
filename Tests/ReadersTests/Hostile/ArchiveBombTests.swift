import Records
import Testing

@testable import Readers

@Suite("archives that unpack to more than they should")
struct ArchiveBombTests {
    private static let zeros = [UInt8](repeating: 0, count: 1 << 22)

    private func unpacked(_ packed: [UInt8], _ compression: Compression, _ limits: UnpackingLimits) throws -> Int {
        let source = try UnwrappedSource(
            MemorySource(packed, place: InputPlace(file: "f.gz")), compression: compression, name: "file",
            limits: limits)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var total = 0
        while case let count = try buffer.withUnsafeMutableBytes({ try source.read(into: $0) }), count > 0 {
            total += count
        }
        return total
    }

    @Test("a stream is refused as soon as it is beyond both limits", arguments: [Compression.gzip, .zstd, .xz, .bzip2])
    func streams(compression: Compression) throws {
        let packed = pack(Self.zeros, compression)
        let problem = #expect(throws: Problem.self) {
            try unpacked(packed, compression, UnpackingLimits(free: 1 << 20))
        }
        #expect(problem?.kind == "unpacks-too-large")
        #expect(problem?.expected.contains("1048576 bytes, or 250 times the packed") == true)
        #expect(try unpacked(packed, compression, UnpackingLimits(free: 1 << 22)) == Self.zeros.count)
        #expect(try unpacked(packed, compression, UnpackingLimits(free: 1 << 20, ratio: 1 << 22)) == Self.zeros.count)
    }

    @Test("the limits are a gibibyte and 250 times the file")
    func limits() {
        let limits = UnpackingLimits()
        #expect(!limits.areExceeded(unpacked: 1 << 30, packed: 1))
        #expect(limits.areExceeded(unpacked: 1 << 30 + 1, packed: 1 << 20))
        #expect(!limits.areExceeded(unpacked: 1 << 30 + 1, packed: 1 << 23))
        #expect(limits.areExceeded(unpacked: .max, packed: 1 << 40))
    }

    /// Three members whose entries in the directory are changed.
    private func archive(_ change: (inout [UInt8], Int) -> Void) throws -> Problem? {
        var zip = ZipBuilder()
        for name in ["samples/1_epoch_1.json", "samples/2_epoch_1.json", "header.json"] { zip.add(name, "{\"id\": 1}") }
        var bytes = zip.bytes
        for place in bytes.indices.dropLast(46) where Array(bytes[place..<place + 4]) == [0x50, 0x4B, 1, 2] {
            change(&bytes, place)
        }
        let workspace = try Workspace()
        let path = try workspace.write("log.eval", bytes)
        return #expect(throws: Problem.self) { _ = try ArchiveReader(path: path, shownAs: "log.eval") }
    }

    @Test("members that overlap are refused before one is read")
    func overlap() throws {
        let problem = try archive { bytes, entry in bytes[entry + 21] = 1 }
        #expect(problem?.kind == "damaged-archive" && problem?.found.contains("overlap") == true)
    }

    @Test("members that are far larger than the file are refused before one is read")
    func declared() throws {
        let problem = try archive { bytes, entry in bytes[entry + 27] = 0x7F }
        #expect(problem?.kind == "unpacks-too-large" && problem?.file == "log.eval")
    }

    @Test("a member that unpacks to more than the directory says is read no further")
    func understated() throws {
        var zip = ZipBuilder()
        zip.add("m.jsonl", String(repeating: "{\"id\": 1}\n", count: 1 << 18))
        var bytes = zip.bytes
        let entry = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
        for offset in 24..<28 { bytes[entry + offset] = offset == 24 ? 10 : 0 }
        let workspace = try Workspace()
        let archive = try ArchiveReader(path: workspace.write("a.zip", bytes), shownAs: "a.zip")
        let source = try archive.open(archive.members[0])
        let problem = #expect(throws: Problem.self) { try source.readAll() }
        #expect(problem?.kind == "damaged-archive" && problem?.found == "more")
        #expect(problem?.expected.hasPrefix("10 bytes") == true)
    }

    @Test("an archive within an archive or a compressed file is not opened")
    func nested() throws {
        let workspace = try Workspace()
        var inner = ZipBuilder()
        inner.add("log.jsonl", "{\"id\": 1, \"prediction\": \"A\", \"target\": \"A\"}\n")
        try workspace.write("b.jsonl.gz", pack(inner.bytes, .gzip))
        var outer = ZipBuilder()
        outer.add("inner.zip", String(decoding: inner.bytes, as: Unicode.ASCII.self))
        try workspace.write("c.zip", outer.bytes)
        let listing = LogFinder().find([workspace.folder.path])
        #expect(listing.logs.isEmpty && listing.problems.isEmpty)
        #expect(listing.passedOver.map(\.reason) == ["no reader recognises it", "no reader recognises it"])
    }

    @Test("the limits hold over all layers of a stream that is compressed again")
    func layers() throws {
        let packed = pack(pack(Self.zeros, .gzip), .gzip)
        let problem = #expect(throws: Problem.self) { try unpacked(packed, .gzip, UnpackingLimits(free: 1 << 20)) }
        #expect(problem?.kind == "unpacks-too-large")
    }

    @Test("names of members that lead elsewhere are names and nothing more")
    func names() throws {
        var zip = ZipBuilder()
        zip.add("../../etc/log.jsonl", "{\"id\": 1, \"model\": \"m\", \"prediction\": \"A\", \"target\": \"A\"}\n")
        let workspace = try Workspace()
        let sink = try workspace.read(workspace.write("a/b/log.zip", zip.bytes))
        #expect(sink.predictions.map(\.text) == ["A"])
    }
}
