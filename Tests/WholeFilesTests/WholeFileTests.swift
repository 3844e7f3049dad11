import Foundation
import Testing
import WholeFiles

@Suite("Files written whole") final class WholeFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "acuity-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

    @Test("a file takes the place of an older one, keeps its rights, and leaves nothing beside it") func replacement()
        throws
    {
        let file = folder.appending(path: "a.txt")
        try WholeFile.write(Data("old".utf8), to: file)
        chmod(file.path, 0o640)
        try WholeFile.write(Data("new".utf8), to: file)
        #expect(try String(contentsOf: file, encoding: .utf8) == "new")
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
        #expect(names == ["a.txt"])
    }

    @Test("a link leads to the new file, and stays a link") func link() throws {
        let (file, link) = (folder.appending(path: "a.txt"), folder.appending(path: "link"))
        try WholeFile.write(Data("old".utf8), to: file)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        try WholeFile.write(Data("new".utf8), to: link)
        #expect(try String(contentsOf: file, encoding: .utf8) == "new")
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) != nil)
    }

    @Test("what cannot be written is an error that names it; a full device too") func errors() throws {
        let none = folder.appending(path: "none/a.txt")
        let missing = #expect(throws: WholeFileError.self) { try WholeFile.write(Data([1]), to: none) }
        #expect(missing?.path == none.path && missing?.code == ENOENT)
        let full = #expect(throws: WholeFileError.self) {
            try WholeFile.write(Data([1]), to: URL(filePath: "/dev/full"))
        }
        #expect(full?.code == ENOSPC)
        #expect(throws: WholeFileError.self) { try WholeFile.write(Data([1]), to: folder) }
        #expect(names.isEmpty)
    }

    @Test("a file is made only where there is none, and a link to nothing is not followed") func create() throws {
        let url = folder.appending(path: "a.txt")
        #expect(try WholeFile.create(Data("one".utf8), at: url))
        #expect(try !WholeFile.create(Data("two".utf8), at: url))
        #expect(try String(contentsOf: url, encoding: .utf8) == "one")
        let link = folder.appending(path: "link")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "nowhere")
        #expect(try !WholeFile.create(Data("two".utf8), at: link))
        #expect(names == ["a.txt", "link"])
        #expect(throws: WholeFileError.self) {
            try WholeFile.create(Data(), at: folder.appending(path: "none/a.txt"))
        }
    }

    @Test("what processes that have ended left unfinished is removed; what others write is not") func leftOvers() throws
    {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        let ended = ".a.txt.\(String(process.processIdentifier, radix: 16)).partial"
        let others = [".b.summary.\(UUID().uuidString).partial", WholeFile.partialName("a.txt"), "a.txt"]
        for name in [ended] + others { try Data().write(to: folder.appending(path: name)) }
        WholeFile.removeLeftOvers(in: folder)
        #expect(names == others.sorted())
        try Data().write(to: folder.appending(path: ended))
        unlink(folder.appending(path: others[1]).path)
        try WholeFile.write(Data(), to: folder.appending(path: "a.txt"))
        #expect(names == [others[0], "a.txt"])
    }
}
