import Findings
import Statistics
import Study

/// What several answers to the same items say.
struct RepeatAnalyzer {
    let data: BenchmarkData
    let study: Study

    /// A finding for each model whose run has several epochs.
    func repeats() -> [RepeatFinding] { data.models.compactMap(finding) }

    private func finding(_ model: ModelScores) -> RepeatFinding? {
        let epochs = model.epochScores.count
        guard epochs > 1 else { return nil }
        // Items without all answers would make pass@k incomparable.
        let items = (0..<data.itemCount).filter { item in model.epochScores.allSatisfy { !$0[item].isNaN } }
        guard !items.isEmpty else { return nil }
        let answers = items.map { item in model.epochScores.map { $0[item] } }
        let clusters = data.clusters.map { clusters in items.map { clusters[$0] } }
        let variance = EpochVariance(scores: answers)
        let isBinary = answers.allSatisfy { $0.allSatisfy { $0 == 0 || $0 == 1 } }
        var estimates: [RepeatEstimate] = []
        if isBinary {
            let correct = answers.map { Int($0.reduce(0, +)) }
            for k in 1...epochs {
                let scores = correct.map { PassAtK.estimate(samples: [epochs], correct: [$0], k: k) }
                estimates.append(estimate("pass-at-k", k: k, scores, clusters))
            }
            let majority = correct.map { 2 * $0 > epochs ? 1.0 : 2 * $0 == epochs ? 0.5 : 0 }
            estimates.append(estimate("majority", k: epochs, majority, clusters))
        }
        return RepeatFinding(
            model: model.model, benchmark: data.entry.id, epochs: epochs, items: items.count,
            clusters: clusters.map { Set($0).count } ?? items.count, within: variance.within,
            between: items.count > 1 ? variance.between : 0, estimates: estimates,
            basis: study.isSimulated ? .simulation : .logs)
    }

    private func estimate(_ kind: String, k: Int, _ scores: [Double], _ clusters: [Int]?) -> RepeatEstimate {
        let sample = ScoreSample(scores: scores, clusters: clusters)
        let estimator = AccuracyEstimator(
            sample, plan: BootstrapPlan(seed: study.seed, name: data.entry.id, replicates: study.replicates))
        return RepeatEstimate(
            kind: kind, k: k, estimate: sample.mean, interval: IntervalFinding(estimator.interval(level: study.level)))
    }
}
