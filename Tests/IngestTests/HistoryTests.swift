import Foundation
import Readers
import Store
import Study
import Testing

@testable import Ingest

@Suite("A store says the same of items whatever came before") struct HistoryTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-history-\(UUID().uuidString)")

    /// Writes the log of a number: all of the same few items, said in one of a few ways.
    private func write(_ number: Int, way: Int, answers: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rows = (0..<12).filter { way != 3 || $0 % 4 > 0 }.map { item in
            "{\"model\":\"m\(number)\",\"benchmark\":\"b\",\"item\":\"i\(way == 2 ? 11 - item : item)\","
                + (way == 1 ? "" : "\"question\":\"What, in way \(way), is \(item)?\",")
                + "\"target\":\"A\",\"organ\":\"o\(way == 4 ? item % 3 : item % 2)\","
                + "\"prediction\":\"\(["A", "B"][(item + answers) % 2])\"}"
        }
        try (rows.joined(separator: "\n") + "\n").write(to: url(number), atomically: true, encoding: .utf8)
    }

    private func url(_ number: Int) -> URL { folder.appending(path: "l\(number).jsonl") }

    /// What a store says of items and runs, by key and path, whatever their numbers are.
    private func content(_ store: Store) throws -> [String] {
        let matrix = try store.matrix(benchmark: "b")
        let items = try store.items(benchmark: store.benchmark(named: "b"), from: 0, to: matrix.keys.count)
        // Items that no run has are no items.
        let isUsed = items.indices.map { position in
            matrix.runs.contains { !$0.unresolved[position].isNaN }
        }
        var lines = items.indices.filter { isUsed[$0] }.map { position in
            "\(items[position]) "
                + matrix.facets.sorted { $0.name < $1.name }.map { "\($0.name) \($0[position] ?? "-")" }.joined(
                    separator: " ")
        }.sorted()
        lines += matrix.runs.map { run in
            run.sourcePath + " "
                + matrix.keys.indices.filter { isUsed[$0] }.sorted { matrix.keys[$0] < matrix.keys[$1] }
                .map { "\(run.scores[0].values[$0])" }.joined(separator: " ")
        }
        return lines + (try store.sources()).map { "\($0.path) \($0.problems)" }
    }

    @Test("after logs changed, came and went", arguments: 0..<6) func same(seed: Int) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let store = try Store(path: ":memory:")
        for step in 0..<14 {
            for number in 0..<5 where step == 0 || draw(3) == 0 {
                if step > 0, draw(4) == 0 {
                    try? FileManager.default.removeItem(at: url(number))
                } else {
                    try write(number, way: draw(5) * draw(2), answers: draw(2))
                }
            }
            let logs = LogFinder().find([folder.path]).logs
            guard !logs.isEmpty else { continue }
            _ = try LogIngest(store: store, study: Study()).ingest(logs, isWhole: true)
            let fresh = try Store(path: ":memory:")
            _ = try LogIngest(store: fresh, study: Study()).ingest(logs, isWhole: true)
            let listed = Set(logs.map(\.path))
            for source in try store.sources() where !listed.contains(source.path) {
                try store.remove(source: source.id)
            }
            #expect(try content(store) == content(fresh), "step \(step)")
        }
    }

    @Test("one log of many that changed its answers is the only one read again") func onlyOne() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for number in 0..<8 { try write(number, way: 0, answers: 0) }
        let store = try Store(path: ":memory:")
        let logs = LogFinder().find([folder.path]).logs
        _ = try LogIngest(store: store, study: Study()).ingest(logs, isWhole: true)
        try write(3, way: 0, answers: 1)
        let summary = try LogIngest(store: store, study: Study()).ingest(logs, isWhole: true)
        #expect(summary.written.count == 1 && summary.unchanged.count == 7)
        // The first one says something else of the items: the others must be read again.
        try write(0, way: 4, answers: 0)
        #expect(try LogIngest(store: store, study: Study()).ingest(logs, isWhole: true).written.count == 8)
    }

    @Test("what the store has of a log stays while it cannot be read") func unreadable() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for number in 0..<3 { try write(number, way: 0, answers: 0) }
        let store = try Store(path: ":memory:")
        let logs = LogFinder().find([folder.path]).logs
        _ = try LogIngest(store: store, study: Study()).ingest(logs, isWhole: true)
        try "{\"nothing\":1}\n".write(to: url(2), atomically: true, encoding: .utf8)
        try write(0, way: 4, answers: 0)
        let summary = try LogIngest(store: store, study: Study()).ingest(logs, isWhole: true)
        #expect(summary.failed.count == 1 && summary.written.count == 1)
        #expect(try store.sources().count == 3)
        try write(2, way: 0, answers: 0)
        #expect(try LogIngest(store: store, study: Study()).ingest(logs, isWhole: true).written.count == 3)
    }
}
