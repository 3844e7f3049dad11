import Foundation
import Records
import SQLite
import Testing

@testable import Store

@Suite("Predictions in columns") struct PredictionTableTests {
    private static let statuses: [Answer.Status] = Answer.Status.allCases

    /// A prediction whose every field follows from a number; some fields are lacking.
    private static func prediction(_ number: Int, position: Int? = nil, epoch: Int = 1) -> StoredPrediction {
        let status = statuses[number % statuses.count]
        return StoredPrediction(
            position: position ?? number, epoch: epoch, line: 3 * number + 1,
            answer: Answer(
                status: status, value: number % 3 == 0 ? nil : "answer \(number % 7)",
                rule: number % 4 == 0 ? nil : "rule"),
            runnerAnswer: number % 5 == 0 ? nil : "\u{202E}é\(number % 11)",
            text: number % 6 == 5 ? nil : String(repeating: "t\(number) \u{1F600}", count: number % 9),
            failure: number % 8 == 0 ? "timeout" : nil)
    }

    /// A store with one run of a benchmark with so many items, filled by `fill`.
    private func store(
        items: Int, path: String = ":memory:", _ fill: (inout PredictionTable) -> Void
    ) throws -> (store: Store, run: Int) {
        let store = try Store(path: path)
        let run = try store.transaction { () -> Int in
            let source = try store.insert(
                StoredSource(path: "l", bytes: 1, sha256: "00", fingerprint: "f", runner: "generic"))
            let benchmark = try store.benchmark(named: "b")
            var list = ItemList()
            for position in 0..<items { _ = list.enter(StoredItem(key: "i\(position)")) }
            _ = try BenchmarkItems(store: store, benchmark: benchmark).enter(list)
            let run = try store.insert(
                StoredRun(model: "m", benchmark: "b"), source: source, model: try store.model(named: "m"),
                benchmark: benchmark)
            var table = PredictionTable()
            fill(&table)
            try store.insert(table.packed(), run: run)
            return run
        }
        return (store, run)
    }

    private func expect(_ found: ReviewedPrediction, is wanted: StoredPrediction) {
        #expect(found.position == wanted.position && found.epoch == wanted.epoch && found.line == wanted.line)
        #expect(found.status == wanted.answer.status.rawValue)
        #expect(found.answer == wanted.runnerAnswer ?? wanted.answer.value)
        #expect(found.text == wanted.text && found.failure == wanted.failure)
    }

    @Test("what goes in comes out, by position and epoch, over many chunks of texts")
    func roundTrip() throws {
        let count = 3 * PredictionTable.chunkSize + 17
        // The log goes through the items backwards, and through the second epoch first.
        let wanted =
            (0..<count).map { Self.prediction($0) }
            + (0..<count).map { Self.prediction($0 + 1, position: $0, epoch: 2) }
        let (store, run) = try store(items: count) { table in
            for (slot, prediction) in wanted.reversed().enumerated() { table.set(prediction, slot: slot) }
        }
        let found = try store.predictions(run: run, from: 0, to: count)
        #expect(found.count == wanted.count)
        for (index, prediction) in found.enumerated() {
            expect(prediction, is: wanted[index / 2 + (index % 2) * count])
        }
        let some = try store.predictions(run: run, from: 130, to: 132)
        #expect(some.map(\.position) == [130, 130, 131, 131, 132, 132] && some.map(\.epoch) == [1, 2, 1, 2, 1, 2])
        #expect(try store.predictions(run: run, from: count, to: count + 5).isEmpty)
        var walked: [ItemPrediction] = []
        try store.forEachPrediction(ofRun: run) { walked.append($0) }
        #expect(walked.map(\.position) == found.map(\.position) && walked.map(\.text) == found.map(\.text))
        #expect(walked.allSatisfy { $0.item.key == "i\($0.position)" })
        #expect(walked.map(\.answer) == (0..<(2 * count)).map { wanted[$0 / 2 + ($0 % 2) * count].answer })
    }

    @Test("a prediction that comes again takes its slot, its text too") func again() throws {
        let (store, run) = try store(items: 200) { table in
            for slot in 0..<200 { table.set(Self.prediction(slot), slot: slot) }
            table.set(Self.prediction(7, position: 3), slot: 3)
            #expect(table.count == 200)
        }
        let found = try store.predictions(run: run, from: 2, to: 4)
        #expect(found.count == 3)
        expect(found[1], is: Self.prediction(7, position: 3))
        expect(found[2], is: Self.prediction(4))
    }

    @Test("packed predictions move with their items") func moved() throws {
        let store = try Store(path: ":memory:")
        let source = try store.insert(StoredSource(path: "l", bytes: 1, sha256: "0", fingerprint: "f", runner: "r"))
        let run = try store.insert(
            StoredRun(model: "m", benchmark: "b"), source: source, model: store.model(named: "m"),
            benchmark: store.benchmark(named: "b"))
        var table = PredictionTable()
        for slot in 0..<200 { table.set(Self.prediction(slot), slot: slot) }
        var packed = table.packed()
        packed.move(to: (0..<200).map { 7 * $0 % 200 })
        try store.insert(packed, run: run)
        for slot in 0..<200 {
            let position = 7 * slot % 200
            let found = try store.predictions(run: run, from: position, to: position)
            #expect(found.count == 1)
            expect(found[0], is: Self.prediction(slot, position: position))
        }
    }

    @Test("a run without predictions has none") func empty() throws {
        let (store, run) = try store(items: 1) { _ in }
        #expect(try store.predictions(run: run, from: 0, to: 9).isEmpty)
        #expect(try store.predictions(run: 99, from: 0, to: 9).isEmpty)
        try store.forEachPrediction(ofRun: run) { _ in Issue.record("there is none") }
    }

    @Test("removing a source removes its predictions and texts") func removal() throws {
        let (store, run) = try store(items: 5) { table in
            for slot in 0..<5 { table.set(Self.prediction(slot), slot: slot) }
        }
        #expect(try store.predictions(run: run, from: 0, to: 9).count == 5)
        try store.remove(source: #require(try store.source(path: "l")).id)
        #expect(try store.predictions(run: run, from: 0, to: 9).isEmpty)
        #expect(try store.statement("SELECT count(*) FROM prediction_texts").first { $0.integer(0) } == 0)
    }

    @Test("bytes that are no columns or no texts are a corrupt store, not a crash") func corrupt() throws {
        for (sql, bytes) in [
            ("UPDATE predictions SET columns = ?", [UInt8]([3, 1, 2, 3])), ("UPDATE predictions SET columns = ?", []),
            ("UPDATE prediction_texts SET texts = ?", [200, 200, 200, 200, 200, 200, 200, 200, 200, 1]),
        ] as [(String, [UInt8])] {
            let (store, run) = try store(items: 5) { table in
                for slot in 0..<5 { table.set(Self.prediction(slot), slot: slot) }
            }
            try store.statement(sql).run(.blob(bytes))
            #expect(throws: StoreError.self) { try store.predictions(run: run, from: 0, to: 4) }
        }
    }

    @Test("a store with a row a prediction is packed when it is opened, and nothing is lost") func migration() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-pack-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "old.sqlite").path
        do {
            let database = try Database(path: path)
            for migration in Schema.migrations.prefix(5) { try database.execute(migration) }
            try database.execute(
                """
                PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 5;
                INSERT INTO sources VALUES (1, 'l', 1, '00', 'f', 'generic', NULL, '[]');
                INSERT INTO models VALUES (1, 'm'); INSERT INTO benchmarks VALUES (1, 'b');
                INSERT INTO runs (id, source, run_index, model, benchmark, items, predictions, epochs, duplicates, unparsed,
                    refused, errors, absent, unscored, scored_by_both, disagreements)
                    VALUES (7, 1, 0, 1, 1, 300, 300, 1, 0, 0, 0, 0, 0, 0, 0, 0);
                """)
            let insert = try database.prepare(
                """
                INSERT INTO predictions (run, position, epoch, line, status, answer, rule, runner_answer, prediction, failure)
                VALUES (7,?,?,?,?,?,?,?,?,?)
                """)
            for number in 0..<300 {
                let prediction = Self.prediction(number)
                try insert.run(
                    .integer(number), .integer(1), .integer(prediction.line), .text(prediction.answer.status.rawValue),
                    .optional(prediction.answer.value), .optional(prediction.answer.rule),
                    .optional(prediction.runnerAnswer), .optional(prediction.text), .optional(prediction.failure))
            }
        }
        let store = try Store(path: path)
        let found = try store.predictions(run: 7, from: 0, to: 299)
        #expect(found.count == 300)
        for (number, prediction) in found.enumerated() { expect(prediction, is: Self.prediction(number)) }
    }

    @Test("numbers of every size come back, and rising ones take a byte each") func numbers() {
        var writer = ByteWriter()
        let numbers: [UInt32] = [0, 1, 127, 128, 16_383, 16_384, .max, 5, .max, 0]
        writer.add(differences: numbers)
        writer.add(numbers)
        var reader = ByteReader(writer.bytes)
        #expect(reader.differences(numbers.count) == numbers)
        #expect(reader.numbers(numbers.count) == numbers)
        #expect(reader.number() == nil)
        var rising = ByteWriter()
        rising.add(differences: Array(1...1000))
        #expect(rising.bytes.count == 1000)
    }
}
