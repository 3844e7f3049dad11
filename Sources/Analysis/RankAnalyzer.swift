import Findings
import Statistics

/// Orders models by an accuracy, with what joint replicates say of the order.
struct RankAnalyzer {
    let models: [String]
    let estimates: [Double]
    /// `[model][replicate]`, from the same weights.
    let replicates: [[Double]]
    let sets: Ranks.ConfidenceSets
    private let threads: Int

    /// - Returns: nil for fewer than two models.
    init?(models: [String], estimates: [Double], replicates: [[Double]], level: Double, threads: Int) {
        guard models.count >= 2 else { return nil }
        self.models = models
        self.estimates = estimates
        self.replicates = replicates
        self.threads = threads
        sets = Ranks.confidenceSets(estimates: estimates, replicates: replicates, level: level, threads: threads)
    }

    func ranks(benchmark: String?, basis: Basis) -> [RankFinding] {
        let ranks = Ranks.fromBest(estimates)
        let probabilities = Ranks.probabilities(replicates: replicates, threads: threads)
        return models.indices.map { index in
            RankFinding(
                model: models[index], benchmark: benchmark, rank: ranks[index], lower: sets.marginal[index].lowerBound,
                upper: sets.marginal[index].upperBound, simultaneousLower: sets.simultaneous[index].lowerBound,
                simultaneousUpper: sets.simultaneous[index].upperBound, probabilities: probabilities[index],
                alike: models.indices.filter { $0 != index && !sets.differ[index][$0] }.map { models[$0] }, basis: basis
            )
        }
    }

    /// The share of pairs whose order differs from that of the estimates, over all replicates.
    static func luck(estimates: [Double], replicates: [[Double]]) -> Double {
        var sum = 0.0
        var pairs = 0.0
        for first in estimates.indices {
            for second in 0..<first {
                sum += Ranks.swapShare(
                    first: replicates[first], second: replicates[second], firstEstimate: estimates[first],
                    secondEstimate: estimates[second])
                pairs += 1
            }
        }
        return sum / pairs
    }
}
