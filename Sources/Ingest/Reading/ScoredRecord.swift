import Records
import Scoring

/// What a reader hands over, with each prediction scored.
enum ScoredRecord: Sendable {
    case begin(RunRecord)
    case add(PredictionRecord, ScoredAnswer)
    case finish(RunRecord)
    case note(Problem)
}

/// Takes what a reader hands over, in its order.
protocol ScoredRecordSink: AnyObject {
    func take(_ record: ScoredRecord) throws
}

/// Scores records on their way to a sink.
final class ScoringSink: RecordSink {
    private let scorer: (String) -> AnswerScorer
    private let hand: (ScoredRecord) throws -> Void
    private var scorers: [Int: AnswerScorer] = [:]

    /// - Parameters:
    ///   - scorer: how answers are scored, by what a log calls the benchmark.
    ///   - hand: takes each record once it is scored.
    init(scorer: @escaping (String) -> AnswerScorer, hand: @escaping (ScoredRecord) throws -> Void) {
        self.scorer = scorer
        self.hand = hand
    }

    func begin(_ run: RunRecord) throws {
        scorers[run.index] = scorer(run.benchmark)
        try hand(.begin(run))
    }

    func add(_ prediction: PredictionRecord) throws {
        guard let scorer = scorers[prediction.run] else { return }
        try hand(.add(prediction, scorer.score(prediction)))
    }

    func finish(_ run: RunRecord) throws { try hand(.finish(run)) }

    func note(_ problem: Problem) { try? hand(.note(problem)) }
}
