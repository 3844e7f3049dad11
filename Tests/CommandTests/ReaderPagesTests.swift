import Foundation
import Ingest
import Readers
import Testing

/// The pages of the readers in `docs/readers`.
enum ReaderPages {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/readers")
        .standardizedFileURL

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// The files that a page shows: each behind a line ``Example, `path`:``.
    static func examples(_ page: String) -> [(path: String, text: String)] {
        page.matches(of: #/Example, `(?<path>[^`]+)`:\n\n```[a-z]*\n(?<text>[\s\S]*?)```/#).map {
            (String($0.output.path), String($0.output.text))
        }
    }
}

@Suite("Pages of the readers") struct ReaderPagesTests {
    static let headings = [
        "## Files", "## Recognised by", "## What is read", "## How the runner aggregates", "## Traps", "## Left out",
    ]
    static let runners = ReaderCatalogue.runners.map(\.id)
    static let names = Dictionary(uniqueKeysWithValues: ReaderCatalogue.runners.map { ($0.id, $0.name) })

    @Test("every runner has a page, every page a runner, and the overview lists them all") func pages() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: ReaderPages.folder.path)
        #expect(pages.filter { $0 != "README.md" }.sorted() == Self.runners.map { $0 + ".md" }.sorted())
        let overview = try ReaderPages.text("README.md")
        let listed = overview.matches(of: #/\| `(?<id>[^`]+)` \| \[(?<name>[^\]]+)\]\((?<page>[^)]+)\) \|/#)
        #expect(listed.map { String($0.output.id) }.sorted() == Self.runners.sorted())
        for row in listed {
            #expect(row.output.page == row.output.id + ".md")
            #expect(Self.names[String(row.output.id)] == String(row.output.name))
        }
    }

    @Test("a page names its runner, leads back to the overview and has the headings of all pages", arguments: runners)
    func headings(runner: String) throws {
        let page = try ReaderPages.text(runner + ".md")
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "# \(Self.names[runner] ?? "") (`\(runner)`)")
        #expect(lines[2] == "[All readers](README.md) · `--runner \(runner)`")
        #expect(lines.filter { $0.hasPrefix("## ") }.map(String.init) == Self.headings)
    }

    @Test("the example of a page is read as a log of its runner", arguments: runners)
    func example(runner: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let examples = try ReaderPages.examples(ReaderPages.text(runner + ".md"))
        #expect(!examples.isEmpty)
        for example in examples {
            let url = folder.appending(path: example.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try example.text.write(to: url, atomically: true, encoding: .utf8)
        }
        let listing = LogFinder().find([folder.path])
        #expect(listing.problems.isEmpty)
        #expect(listing.logs.map(\.reader.runner.id) == [runner])
        for log in listing.logs {
            let inspection = try Inspection(log)
            #expect(inspection.runs.first.map { $0.items > 0 } == true)
            #expect(inspection.problems.filter { $0.severity == .error }.isEmpty)
        }
    }
}
