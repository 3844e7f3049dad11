import Findings

/// Where estimates lie, in words.
struct EstimateSentences {
    let index: FindingsIndex

    /// From where to where one model's accuracy runs over benchmarks; says so where it has none.
    func of(_ model: String) -> Sentence {
        let name = index.link(model: model)
        let all = index.document.benchmarks.compactMap { index.estimate(model, on: $0.id) }
        guard let least = all.min(by: { $0.estimate < $1.estimate }),
            let most = all.max(by: { $0.estimate < $1.estimate })
        else { return "No run of \(name) has a scored item." }
        guard all.count > 1 else { return "\(name) has an accuracy of \(number(least))." }
        return """
            The accuracy of \(name) runs from \(number(least)) to \(number(most)), over \
            \(Digits.counted(all.count, "benchmark")).
            """
    }

    /// The benchmarks on which the best model is worst and best; those on which a lower score is better do not enter.
    ///
    /// - Parameter rankings: The order of the models on each benchmark, by its identifier.
    func hardestToEasiest(_ rankings: [String: Ranking]) -> Sentence {
        let benchmarks = index.document.benchmarks
        guard !benchmarks.isEmpty else { return "The study has no benchmarks." }
        let best = benchmarks.filter(\.higherIsBetter).compactMap { rankings[$0.id]?.rows.first }
        let left = benchmarks.count { !$0.higherIsBetter }
        let remark = left == 0 ? "" : "; \(left) more, on which lower is better, left out"
        guard let least = best.min(by: { $0.estimate < $1.estimate }),
            let most = best.max(by: { $0.estimate < $1.estimate })
        else {
            let count = Digits.counted(benchmarks.count, "benchmark")
            return left == benchmarks.count
                ? "On the study's \(count) a lower score is better."
                : "No model has a scored item on the study's \(count)."
        }
        guard best.count > 1 else {
            return "The best model, \(index.link(model: least.model)), has an accuracy of \(number(least))\(remark)."
        }
        return """
            From hardest to easiest, the best model's accuracy rises from \(number(least)) \
            (\(index.link(model: least.model))) to \(number(most)) (\(index.link(model: most.model))), over \
            \(best.count) benchmarks\(remark).
            """
    }

    /// `31.1% [29.1, 33.1] on MedXpertQA`.
    private func number(_ estimate: EstimateFinding) -> Sentence {
        let number = Digits.sentence(estimate.estimate, estimate.interval)
        guard let benchmark = estimate.benchmark else { return "\(number)" }
        return "\(number) on \(index.link(benchmark: benchmark))"
    }
}
