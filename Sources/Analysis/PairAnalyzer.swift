import Findings
import Statistics
import Study

/// Compares all pairs of models, on one benchmark or by macro-average.
struct PairAnalyzer {
    let study: Study
    var threads = 1

    /// The power for which the detectable difference is given.
    private static let power = 0.8

    /// The paired differences of one benchmark, and what the macro-averages' differences need of each pair.
    ///
    /// - Parameter criticalValue: what takes the place of z for all pairs at once.
    func differences(
        _ selections: [ModelSelections], data: BenchmarkData, criticalValue: Double?
    ) -> (findings: [DifferenceFinding], pairs: PairTable) {
        let pairs = Self.pairs(selections.count)
        let found = Parallel.map(pairs.count, threads: threads) { place in
            let (first, second) = pairs[place]
            return difference(
                (selections[first], data.models[first]), (selections[second], data.models[second]), data: data,
                criticalValue: criticalValue)
        }
        return (
            Self.adjusted(found.compactMap { $0?.finding }),
            PairTable(models: selections.map(\.model), pairs: found.map { $0?.outcome })
        )
    }

    /// All pairs of places, the first before the second.
    static func pairs(_ count: Int) -> [(first: Int, second: Int)] {
        (0..<count).flatMap { first in ((first + 1)..<max(count, first + 1)).map { (first, $0) } }
    }

    private func difference(
        _ first: (selection: ModelSelections, scores: ModelScores),
        _ second: (selection: ModelSelections, scores: ModelScores), data: BenchmarkData, criticalValue: Double?
    ) -> (finding: DifferenceFinding, outcome: PairOutcome)? {
        let names = (first.selection.model, second.selection.model)
        guard
            let outcome = PairOutcome(
                first.scores, second.scores, data: data,
                plan: BootstrapPlan(
                    seed: study.seed, name: "\(data.entry.id)/\(names.0)/\(names.1)/sign-flip",
                    replicates: study.replicates))
        else { return nil }
        let (summary, test) = (outcome.summary, outcome.test)
        let (lower, upper) = (first.selection.all.bounds, second.selection.all.bounds)
        let finding = DifferenceFinding(
            first: names.0, second: names.1, benchmark: data.entry.id, estimate: summary.mean,
            interval: IntervalFinding(summary.interval(level: study.level)),
            simultaneous: simultaneous(summary.mean, error: summary.standardError, criticalValue: criticalValue),
            standardError: summary.standardError, detectable: detectable(error: summary.standardError),
            lowerBound: lower.lower - upper.upper, upperBound: lower.upper - upper.lower, items: summary.itemCount,
            clusters: summary.clusterCount, unpaired: outcome.unpaired, onlyFirst: summary.onlyFirst,
            onlySecond: summary.onlySecond, pValue: test.pValue, test: test.method.rawValue,
            adjustedPValue: test.pValue, falseDiscoveryPValue: test.pValue, family: 0,
            basis: study.isSimulated ? .simulation : .logs)
        return (finding, outcome)
    }

    /// The interval that holds for a whole family, by the quantile of the largest |t| over it.
    func simultaneous(_ estimate: Double, error: Double, criticalValue: Double?) -> IntervalFinding? {
        guard let criticalValue, criticalValue.isFinite, error > 0 else { return nil }
        return IntervalFinding(
            lower: max(-1, estimate - criticalValue * error), upper: min(1, estimate + criticalValue * error),
            level: study.level, method: "max-t", reason: "it holds for all pairs of the family at once")
    }

    func detectable(error: Double) -> Double {
        Power.minimalDetectableDifference(
            size: 1, variance: error * error, alpha: 1 - study.level, power: Self.power)
    }

    /// The family's adjustments.
    static func adjusted(_ differences: [DifferenceFinding]) -> [DifferenceFinding] {
        let pValues = differences.map(\.pValue)
        let (holm, discovery) = (Multiplicity.holm(pValues), Multiplicity.benjaminiHochberg(pValues))
        var adjusted = differences
        for index in adjusted.indices {
            adjusted[index].adjustedPValue = holm[index]
            adjusted[index].falseDiscoveryPValue = discovery[index]
            adjusted[index].family = adjusted.count
        }
        return adjusted
    }
}
