import Foundation
import Records
import SQLite

/// A prediction with its item, as it is read back from the store.
public struct ItemPrediction: Sendable {
    /// The item's position in the benchmark, and so in every score vector.
    public var position: Int
    /// The item itself, with the texts that the store has of it.
    public var item: StoredItem
    /// Which of several answers of the run to the item, from 1.
    public var epoch: Int
    /// The raw prediction, or nil.
    public var text: String?
    /// The answer that the runner extracted, or nil.
    public var runnerAnswer: String?
    /// The answer that Acuity extracted.
    public var answer: Answer
    /// Why there is no usable prediction, or nil.
    public var failure: String?
}

extension Store {
    /// Writes what a run predicted. Call within the transaction of the run.
    public func insert(_ predictions: PackedPredictions, run: Int) throws {
        try statement("INSERT OR REPLACE INTO predictions (run, columns) VALUES (?,?)")
            .run(.integer(run), .blob(predictions.encodedColumns))
        for (chunk, texts) in predictions.textChunks.enumerated() {
            try statement("INSERT OR REPLACE INTO prediction_texts (run, chunk, texts) VALUES (?,?,?)")
                .run(.integer(run), .integer(chunk), .blob(texts))
        }
    }

    /// The predictions of a run; an empty list for a run without any. The last few runs stay unpacked.
    func runPredictions(_ run: Int) throws -> RunPredictions {
        if let known = unpacked[run] { return known }
        let bytes = try statement("SELECT columns FROM predictions WHERE run = ?").first(.integer(run)) { $0.blob(0) }
        guard let columns = bytes.map({ PredictionColumns(encoded: $0) }) ?? PredictionColumns() else {
            throw StoreError.corrupt(path: path, what: "predictions of unknown form")
        }
        let predictions = RunPredictions(columns) { [unowned self] in try texts(run: run, chunk: $0) }
        if unpacked.count >= Self.mostUnpacked { unpacked.removeAll() }
        unpacked[run] = predictions
        return predictions
    }

    private func texts(run: Int, chunk: Int) throws -> [String] {
        let packed = try statement("SELECT texts FROM prediction_texts WHERE run = ? AND chunk = ?")
            .first(.integer(run), .integer(chunk)) { $0.blob(0) }
        guard let bytes = packed.flatMap(Packed.decode) else {
            throw StoreError.corrupt(path: path, what: "texts of predictions of unknown form")
        }
        var reader = ByteReader(bytes)
        var texts: [String] = []
        while let text = reader.text() { texts.append(text) }
        return texts
    }

    /// Hands the predictions of a run to `body`, by item position and then by epoch.
    ///
    /// - Throws: `StoreError`; what `body` throws.
    public func forEachPrediction(ofRun run: Int, _ body: (ItemPrediction) throws -> Void) throws {
        let predictions = try runPredictions(run)
        guard let last = predictions.all.last.map({ Int(predictions.columns.positions[Int($0)]) }) else { return }
        let items = try items(benchmark: benchmarkIdentifier(ofRun: run), from: 0, to: last)
        for slot in predictions.all.map({ Int($0) }) {
            let position = Int(predictions.columns.positions[slot])
            guard position < items.count else {
                throw StoreError.corrupt(path: path, what: "a prediction of an item that is not there")
            }
            try body(
                ItemPrediction(
                    position: position, item: items[position], epoch: Int(predictions.columns.epochs[slot]),
                    text: try predictions.text(slot), runnerAnswer: predictions.columns.runnerAnswer(slot),
                    answer: predictions.columns.answer(slot), failure: predictions.columns.failure(slot)))
        }
    }
}
