import Foundation
import Testing

@testable import Benchmarks

@Suite("Tables of benchmarks") struct ResultTableTests {
    private static func table() -> ResultTable {
        var table = ResultTable(title: "T", columns: ["Case", "Time"])
        table.add("first", "12.3 ms")
        table.add("2", "4 s")
        table.notes = ["A note."]
        return table
    }

    @Test("names stand left and figures right") func text() {
        #expect(Self.table().text == "T\n    Case       Time\n    first   12.3 ms\n    2           4 s\n    A note.")
    }

    @Test("the same as Markdown") func markdown() {
        #expect(
            Self.table().markdown
                == "**T**\n\n| Case | Time |\n| --- | ---: |\n| first | 12.3 ms |\n| 2 | 4 s |\n\nA note.")
    }

    @Test("tables go to their place in a page and leave the rest") func page() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "acuity-page-\(UUID()).md")
        defer { try? FileManager.default.removeItem(at: url) }
        let before = "a\n<!-- benchmarks: one -->\nold\n<!-- end -->\nb\n<!-- benchmarks: two -->\nkept\n<!-- end -->\n"
        try Data(before.utf8).write(to: url)
        try PerformancePage(url: url).replace("one", with: [Self.table()])
        let after = try String(contentsOf: url, encoding: .utf8)
        #expect(after.contains("a\n<!-- benchmarks: one -->\n\n**T**\n"))
        #expect(after.contains("A note.\n\n<!-- end -->\nb\n"))
        #expect(!after.contains("old") && after.contains("kept"))
        // Once more changes nothing.
        try PerformancePage(url: url).replace("one", with: [Self.table()])
        #expect(try String(contentsOf: url, encoding: .utf8) == after)
        #expect(throws: PageProblem.self) { try PerformancePage(url: url).replace("three", with: []) }
    }

    @Test("the page of the documentation has a place for every group") func places() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/performance.md")
        let text = try String(contentsOf: page.standardizedFileURL, encoding: .utf8)
        for name in BenchmarkGroup.all.map(\.name) + ["machine"] {
            #expect(text.contains("<!-- benchmarks: \(name) -->\n"), "no place for \(name)")
        }
    }

    @Test(
        "figures have three digits",
        arguments: [
            (0.0000123, "12.3 µs"), (0.01234, "12.3 ms"), (0.9994, "999 ms"), (1.234, "1.23 s"), (123.4, "123 s"),
        ])
    func times(seconds: Double, text: String) { #expect(Figure.time(seconds) == text) }

    @Test("numbers of bytes and counts read as people write them") func counts() {
        #expect(
            [640, 64_000, 6_400_000, 6_400_000_000].map { Figure.bytes($0) } == [
                "640 B", "64.0 kB", "6.40 MB", "6.40 GB",
            ])
        #expect([7, 1_000, 1_234_567].map { Figure.count($0) } == ["7", "1,000", "1,234,567"])
    }
}
