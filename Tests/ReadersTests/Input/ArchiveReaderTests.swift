import Records
import Testing

@testable import Readers

@Suite("ArchiveReader")
struct ArchiveReaderTests {
    private static let text = (0..<5000).map { "line \($0 * $0)" }.joined(separator: "\n")

    private func read(_ bytes: [UInt8], _ member: String) throws -> String {
        let workspace = try Workspace()
        let archive = try ArchiveReader(path: workspace.write("a.zip", bytes), shownAs: "a.zip")
        return String(decoding: try archive.open(try #require(archive.member(named: member))).readAll(), as: UTF8.self)
    }

    @Test("stored, deflate and zstd members are read, zstd also in several frames", arguments: [0, 8, 93], [1, 3])
    func methods(_ method: Int, _ frames: Int) throws {
        var zip = ZipBuilder()
        zip.add("x", Self.text, method: UInt16(method), frames: frames)
        #expect(try read(zip.bytes, "x") == Self.text)
    }

    @Test("an empty member is empty", arguments: [0, 8, 93])
    func empty(_ method: Int) throws {
        var zip = ZipBuilder()
        zip.add("x", "", method: UInt16(method))
        #expect(try read(zip.bytes, "x") == "")
    }

    @Test("of members with the same name the last wins, and the others are counted")
    func duplicates() throws {
        var zip = ZipBuilder()
        zip.add("x", "old")
        zip.add("y", "other")
        zip.add("x", "new", method: 93)
        let workspace = try Workspace()
        let archive = try ArchiveReader(path: workspace.write("d.zip", zip.bytes), shownAs: "d.zip")
        #expect(archive.members.map(\.name) == ["y", "x"])
        #expect(archive.supersededCount == 1)
        #expect(try read(zip.bytes, "x") == "new")
    }

    @Test("foreign bytes before the archive and a comment after it do no harm")
    func wrapped() throws {
        var zip = ZipBuilder()
        zip.add("x", Self.text)
        var bytes = Array("#!/bin/sh\n".utf8) + zip.bytes
        bytes[bytes.count - 2] = 4
        #expect(try read(bytes + Array("note".utf8), "x") == Self.text)
    }

    @Test("a zip cut anywhere is a truncated archive that names the file", arguments: [10, 200, 2000])
    func truncated(_ missing: Int) throws {
        var zip = ZipBuilder()
        zip.add("x", Self.text, method: 0)
        let problem = try #require(throws: Problem.self) { try read(zip.bytes.dropLast(missing), "x") }
        #expect(problem.kind == "truncated-archive")
        #expect(problem.file == "a.zip")
        #expect(!problem.remedy.isEmpty)
    }

    @Test("a member with a changed byte is damaged", arguments: [0, 8, 93])
    func damaged(_ method: Int) throws {
        var zip = ZipBuilder()
        zip.add("x", Self.text, method: UInt16(method))
        var bytes = zip.bytes
        bytes[400] ^= 0x55
        let problem = try #require(throws: Problem.self) { try read(bytes, "x") }
        #expect(["damaged-archive", "truncated-archive"].contains(problem.kind))
        #expect(problem.member == "x")
    }

    @Test("an unknown compression method says which")
    func unknownMethod() throws {
        var zip = ZipBuilder()
        zip.add("x", Self.text, method: 97)
        let problem = try #require(throws: Problem.self) { try read(zip.bytes, "x") }
        #expect(problem.kind == "unsupported-compression")
        #expect(problem.found.contains("97"))
    }
}
