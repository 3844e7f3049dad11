import Foundation
import Readers
import Records
import Scoring
import Store
import Study
import Testing

@testable import Ingest

@Suite("Records through a pipe") struct RecordPipeTests {
    private final class Taken: ScoredRecordSink {
        var items: [String] = []
        var others: [String] = []
        let limit: Int

        init(limit: Int = .max) { self.limit = limit }

        func take(_ record: ScoredRecord) throws {
            switch record {
            case .begin(let run): others.append("begin \(run.model)")
            case .add(let prediction, let scored):
                if items.count == limit { throw Failed() }
                #expect(scored.score == (prediction.targets == [prediction.text] ? 1 : 0))
                items.append(prediction.item)
            case .finish(let run): others.append("finish \(run.model) after \(items.count)")
            case .note(let problem): others.append("note \(problem.kind) after \(items.count)")
            }
        }
    }

    private struct Failed: Error {}

    private static func run(_ index: Int) -> RunRecord {
        RunRecord(index: index, runner: "r", model: "m\(index)", benchmark: "b")
    }

    @Sendable private static func read(_ count: Int, into sink: any RecordSink) throws {
        try sink.begin(run(0))
        for item in 0..<count {
            if item == 700 {
                sink.note(
                    Problem(kind: "k", severity: .note, file: "f", expected: "e", found: "f", remedy: "r"))
            }
            try sink.add(
                PredictionRecord(
                    run: 0, item: "i\(item)", choices: ["x", "y"], targets: ["A"], text: item % 3 == 0 ? "A" : "B"))
        }
        try sink.finish(run(0))
    }

    @Test("everything arrives, in order and scored", arguments: [0, 1, 255, 256, 257, 20_000])
    func order(count: Int) throws {
        let taken = Taken()
        try RecordPipe.run(scorer: { _ in AnswerScorer() }, into: taken) { try Self.read(count, into: $0) }
        #expect(taken.items == (0..<count).map { "i\($0)" })
        #expect(
            taken.others == ["begin m0"] + (count > 700 ? ["note k after 700"] : []) + ["finish m0 after \(count)"])
    }

    @Test("a reader that fails has handed over what it read before") func readerFails() {
        let taken = Taken()
        #expect(throws: Failed.self) {
            try RecordPipe.run(scorer: { _ in AnswerScorer() }, into: taken) { sink in
                try sink.begin(Self.run(0))
                for item in 0..<300 { try sink.add(PredictionRecord(run: 0, item: "i\(item)", targets: ["A"], text: "A")) }
                throw Failed()
            }
        }
        #expect(taken.items.count == 300)
    }

    @Test("what takes the records may fail, and the reader stops", arguments: [0, 10, 5000]) func sinkFails(limit: Int) {
        let taken = Taken(limit: limit)
        #expect(throws: Failed.self) {
            try RecordPipe.run(scorer: { _ in AnswerScorer() }, into: taken) { try Self.read(100_000, into: $0) }
        }
        #expect(taken.items.count == limit)
    }

    @Test("a store filled on one thread and on two holds the same")
    func sameStore() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-pipe-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "l.jsonl").path
        // Large enough to be worth a thread.
        let rows = (0..<9000).map { item in
            "{\"model\":\"m\",\"benchmark\":\"b\",\"item\":\(item),\"target\":\"A\",\"prediction\":\""
                + String(repeating: "word ", count: 20) + "The answer is \(item % 3 == 0 ? "A" : "B").\"}"
        }
        try (rows.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let stores = try [1, 2].map { threads in
            let store = try Store(path: ":memory:")
            let summary = try LogIngest(store: store, study: Study(), threads: threads).ingest(LogFinder().find([path]).logs)
            #expect(summary.failed.isEmpty && summary.written.count == 1)
            return store
        }
        let matrices = try stores.map { try $0.matrix(benchmark: "b") }
        #expect(matrices[0].keys == matrices[1].keys && matrices[0].runs == matrices[1].runs)
        let predictions = try stores.map { try $0.predictions(run: 1, from: 0, to: 9000).map(\.text) }
        #expect(predictions[0] == predictions[1] && predictions[0].count == 9000)
    }
}
