import Charts
import Findings

/// How accuracies that other sources print agree with those found here, in words.
struct PublishedSentences {
    let index: FindingsIndex

    /// How many lie outside the interval found here, and which is furthest from the estimate.
    func outcome() -> Sentence {
        let all = index.document.published
        guard let furthest = all.max(by: { abs($0.difference) < abs($1.difference) }) else {
            return "The study names no figures of other sources."
        }
        let outside = all.count { !$0.isInside }
        let start: Sentence =
            "Of \(Digits.counted(all.count, "figure")) that other sources print for these models and benchmarks, \(outside == 0 ? "none" : "\(outside)") \(Words.verb(outside, "lies", "lie")) outside the interval found here"
        return """
            \(start); the furthest is that of \(index.link(model: furthest.model)) on \
            \(index.link(benchmark: furthest.benchmark)), \(Digits.format.stringWithUnit(furthest.accuracy, decimals: 1)) there \
            and \(Digits.sentence(furthest.estimate, furthest.interval)) here.
            """
    }
}
