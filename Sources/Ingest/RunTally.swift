import Records
import Store

/// Counts and scores of one run while its log is read: a few numbers a prediction, no texts.
///
/// Epochs are averaged within the item at the end. A prediction that comes again with other metrics is merged; one that
/// comes again with a metric it had, or without scores, is a duplicate and replaces the earlier one.
public struct RunTally {
    /// What a prediction turned out to be.
    public enum Placement: Equatable, Sendable {
        case new
        case merged
        case duplicate
    }

    private struct Slot {
        var position: Int
        var epoch: Int
        var status: Answer.Status
        var score: Double
        var runnerScores: [Double]
    }

    private struct SlotKey: Hashable {
        var position: Int
        var epoch: Int
    }

    private var slots: [Slot] = []
    private var places: [SlotKey: Int] = [:]
    /// By slot; few logs have any.
    private var confidences: [Int: Double] = [:]
    private var measureTally = MeasureTally()
    private(set) var duplicates = 0

    public init() {}

    /// Enters a prediction and returns what it was, and the runner's scores of the (item, epoch) so far.
    public mutating func add(
        position: Int, epoch: Int, scored: (status: Answer.Status, score: Double?), runnerScores: [MetricScore],
        confidence: Double? = nil, measured: MeasuredValues = MeasuredValues()
    ) -> (placement: Placement, runnerScores: [Double]) {
        var incoming: [Double] = []
        for score in runnerScores {
            while incoming.count <= score.metric { incoming.append(.nan) }
            incoming[score.metric] = score.value ?? .nan
        }
        let slot = Slot(
            position: position, epoch: epoch, status: scored.status, score: scored.score ?? .nan, runnerScores: incoming
        )
        let key = SlotKey(position: position, epoch: epoch)
        guard let place = places[key] else {
            places[key] = slots.count
            if let confidence { confidences[slots.count] = confidence }
            measureTally.set(measured, at: slots.count)
            slots.append(slot)
            return (.new, incoming)
        }
        // Unscored (NaN) and never given look alike here; giving an unscored metric again is harmless to merge.
        let known = slots[place].runnerScores
        let repeats =
            runnerScores.isEmpty
            || runnerScores.contains { $0.metric < known.count && !known[$0.metric].isNaN }
        if repeats {
            duplicates += 1
            slots[place] = slot
            confidences[place] = confidence
            measureTally.set(measured, at: place)
            return (.duplicate, incoming)
        }
        var merged = known
        for score in runnerScores {
            while merged.count <= score.metric { merged.append(.nan) }
            if let value = score.value { merged[score.metric] = value }
        }
        slots[place].runnerScores = merged
        if let confidence { confidences[place] = confidence }
        measureTally.fill(measured, at: place)
        return (.merged, merged)
    }

    /// Completes a run: counts, and a score vector for each metric, the one to judge by first.
    ///
    /// - Parameter metrics: the runner's metrics; Acuity's own score follows as the metric `acuity`.
    public func complete(_ run: inout StoredRun, metrics: [MetricRecord]) {
        let positions = (slots.map(\.position).max() ?? -1) + 1
        var epochsOfItem = [Int](repeating: 0, count: positions)
        for slot in slots { epochsOfItem[slot.position] += 1 }
        run.predictions = slots.count
        run.items = epochsOfItem.count { $0 > 0 }
        run.epochs = max(1, epochsOfItem.max() ?? 1)
        run.duplicates = duplicates
        run.unparsed = slots.count { $0.status == .unparsed }
        run.refused = slots.count { $0.status == .refused }
        run.errors = slots.count { $0.status == .error }
        run.absent = slots.count { $0.status == .absent }
        run.confidences = meanConfidences(positions: positions).map { ScoreVector($0) }

        var scores = metrics.indices.map { index in
            vectors(of: metrics[index], positions: positions, epochs: run.epochs) { $0.runnerScores.value(at: index) }
        }
        // The runner's first metric that scored anything as a share of 1 judges; without one, Acuity's own score does.
        // Grades, lengths and counts are no accuracies.
        let judge = scores.firstIndex { $0.mean != nil && $0.isShare }
        if let judge, judge > 0 { scores.insert(scores.remove(at: judge), at: 0) }
        let own = vectors(of: MetricRecord(name: Self.ownMetric), positions: positions, epochs: run.epochs) { $0.score }
        let runnerJudges = judge != nil
        if own.mean != nil || !runnerJudges {
            if runnerJudges { scores.append(own) } else { scores.insert(own, at: 0) }
        }
        run.scores = scores

        let judgingIndex = runnerJudges ? metrics.firstIndex { $0.name == scores[0].metric.name } : nil
        let judged: (Slot) -> Double = { slot in judgingIndex.map { slot.runnerScores.value(at: $0) } ?? slot.score }
        run.unscored = slots.count { judged($0).isNaN }
        if let judgingIndex {
            let both = slots.filter {
                !$0.score.isNaN && Self.isVerdict($0.runnerScores.value(at: judgingIndex)) && Self.isVerdict($0.score)
            }
            run.scoredByBoth = both.count
            run.disagreements = both.count { abs($0.score - $0.runnerScores.value(at: judgingIndex)) > 1e-9 }
        }
        var unresolved = [Double](repeating: 0, count: positions)
        for slot in slots where judged(slot).isNaN || (slot.status.lacksAnswer && judged(slot) <= 0) {
            unresolved[slot.position] += 1
        }
        run.unresolved = ScoreVector(
            unresolved.indices.map { epochsOfItem[$0] > 0 ? unresolved[$0] / Double(epochsOfItem[$0]) : .nan })
    }

    /// What was measured beside the scores, by item position, epochs averaged within the item.
    ///
    /// A share (unparsed, refused, error) is there only if some prediction has the status, any other measure only if
    /// some prediction has a value.
    public var measures: [PredictionMeasure: ScoreVector] {
        let positions = (slots.map(\.position).max() ?? -1) + 1
        var measures: [PredictionMeasure: ScoreVector] = [:]
        for (measure, status) in [
            (PredictionMeasure.unparsed, Answer.Status.unparsed), (.refused, .refused), (.error, .error),
        ] where slots.contains(where: { $0.status == status }) {
            measures[measure] = ScoreVector(mean(positions: positions) { $0.status == status ? 1 : 0 })
        }
        for (measure, values) in measureTally.columns {
            let means = mean(positions: positions, of: { $0 < values.count ? values[$0] : .nan })
            if means.contains(where: { !$0.isNaN }) { measures[measure] = ScoreVector(means) }
        }
        return measures
    }

    /// Whether a score says right or wrong. A grade in between, such as a ROUGE, is another measure and no disagreement.
    static func isVerdict(_ score: Double) -> Bool { score == 0 || score == 1 }

    /// The name of Acuity's own score among the metrics.
    public static let ownMetric = "acuity"

    private func vectors(
        of metric: MetricRecord, positions: Int, epochs: Int, score: (Slot) -> Double
    ) -> StoredScores {
        let values = mean(positions: positions, score: score)
        let parsed =
            slots.contains { $0.status.lacksAnswer }
            ? mean(positions: positions) { $0.status.lacksAnswer ? .nan : score($0) } : values
        var sum = 0.0
        var count = 0
        for value in values where !value.isNaN {
            sum += value
            count += 1
        }
        return StoredScores(
            metric: metric, mean: count > 0 ? sum / Double(count) * metric.scale : nil,
            values: ScoreVector(values), parsedValues: ScoreVector(parsed),
            epochValues: epochs > 1 ? byEpoch(positions: positions, epochs: epochs, score: score) : [])
    }

    /// The scores of an item's first, second ... answer, whatever numbers the log gives to epochs.
    private func byEpoch(positions: Int, epochs: Int, score: (Slot) -> Double) -> [ScoreVector] {
        var vectors = [[Double]](repeating: [Double](repeating: .nan, count: positions), count: epochs)
        var next = [Int](repeating: 0, count: positions)
        for slot in slots.sorted(by: { ($0.epoch, $0.position) < ($1.epoch, $1.position) }) {
            vectors[next[slot.position]][slot.position] = score(slot)
            next[slot.position] += 1
        }
        return vectors.map { ScoreVector($0) }
    }

    /// The mean confidence over an item's epochs, by position; nil if no prediction has one.
    private func meanConfidences(positions: Int) -> [Double]? {
        confidences.isEmpty ? nil : mean(positions: positions, of: { confidences[$0] ?? .nan })
    }

    /// The mean over an item's epochs, by position; NaN where no epoch has a score.
    private func mean(positions: Int, score: (Slot) -> Double) -> [Double] {
        mean(positions: positions, of: { score(slots[$0]) })
    }

    /// The mean of what places have over an item's epochs, by position; NaN where no epoch has a value.
    private func mean(positions: Int, of valueAt: (Int) -> Double) -> [Double] {
        var sums = [Double](repeating: 0, count: positions)
        var counts = [Int](repeating: 0, count: positions)
        for (place, slot) in slots.enumerated() {
            let value = valueAt(place)
            guard !value.isNaN else { continue }
            sums[slot.position] += value
            counts[slot.position] += 1
        }
        return sums.indices.map { counts[$0] > 0 ? sums[$0] / Double(counts[$0]) : .nan }
    }
}

extension StoredScores {
    /// Whether a full score is 1, so that the mean is comparable with an accuracy. Points may be taken off below 0.
    fileprivate var isShare: Bool { values.values.allSatisfy { $0.isNaN || $0 <= 1 + 1e-9 } }
}

extension [Double] {
    fileprivate func value(at index: Int) -> Double { index < count ? self[index] : .nan }
}

extension Answer.Status {
    /// Whether the model gave nothing that could be judged; `absent` says only that the log keeps no text.
    var lacksAnswer: Bool { self == .unparsed || self == .refused || self == .error }
}
