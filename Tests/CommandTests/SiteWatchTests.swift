import Foundation
import Testing

@testable import acuity

@Suite("acuity site --watch") struct SiteWatchTests {
    private func state(_ number: Int, size: Int = 1, inode: UInt64 = 1) -> FileSnapshot.State {
        FileSnapshot.State(seconds: 1, nanoseconds: number, size: size, inode: inode)
    }

    @Test("tells what was added, changed and removed between two moments, by name") func changesAreTold() {
        let before = FileSnapshot([
            "a.css": state(1), "b.js": state(1), "c.mustache": state(1), "d": state(1), "e": state(1),
        ])
        let after = FileSnapshot([
            "b.js": state(2), "c.mustache": state(1, size: 2), "d": state(1, inode: 2), "e": state(1),
            "f.svg": state(1),
        ])
        #expect(
            after.changes(since: before)
                == ["a.css removed", "b.js changed", "c.mustache changed", "d changed", "f.svg added"])
        #expect(after.changes(since: after).isEmpty)
    }

    @Test("sees a file that was saved, and none that is not there") func filesAreLookedAt() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-look-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["x", "y"].map { (name: $0, path: folder.appending(path: $0).path) }
        try Data("1".utf8).write(to: folder.appending(path: "x"))
        let before = FileSnapshot(files)
        #expect(Set(before.states.keys) == ["x"])
        try Data("12".utf8).write(to: folder.appending(path: "x"))
        #expect(FileSnapshot(files).changes(since: before) == ["x changed"])
    }

    /// The user's part of the watch: what is done before each look, and what must then have come of the look before.
    private final class Script {
        private var steps: [() throws -> Void]
        private(set) var failures: [any Error] = []
        init(_ steps: [() throws -> Void]) { self.steps = steps.reversed() }

        /// False at the end.
        func next() -> Bool {
            guard let step = steps.popLast() else { return false }
            do { try step() } catch { failures.append(error) }
            return true
        }
    }

    @Test("builds again after a save, keeps the site where a template is broken, and goes on when it is mended")
    func savesAreFollowed() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-watch-\(UUID().uuidString)")
        let templates = folder.appending(path: "templates")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: root.appending(path: "templates"), to: templates)
        var lines = ["model,benchmark,item,prediction,target"]
        for item in 0..<20 { lines.append("alpha,one,\(item),\(item % 3 == 0 ? "B" : "A"),A") }
        try lines.joined(separator: "\n").write(
            to: folder.appending(path: "log.csv"), atomically: true, encoding: .utf8)
        #expect(
            Program.run([
                "build", folder.appending(path: "log.csv").path, "--output", folder.path, "--templates", templates.path,
                "--quiet",
            ]) == .success)

        let layout = templates.appending(path: "layout.mustache")
        let whole = try String(contentsOf: layout, encoding: .utf8)
        func save(_ text: String) throws { try text.write(to: layout, atomically: true, encoding: .utf8) }
        func home() throws -> String {
            try String(contentsOf: folder.appending(path: "site/index.html"), encoding: .utf8)
        }
        let style = folder.appending(path: "site/assets/style.css").path
        let inode = try FileManager.default.attributesOfItem(atPath: style)[.systemFileNumber] as? Int
        let script = Script([
            { try save(whole.replacing("<main", with: "<p>saved</p><main")) },
            {
                let isSaved = try home().contains("<p>saved</p>")
                #expect(!isSaved, "a file that is being written is left alone")
            },
            {
                #expect(try home().contains("<p>saved</p>"))
                try save(whole + "{{#open}}")
            },
            {},
            {
                #expect(try home().contains("<p>saved</p>"), "the site is as it was")
                try save(whole)
            },
            {},
            {
                let isSaved = try home().contains("<p>saved</p>")
                #expect(!isSaved)
            },
        ])
        try SiteWatch(
            workspace: Workspace(output: folder), templates: templates, console: Console(isQuiet: true)
        ).run { script.next() }
        #expect(script.failures.isEmpty)
        let after = try FileManager.default.attributesOfItem(atPath: style)[.systemFileNumber] as? Int
        #expect(after == inode && inode != nil, "what has not changed is not written")
    }

    @Test("ends if there are no findings") func findingsAreNeeded() {
        #expect(Program.run(["site", "--watch", "--output", "/nonexistent"]) == .usage)
        #expect(!FileManager.default.fileExists(atPath: "/nonexistent"), "a folder that was misspelt is not made")
    }
}
