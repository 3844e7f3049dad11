import Records
import Scoring
import Store

/// What a prediction says of its item, made once for all predictions that say the same.
///
/// Only the thread that scores may ask for scores; the rest never changes.
final class KnownItem: @unchecked Sendable {
    /// A prediction that said it; what it says beside is not looked at.
    let example: PredictionRecord
    /// The item for the store, whose key is not looked at.
    let item: StoredItem
    let facets: [Facet]
    let fingerprint: ItemFingerprint
    /// The scores of short texts under one scorer.
    private var scores: [KnownScore] = []

    private static let mostScored = 16

    init(_ example: PredictionRecord, fingerprint: ItemFingerprint) {
        self.example = example
        item = StoredItem(example)
        facets = example.facets
        self.fingerprint = fingerprint
    }

    /// The score of a prediction in bytes, as that of its record.
    ///
    /// - Parameter scorer: the same in every call.
    func score(_ prediction: borrowing RawPrediction, by scorer: AnswerScorer) -> KnownScore {
        guard let text = prediction.text.flatMap(ShortText.init) else {
            return KnownScore(text: ShortText(), newScore(prediction, scorer))
        }
        for known in scores where known.text == text { return known }
        let scored = KnownScore(text: text, newScore(prediction, scorer))
        if scores.count < Self.mostScored { scores.append(scored) }
        return scored
    }

    private func newScore(_ prediction: borrowing RawPrediction, _ scorer: AnswerScorer) -> ScoredAnswer {
        var record = example
        record.text = prediction.text.map { String(decoding: $0, as: UTF8.self) }
        record.runnerAnswer = prediction.runnerAnswer.map { String(decoding: $0, as: UTF8.self) }
        record.failure = nil
        return scorer.score(record)
    }
}

/// What a text was scored; a class, so that a prediction costs no copy of it.
final class KnownScore: Sendable {
    let text: ShortText
    let scored: ScoredAnswer

    init(text: ShortText, _ scored: ScoredAnswer) {
        self.text = text
        self.scored = scored
    }
}

/// A text of at most 32 bytes, as which longer ones hardly come again.
struct ShortText: Equatable, Sendable {
    private var bytes = SIMD32<UInt8>()
    private var count = 0

    init() {}

    /// Nil if the text is longer.
    init?(_ text: UnsafeRawBufferPointer) {
        guard text.count <= 32 else { return nil }
        count = text.count
        withUnsafeMutableBytes(of: &bytes) { $0.copyMemory(from: text) }
    }
}

/// What the rows of logs said of items, by the bytes in which they said it. For one thread at a time.
final class KnownItems: @unchecked Sendable {
    /// What the bytes mean: the form of the rows, and the benchmark with its scorer.
    private struct Meaning: Hashable {
        var form: String
        var benchmark: String
    }

    /// The items of rows of one form on one benchmark.
    final class Table {
        private var keys = KeyTable()
        private var items: [KnownItem] = []
        /// How many bytes of what rows say the table may take in yet; a log of nothing but long questions that come once
        /// must not fill the memory with them.
        private var room: Int

        init(room: Int) { self.room = room }

        /// Whether there is no room for more.
        var isFull: Bool { room <= 0 }

        func find(_ about: UnsafeRawBufferPointer) -> KnownItem? { keys.find(about).map { items[$0] } }

        func enter(_ item: KnownItem, about: UnsafeRawBufferPointer) {
            guard !isFull, keys.enter(about).isNew else { return }
            items.append(item)
            room -= about.count + Self.bytesOfItem
        }

        /// About what an item takes beside its texts.
        private static let bytesOfItem = 512
    }

    private let room: Int
    private var tables: [Meaning: Table] = [:]
    private static let mostTables = 64

    /// - Parameter room: how many bytes of what rows say each table takes in; the texts made of them take a few times that.
    init(room: Int = 1 << 26) { self.room = room }

    func table(form: String, benchmark: String) -> Table {
        let meaning = Meaning(form: form, benchmark: benchmark)
        if let known = tables[meaning] { return known }
        let table = Table(room: room)
        tables[meaning] = table
        return table
    }

    /// Forgets tables that are full, and all if there are too many. Call between logs.
    func trim() {
        tables = tables.filter { !$0.value.isFull }
        if tables.count > Self.mostTables { tables = [:] }
    }
}
