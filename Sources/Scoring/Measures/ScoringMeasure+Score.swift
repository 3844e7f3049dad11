import Records

extension ScoringMeasure {
    /// The score of an answer against its targets; 0 if there are none.
    public func score(_ answer: String, targets: [String]) -> Double {
        let one: (String, String) -> Double =
            switch self {
            case .match: FoldedMatch.score
            case .exact: ExactMatch.score
            case .normalised: NormalisedMatch.score
            case .tokenF1: TokenF1.score
            case .bleu1: BLEU1.score
            case .rougeL: ROUGEL.score
            }
        return targets.map { one(answer, $0) }.max() ?? 0
    }
}
