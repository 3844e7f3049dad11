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

        func take(_ prediction: borrowing RawPrediction, of known: KnownItem, _ score: KnownScore) throws {
            if items.count == limit { throw Failed() }
            #expect(known.example.targets == ["A"] && score.scored.score == 0.5 && prediction.run == 3)
            #expect(prediction.scores.map(\.value) == [nil, Double(prediction.line)])
            #expect(
                prediction.text.map { String(decoding: $0, as: UTF8.self) } == (prediction.line % 2 == 0 ? nil : "text")
            )
            #expect(prediction.runnerAnswer?.count == 0 && prediction.latency == 0.25 && prediction.outputTokens == 7)
            #expect(prediction.epoch == 2 && prediction.confidence == nil && prediction.cost == 8)
            items.append(String(decoding: prediction.item, as: UTF8.self))
        }
    }

    private struct Failed: Error {}

    private static func run(_ index: Int) -> RunRecord {
        RunRecord(index: index, runner: "r", model: "m\(index)", benchmark: "b")
    }

    /// Scores and hands over so many records.
    @Sendable private static func read(_ count: Int, into sink: any ScoredRecordSink) throws {
        try read(
            count, into: ScoringSink(resolver: NameResolver(study: Study()), knownItems: KnownItems(), into: sink))
    }

    private static func read(_ count: Int, into sink: any RecordSink) throws {
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
        try RecordPipe.run(into: taken) { try Self.read(count, into: $0) }
        #expect(taken.items == (0..<count).map { "i\($0)" })
        #expect(
            taken.others == ["begin m0"] + (count > 700 ? ["note k after 700"] : []) + ["finish m0 after \(count)"])
    }

    @Test("predictions in bytes arrive among the records, in order", arguments: [1, 256, 3000])
    func bytes(count: Int) throws {
        let taken = Taken()
        try RecordPipe.run(into: taken) { sink in
            let known = KnownItem(PredictionRecord(run: 0, item: "", targets: ["A"]), fingerprint: ItemFingerprint())
            let score = KnownScore(
                text: ShortText(), ScoredAnswer(answer: Answer(status: .absent), score: 0.5))
            for number in 0..<count {
                if number == 5 { try sink.take(.begin(Self.run(4))) }
                // The bytes are gone when the call has returned.
                var item = "item \(number)"
                try item.withUTF8 { bytes in
                    var prediction = RawPrediction()
                    prediction.run = 3
                    prediction.epoch = 2
                    prediction.line = number
                    prediction.item = UnsafeRawBufferPointer(bytes)
                    prediction.runnerAnswer = UnsafeRawBufferPointer(start: nil, count: 0)
                    prediction.scores = [
                        MetricScore(metric: 0, value: nil), MetricScore(metric: 1, value: Double(number)),
                    ]
                    prediction.latency = 0.25
                    prediction.outputTokens = 7
                    prediction.cost = 8
                    var text = "text"
                    try text.withUTF8 {
                        if number % 2 == 1 { prediction.text = UnsafeRawBufferPointer($0) }
                        try sink.take(prediction, of: known, score)
                    }
                }
            }
        }
        #expect(taken.items == (0..<count).map { "item \($0)" })
        #expect(taken.others == (count > 5 ? ["begin m4"] : []))
    }

    @Test("a reader that fails has handed over what it read before") func readerFails() {
        let taken = Taken()
        #expect(throws: Failed.self) {
            try RecordPipe.run(into: taken) { sink in
                for item in 0..<300 {
                    try sink.take(
                        .add(
                            PredictionRecord(run: 0, item: "i\(item)", targets: ["A"], text: "A"),
                            ScoredAnswer(answer: Answer(status: .absent), score: 1)))
                }
                throw Failed()
            }
        }
        #expect(taken.items.count == 300)
    }

    @Test("what takes the records may fail, and the reader stops", arguments: [0, 10, 5000]) func sinkFails(limit: Int)
    {
        let taken = Taken(limit: limit)
        #expect(throws: Failed.self) {
            try RecordPipe.run(into: taken) { try Self.read(100_000, into: $0) }
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
            let summary = try LogIngest(store: store, study: Study(), threads: threads).ingest(
                LogFinder().find([path]).logs)
            #expect(summary.failed.isEmpty && summary.written.count == 1)
            return store
        }
        let matrices = try stores.map { try $0.matrix(benchmark: "b") }
        #expect(matrices[0].keys == matrices[1].keys && matrices[0].runs == matrices[1].runs)
        let predictions = try stores.map { try $0.predictions(run: 1, from: 0, to: 9000).map(\.text) }
        #expect(predictions[0] == predictions[1] && predictions[0].count == 9000)
    }
}
