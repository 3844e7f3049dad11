import Foundation
import Records
import Testing

@testable import Readers

@Suite("folders that hold more than files")
struct HostileFolderTests {
    private static let row = "{\"id\": 1, \"model\": \"m\", \"prediction\": \"A\", \"target\": \"A\"}\n"
    private let workspace: Workspace
    private var folder: String { workspace.folder.path }

    init() throws {
        workspace = try Workspace()
        try workspace.write("good.jsonl", Self.row)
    }

    private func expectGoodLog(_ listing: LogListing) {
        #expect(listing.logs.map { $0.url.lastPathComponent } == ["good.jsonl"])
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(name)", withDestinationPath: target)
    }

    @Test("a pipe, a socket, a device and links to them are passed over, and nobody waits for them")
    func specialFiles() throws {
        #expect(mkfifo("\(folder)/pipe.jsonl", 0o600) == 0)
        try link("device.jsonl", to: "/dev/zero")
        try link("linked.jsonl", to: "pipe.jsonl")
        let listing = LogFinder().find([folder])
        expectGoodLog(listing)
        #expect(listing.passedOver.map(\.reason) == Array(repeating: "neither a file nor a folder", count: 3))
    }

    @Test("a pipe or a device that is named is refused", arguments: ["pipe.jsonl", "device.jsonl"])
    func named(name: String) throws {
        #expect(mkfifo("\(folder)/pipe.jsonl", 0o600) == 0)
        try link("device.jsonl", to: "/dev/zero")
        let problems = LogFinder().find(["\(folder)/\(name)"]).problems
        #expect(problems.map(\.kind) == ["not-a-file"] && problems.map(\.file) == ["\(folder)/\(name)"])
    }

    @Test("a pipe where a file beside the log should be is no such file")
    func pipeBesideALog() throws {
        for (name, text) in HELMLog.run where name != "stats.json" {
            try workspace.write("\(HELMLog.folder)/\(name)", text)
        }
        #expect(mkfifo("\(folder)/\(HELMLog.folder)/stats.json", 0o600) == 0)
        let listing = LogFinder().find(["\(folder)/\(HELMLog.folder)"])
        let log = try #require(listing.logs.first)
        #expect(!log.sidecars.contains { $0.lastPathComponent == "stats.json" })
        let sink = CollectingSink()
        try log.read(into: sink)
        #expect(sink.predictions.count == 2)
    }

    @Test("a file that is nearly all holes is refused with both sizes")
    func sparse() throws {
        let path = "\(folder)/sparse.jsonl"
        try workspace.write("sparse.jsonl", Self.row)
        #expect(truncate(path, 1 << 42) == 0)
        let listing = LogFinder().find([folder])
        expectGoodLog(listing)
        #expect(listing.problems.map(\.kind) == ["sparse-file"] && listing.problems[0].file == path)
        #expect(listing.problems[0].found.contains("4398046511104"))
    }

    @Test("links that lead back are followed once")
    func loop() throws {
        try workspace.write("a/log.jsonl", Self.row)
        try link("a/up", to: "..")
        try link("self", to: "self")
        let listing = LogFinder().find([folder])
        #expect(listing.logs.map { $0.url.lastPathComponent } == ["log.jsonl", "good.jsonl"])
        #expect(
            listing.passedOver.map(\.reason).sorted() == ["a link to a folder that contains it", "a link to nothing"])
    }

    @Test("links that fork at every step are not followed in all ways")
    func forks() throws {
        for level in 0..<40 {
            try workspace.write("l\(level)/x.txt", "-")
            for name in ["a", "b"] { try link("l\(level)/\(name)", to: "../l\(level + 1)") }
        }
        let listing = LogFinder().find([folder])
        expectGoodLog(listing)
        #expect(listing.passedOver.contains { $0.reason == "a link to a folder that 8 other paths led to" })
    }

    @Test("names with line feeds, controls and bytes that are no letters are names")
    func names() throws {
        for name in ["a\nb.jsonl", "\u{1B}[31m.jsonl", " .jsonl", "...jsonl", "é漢😀.jsonl"] {
            try workspace.write(name, Self.row)
        }
        let listing = LogFinder().find([folder])
        #expect(listing.logs.count == 5 && listing.problems.isEmpty)
        for log in listing.logs {
            let sink = CollectingSink()
            try log.read(into: sink)
            #expect(sink.predictions.count == 1)
        }
    }
}
