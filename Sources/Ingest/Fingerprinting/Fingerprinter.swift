import Records
import Scoring
import Store

/// Makes fingerprints of predictions. What belongs to the item is hashed once for all runs that say the same of it.
struct Fingerprinter {
    private struct KnownItem {
        /// A hash of the item's texts as they are, for this process only.
        var raw: Int
        var fingerprint: ItemFingerprint
    }

    private let scorer = AnswerScorer()
    /// By item position.
    private var known: [KnownItem?] = []

    /// The fingerprint of what a prediction says of its item; `place` and what was predicted are left open.
    mutating func item(_ prediction: PredictionRecord, position: Int) -> ItemFingerprint {
        let raw = Self.raw(prediction)
        while known.count <= position { known.append(nil) }
        if let item = known[position], item.raw == raw { return item.fingerprint }
        let fingerprint = fingerprint(prediction)
        if known[position] == nil { known[position] = KnownItem(raw: raw, fingerprint: fingerprint) }
        return fingerprint
    }

    /// Enters what a run predicted for an item.
    static func enter(text: UnsafeRawBufferPointer?, answer: Answer, into fingerprint: inout ItemFingerprint) {
        if let text {
            let (hash, scalars) = StableHash.of(spaced: text)
            fingerprint.prediction = hash
            fingerprint.length = UInt32(clamping: scalars + 1)
        } else {
            fingerprint.prediction = 0
            fingerprint.length = 0
        }
        fingerprint.answer = answer.status == .parsed ? StableHash.of((answer.value ?? "").utf8) : 0
    }

    /// The fingerprint of what a prediction says of its item, unless it is known.
    func fingerprint(_ prediction: PredictionRecord) -> ItemFingerprint {
        var fingerprint = ItemFingerprint()
        fingerprint.question = prediction.question.map(QuestionText.hash) ?? 0
        let options = OptionLabel.removed(from: prediction.choices).map { StableHash.of(AnswerScorer.folded($0)) }
        fingerprint.options = StableHash.of(list: options)
        fingerprint.optionSet = StableHash.of(list: options.sorted())
        fingerprint.optionCount = UInt32(options.count)
        let target = scorer.readTargets(prediction)
        fingerprint.targetOptions = target.options
        if target.options != 0 {
            let texts = options.indices.filter { $0 < 26 && target.options & (1 << UInt32($0)) != 0 }.map {
                options[$0]
            }
            fingerprint.target = StableHash.of(list: texts.sorted())
        } else if prediction.choices.isEmpty, prediction.targets.count == 1,
            let (option, text) = OptionLabel.split(prediction.targets[0])
        {
            fingerprint.targetOptions = 1 << UInt32(option)
            fingerprint.target = StableHash.of(list: [StableHash.of(AnswerScorer.folded(text))])
        } else {
            fingerprint.target = StableHash.of(list: target.texts.map { StableHash.of($0) }.sorted())
        }
        return fingerprint
    }

    private static func raw(_ prediction: PredictionRecord) -> Int {
        var hasher = Hasher()
        hasher.combine(prediction.question)
        hasher.combine(prediction.choices)
        hasher.combine(prediction.targets)
        return hasher.finalize()
    }
}

/// The fingerprint of a run while its log is read.
struct RunFingerprintCollector {
    private(set) var fingerprint = RunFingerprint()
    private var epochs: [Int] = []
    private var count: UInt32 = 0

    /// Enters a prediction; of several epochs the first one's text counts, of duplicates the last.
    ///
    /// - Parameter item: what the prediction says of its item; asked for only where it counts.
    mutating func add(
        position: Int, epoch: Int, text: UnsafeRawBufferPointer?, answer: Answer, item: () -> ItemFingerprint
    ) {
        let missing = position + 1 - fingerprint.items.count
        if missing > 0 {
            fingerprint.items += repeatElement(ItemFingerprint(), count: missing)
            epochs += repeatElement(.max, count: missing)
        }
        if fingerprint.items[position].place == 0 {
            count += 1
            fingerprint.items[position] = item()
            fingerprint.items[position].place = count
        }
        guard epoch <= epochs[position] else { return }
        epochs[position] = epoch
        Fingerprinter.enter(text: text, answer: answer, into: &fingerprint.items[position])
    }
}
