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

    private var index = SlotIndex()
    /// By slot, one slot a (item, epoch).
    private var positions: [Int] = []
    private var epochs: [Int] = []
    private var statuses: [Answer.Status] = []
    /// Acuity's own scores; NaN for none.
    private var scores: [Double] = []
    /// The runner's scores, a column a metric; NaN for none, and none beyond the end.
    private var runnerScores: [[Double]] = []
    /// By slot; few logs have any.
    private var confidences: [Int: Double] = [:]
    private var measureTally = MeasureTally()
    private(set) var duplicates = 0
    /// The duplicates that were scored otherwise than what they replace.
    private(set) var contradictions = 0

    /// A tally of no predictions.
    public init() {}

    /// How many slots there are.
    var count: Int { positions.count }

    /// Enters a prediction and returns what it was, and its slot: a new one is at the end.
    public mutating func add(
        position: Int, epoch: Int, scored: (status: Answer.Status, score: Double?),
        runnerScores incoming: [MetricScore],
        confidence: Double? = nil, measured: MeasuredValues = MeasuredValues()
    ) -> (placement: Placement, slot: Int) {
        guard let slot = index.slot(position: position, epoch: epoch, next: count) else {
            let slot = count
            positions.append(position)
            epochs.append(epoch)
            statuses.append(scored.status)
            scores.append(scored.score ?? .nan)
            for score in incoming { set(score, slot) }
            if let confidence { confidences[slot] = confidence }
            measureTally.set(measured, at: slot)
            return (.new, slot)
        }
        // Unscored (NaN) and never given look alike here; giving an unscored metric again is harmless to merge.
        if incoming.isEmpty || incoming.contains(where: { !runnerScore(slot, metric: $0.metric).isNaN }) {
            duplicates += 1
            if contradicts(slot, scored.score, incoming) { contradictions += 1 }
            statuses[slot] = scored.status
            scores[slot] = scored.score ?? .nan
            for metric in runnerScores.indices where slot < runnerScores[metric].count {
                runnerScores[metric][slot] = .nan
            }
            for score in incoming { set(score, slot) }
            confidences[slot] = confidence
            measureTally.set(measured, at: slot)
            return (.duplicate, slot)
        }
        for score in incoming where score.value != nil { set(score, slot) }
        if let confidence { confidences[slot] = confidence }
        measureTally.fill(measured, at: slot)
        return (.merged, slot)
    }

    /// Whether a prediction that comes again has another score than before.
    private func contradicts(_ slot: Int, _ score: Double?, _ incoming: [MetricScore]) -> Bool {
        func differs(_ old: Double, _ new: Double?) -> Bool { (new ?? .nan) != old && !(old.isNaN && new == nil) }
        if incoming.isEmpty { return differs(scores[slot], score) }
        return incoming.contains { differs(runnerScore(slot, metric: $0.metric), $0.value) }
    }

    private mutating func set(_ score: MetricScore, _ slot: Int) {
        while runnerScores.count <= score.metric { runnerScores.append([]) }
        let missing = slot - runnerScores[score.metric].count
        if missing > 0 { runnerScores[score.metric] += repeatElement(.nan, count: missing) }
        if missing >= 0 {
            runnerScores[score.metric].append(score.value ?? .nan)
        } else {
            runnerScores[score.metric][slot] = score.value ?? .nan
        }
    }

    private func runnerScore(_ slot: Int, metric: Int) -> Double {
        metric < runnerScores.count && slot < runnerScores[metric].count ? runnerScores[metric][slot] : .nan
    }

    /// Completes a run: counts, and a score vector for each metric, the one to judge by first.
    ///
    /// - Parameters:
    ///   - run: takes the counts and the vectors; its names stay.
    ///   - metrics: the runner's metrics; Acuity's own score follows as the metric `acuity`.
    public func complete(_ run: inout StoredRun, metrics: [MetricRecord]) {
        let itemCount = (positions.max() ?? -1) + 1
        var epochsOfItem = [Int](repeating: 0, count: itemCount)
        for position in positions { epochsOfItem[position] += 1 }
        run.predictions = count
        run.items = epochsOfItem.count { $0 > 0 }
        run.epochs = max(1, epochsOfItem.max() ?? 1)
        run.duplicates = duplicates
        run.unparsed = statuses.count { $0 == .unparsed }
        run.refused = statuses.count { $0 == .refused }
        run.errors = statuses.count { $0 == .error }
        run.absent = statuses.count { $0 == .absent }
        run.confidences = meanConfidences(itemCount).map { ScoreVector($0) }

        var columns = metrics.indices.map { metric in
            vectors(of: metrics[metric], itemCount, epochs: run.epochs) { runnerScore($0, metric: metric) }
        }
        // The runner's first metric that scored anything as a share of 1 judges; without one, Acuity's own score does.
        // Grades, lengths and counts are no accuracies.
        let judge = columns.firstIndex { $0.mean != nil && $0.isShare }
        if let judge, judge > 0 { columns.insert(columns.remove(at: judge), at: 0) }
        let own = vectors(of: MetricRecord(name: Self.ownMetric), itemCount, epochs: run.epochs) { scores[$0] }
        if own.mean != nil || judge == nil {
            if judge != nil { columns.append(own) } else { columns.insert(own, at: 0) }
        }
        run.scores = columns

        let judging = judge.map { _ in metrics.firstIndex { $0.name == columns[0].metric.name } } ?? nil
        func judged(_ slot: Int) -> Double { judging.map { runnerScore(slot, metric: $0) } ?? scores[slot] }
        var unresolved = [Double](repeating: 0, count: itemCount)
        for slot in positions.indices {
            let score = judged(slot)
            if score.isNaN { run.unscored += 1 }
            if score.isNaN || (statuses[slot].lacksAnswer && score <= 0) { unresolved[positions[slot]] += 1 }
            if judging != nil, Self.isVerdict(score), Self.isVerdict(scores[slot]) {
                run.scoredByBoth += 1
                if scores[slot] != score { run.disagreements += 1 }
            }
        }
        run.unresolved = ScoreVector(
            unresolved.indices.map { epochsOfItem[$0] > 0 ? unresolved[$0] / Double(epochsOfItem[$0]) : .nan })
    }

    /// What was measured beside the scores, by item position, epochs averaged within the item.
    ///
    /// A share (unparsed, refused, error) is there only if some prediction has the status, any other measure only if
    /// some prediction has a value.
    public var measures: [PredictionMeasure: ScoreVector] {
        let itemCount = (positions.max() ?? -1) + 1
        var measures: [PredictionMeasure: ScoreVector] = [:]
        for (measure, status) in [
            (PredictionMeasure.unparsed, Answer.Status.unparsed), (.refused, .refused), (.error, .error),
        ] where statuses.contains(status) {
            measures[measure] = ScoreVector(mean(itemCount) { statuses[$0] == status ? 1 : 0 })
        }
        for (measure, values) in measureTally.columns {
            let means = mean(itemCount) { $0 < values.count ? values[$0] : .nan }
            if means.contains(where: { !$0.isNaN }) { measures[measure] = ScoreVector(means) }
        }
        return measures
    }

    /// Whether a score says right or wrong. A grade in between, such as a ROUGE, is another measure and no disagreement.
    static func isVerdict(_ score: Double) -> Bool { score == 0 || score == 1 }

    /// The name of Acuity's own score among the metrics.
    public static let ownMetric = "acuity"

    private func vectors(
        of metric: MetricRecord, _ itemCount: Int, epochs: Int, score: (Int) -> Double
    ) -> StoredScores {
        let values = mean(itemCount, of: score)
        let parsed =
            statuses.contains(where: \.lacksAnswer)
            ? mean(itemCount) { statuses[$0].lacksAnswer ? .nan : score($0) } : values
        var sum = 0.0
        var count = 0
        for value in values where !value.isNaN {
            sum += value
            count += 1
        }
        return StoredScores(
            metric: metric, mean: count > 0 ? sum / Double(count) * metric.scale : nil,
            values: ScoreVector(values), parsedValues: ScoreVector(parsed),
            epochValues: epochs > 1 ? byEpoch(itemCount, epochs: epochs, score: score) : [])
    }

    /// The scores of an item's first, second ... answer, whatever numbers the log gives to epochs.
    private func byEpoch(_ itemCount: Int, epochs: Int, score: (Int) -> Double) -> [ScoreVector] {
        var vectors = [[Double]](repeating: [Double](repeating: .nan, count: itemCount), count: epochs)
        var next = [Int](repeating: 0, count: itemCount)
        let slots = positions.indices.sorted { (self.epochs[$0], positions[$0]) < (self.epochs[$1], positions[$1]) }
        for slot in slots {
            vectors[next[positions[slot]]][positions[slot]] = score(slot)
            next[positions[slot]] += 1
        }
        return vectors.map { ScoreVector($0) }
    }

    /// The mean confidence over an item's epochs, by position; nil if no prediction has one.
    private func meanConfidences(_ itemCount: Int) -> [Double]? {
        confidences.isEmpty ? nil : mean(itemCount) { confidences[$0] ?? .nan }
    }

    /// The mean of what slots have over an item's epochs, by position; NaN where no epoch has a value.
    private func mean(_ itemCount: Int, of value: (Int) -> Double) -> [Double] {
        var sums = [Double](repeating: 0, count: itemCount)
        var counts = [Int](repeating: 0, count: itemCount)
        for slot in positions.indices {
            let value = value(slot)
            guard !value.isNaN else { continue }
            sums[positions[slot]] += value
            counts[positions[slot]] += 1
        }
        return sums.indices.map { counts[$0] > 0 ? sums[$0] / Double(counts[$0]) : .nan }
    }
}

extension StoredScores {
    /// Whether a full score is 1, so that the mean is comparable with an accuracy. Points may be taken off below 0.
    fileprivate var isShare: Bool { values.values.allSatisfy { $0.isNaN || $0 <= 1 + 1e-9 } }
}

extension Answer.Status {
    /// Whether the model gave nothing that could be judged; `absent` says only that the log keeps no text.
    var lacksAnswer: Bool { self == .unparsed || self == .refused || self == .error }
}
