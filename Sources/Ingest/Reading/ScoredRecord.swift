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
    /// Takes a prediction in bytes of whose item all is known, as its record would be taken.
    func take(_ prediction: borrowing RawPrediction, of known: KnownItem, _ score: KnownScore) throws
}
