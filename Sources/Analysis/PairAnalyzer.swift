import Findings
import Statistics
import Study

/// Compares all pairs of models, on one benchmark or by macro-average.
struct PairAnalyzer {
    let study: Study

    /// The power for which the detectable difference is given.
    private static let power = 0.8

    /// The paired differences of one benchmark.
    ///
    /// - Parameter sets: what the joint replicates of all models with scores say of their order; `places` are those models'
    ///   positions in it.
    func differences(
        _ selections: [ModelSelections], data: BenchmarkData, criticalValue: Double?
    ) -> [DifferenceFinding] {
        var findings: [DifferenceFinding] = []
        for first in selections.indices {
            for second in selections.indices where second > first {
                if let finding = difference(
                    selections[first], data.models[first].scores, selections[second], data.models[second].scores,
                    data: data, criticalValue: criticalValue)
                {
                    findings.append(finding)
                }
            }
        }
        return Self.adjusted(findings)
    }

    private func difference(
        _ first: ModelSelections, _ a: [Double], _ second: ModelSelections, _ b: [Double], data: BenchmarkData,
        criticalValue: Double?
    ) -> DifferenceFinding? {
        guard let pair = Self.pair(a, b, data: data) else { return nil }
        let sample = pair.sample
        let test = pair.test(
            plan: BootstrapPlan(
                seed: study.seed, name: "\(data.entry.id)/\(first.model)/\(second.model)/sign-flip",
                replicates: study.replicates))
        let (lower, upper) = (first.all.bounds, second.all.bounds)
        return DifferenceFinding(
            first: first.model, second: second.model, benchmark: data.entry.id, estimate: pair.estimate,
            interval: IntervalFinding(pair.interval(level: study.level)),
            simultaneous: simultaneous(pair.estimate, error: sample.standardError, criticalValue: criticalValue),
            standardError: sample.standardError, detectable: detectable(error: sample.standardError),
            lowerBound: lower.lower - upper.upper, upperBound: lower.upper - upper.lower, items: sample.itemCount,
            clusters: sample.clusterCount, unpaired: a.indices.count { a[$0].isNaN != b[$0].isNaN },
            onlyFirst: pair.onlyFirst, onlySecond: pair.onlySecond, pValue: test.pValue, test: test.method.rawValue,
            adjustedPValue: test.pValue, falseDiscoveryPValue: test.pValue, family: 0,
            basis: study.isSimulated ? .simulation : .logs)
    }

    /// The items that both models have; nil if there is none.
    static func pair(_ a: [Double], _ b: [Double], data: BenchmarkData) -> PairedDifferenceEstimator? {
        let shared = a.indices.filter { !a[$0].isNaN && !b[$0].isNaN }
        guard !shared.isEmpty else { return nil }
        return PairedDifferenceEstimator(
            first: shared.map { a[$0] }, second: shared.map { b[$0] },
            clusters: data.clusters.map { clusters in shared.map { clusters[$0] } })
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
