import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Store
import Study
import Testing

@Suite("Items read from the store") struct StoredItemsTests {
    /// Two logs of one benchmark: the first has no questions, the second has other items, too, and two epochs.
    private func stored(
        _ work: (FindingsDocument, any ItemReading) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-items-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = (0..<10).reversed().map { item in
            "{\"model\":\"a\",\"benchmark\":\"b\",\"item\":\"\(item)\",\"target\":\"A\",\"prediction\":\"\(item % 2 == 0 ? "A" : "B")\",\"kind\":\"\(item < 5 ? "Organ" : "KG")\",\"choices\":[\"x\",\"y\"]}"
        }
        let second = (0..<12).flatMap { item in
            [1, 2].map { epoch in
                "{\"model\":\"c\",\"benchmark\":\"b\",\"item\":\"\(item)\",\"epoch\":\(epoch),\"question\":\"Q\(item)\",\"target\":\"A\",\"prediction\":\"\(epoch == 1 || item % 3 == 0 ? "A" : "B")\",\"kind\":\"\(item < 5 ? "Organ" : "KG")\",\"choices\":[\"x\",\"y\"]}"
            }
        }
        var paths: [String] = []
        for (name, lines) in [("1-a", first), ("2-c", second)] {
            let path = folder.appending(path: "\(name).jsonl").path
            try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            paths.append(path)
        }
        var study = Study()
        study.replicates = 200
        var entry = BenchmarkEntry(id: "b")
        entry.capability = CapabilityRule(facet: "kind", values: ["understanding": ["Organ"], "reasoning": ["KG"]])
        study.benchmarks = [entry]
        let path = folder.appending(path: "store.sqlite").path
        let store = try Store(path: path)
        let summary = try LogIngest(store: store, study: study).ingest(LogFinder().find(paths).logs)
        #expect(summary.failed.isEmpty)
        let findings = try Analyzer(store: store, study: study, threads: 1, version: "test")
            .findings(sources: summary.usable)
        try work(findings, StoredItems(path: path, findings: findings).reader())
    }

    @Test("have the scores that the estimates rest on, in the order of keys")
    func board() throws {
        try stored { findings, reader in
            let board = try #require(try reader.board("b"))
            #expect(board.keys == (0..<12).map(String.init).sorted())
            for model in board.models {
                let scored = model.scores.filter { !$0.isNaN }
                let estimate = try #require(
                    findings.estimates.first { $0.model == model.model && $0.scope == .benchmark })
                #expect(scored.count == estimate.items)
                #expect(abs(scored.reduce(0, +) / Double(scored.count) - estimate.estimate) < 1e-12)
            }
            #expect(try reader.board("none") == nil)
        }
    }

    @Test("have the capability that the study's rule gives, and know what a run lacks")
    func facetsAndGaps() throws {
        try stored { _, reader in
            let board = try #require(try reader.board("b"))
            let facet = try #require(board.facets.first)
            #expect(facet.name == "capability")
            for item in board.keys.indices {
                #expect(facet[item] == (Int(board.keys[item])! < 5 ? "understanding" : "reasoning"))
            }
            let first = try #require(board.models.first { $0.model == "a" })
            for item in board.keys.indices {
                let number = try #require(Int(board.keys[item]))
                let expected: ItemOutcome = number > 9 ? .missing : number % 2 == 0 ? .right : .wrong
                #expect(first.outcome(of: item) == expected, "\(number)")
            }
        }
    }

    @Test("take a question from whichever log has it, and options and targets with it")
    func texts() throws {
        try stored { _, reader in
            let board = try #require(try reader.board("b"))
            let places = [3, 0, 11]
            for (place, texts) in zip(places, try reader.items(places, of: board)) {
                #expect(texts == ItemTexts(question: "Q\(board.keys[place])", options: ["x", "y"], targets: ["A"]))
            }
        }
    }

    @Test("give each epoch's answer with its own score and line")
    func answers() throws {
        try stored { _, reader in
            let board = try #require(try reader.board("b"))
            let place = try #require(board.keys.firstIndex(of: "4"))
            let answers = try reader.answers([place], of: board)
            #expect(answers.map { board.models[$0.model].model } == ["a", "c", "c"])
            #expect(answers.map(\.epoch) == [1, 1, 2])
            #expect(answers.map(\.score) == [1, 1, 0])
            #expect(answers.map(\.answer) == ["A", "A", "B"])
            #expect(answers.map(\.line) == [6, 9, 10])
        }
    }
}
