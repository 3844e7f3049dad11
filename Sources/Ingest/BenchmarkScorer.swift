import Scoring
import Study

extension NameResolver {
    /// How the answers of a benchmark are scored, as the study or the catalogue says.
    public func scorer(id: String) -> AnswerScorer {
        let entry = benchmark(id: id)
        return AnswerScorer(
            measure: entry.measure ?? .match, tolerance: entry.tolerance ?? AnswerScorer.defaultTolerance)
    }
}
