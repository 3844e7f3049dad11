import Foundation
import Readers
import Records
import Study
import Testing

@testable import Ingest

/// A log of items without end must not take memory without end.
@Suite struct TooManyItemsTests {
    /// - Parameter words: what each question says beside its number; nil for questions that are all alike, whose rows
    ///   are taken as bytes.
    private func collect(items: Int, most: Int, words: String?) throws -> ReadLog {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-items-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = (0..<items).map { item in
            "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":\"\(item)\",\"question\":\"Which?\(words.map { " \($0) \(item)" } ?? "")\","
                + "\"target\":\"A\",\"prediction\":\"A\"}\n"
        }
        let url = folder.appending(path: "a.jsonl")
        try rows.joined().write(to: url, atomically: true, encoding: .utf8)
        let log = try #require(LogFinder().find([url.path]).logs.first)
        let resolver = NameResolver(study: Study())
        let collector = LogCollector(file: log.path, resolver: resolver, mostItems: most)
        try log.read(into: ScoringSink(resolver: resolver, knownItems: KnownItems(), into: collector))
        return try collector.collected()
    }

    @Test("A log with more items than it may have is refused", arguments: [nil, "of the organs"])
    func refused(words: String?) throws {
        let problem = #expect(throws: Problem.self) { try collect(items: 30, most: 29, words: words) }
        #expect(problem?.kind == "too-many-items" && problem?.description.contains("at most 29 items") == true)
    }

    @Test("A log with as many items as it may have is read", arguments: [nil, "of the organs"])
    func read(words: String?) throws {
        #expect(try collect(items: 30, most: 30, words: words).runs.map(\.stored.items) == [30])
    }
}
