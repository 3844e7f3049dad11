import Statistics

/// A candidate against its baseline on five benchmarks with two capabilities each: sixteen tests, which share the error rate
/// by weighted Holm as the program's comparisons do: a third each for overall, benchmarks and capabilities.
enum ComparisonFamily {
    private static let benchmarks = 5
    private static let capabilities = 2
    private static let alpha = 1 - level
    private static let weights =
        [1.0] + [Double](repeating: 1 / Double(benchmarks), count: benchmarks)
        + [Double](repeating: 1 / Double(benchmarks * capabilities), count: benchmarks * capabilities)

    /// A simulated verdict of each test: overall, the benchmarks, the capabilities of the first benchmark, of the second ...
    private struct Verdicts {
        var isRegressed: [Bool]

        var overall: Bool { isRegressed[0] }
        var benchmarks: [Bool] { Array(isRegressed[1...ComparisonFamily.benchmarks]) }
        var capabilities: [Bool] { Array(isRegressed[(1 + ComparisonFamily.benchmarks)...]) }
    }

    /// The same change everywhere, with `size` items a benchmark.
    static func rows(size: Int, clusterSize: Int, correlation: Double, simulations: Int) -> [GateRow] {
        SimulatedRelease.changes.flatMap { change in
            let release = SimulatedRelease(change: change, clusterSize: clusterSize, correlation: correlation)
            var random = RandomNumbers("family/\(release.words)/\(size)/\(change)")
            var (any, overall, benchmark, capability) = (Share(), Share(), Share(), Share())
            for _ in 0..<simulations {
                let verdicts = verdicts(
                    [SimulatedRelease](repeating: release, count: benchmarks), size: size, &random)
                any.add(verdicts.isRegressed.contains(true))
                overall.add(verdicts.overall)
                benchmark.add(Double(verdicts.benchmarks.count { $0 }) / Double(benchmarks))
                capability.add(Double(verdicts.capabilities.count { $0 }) / Double(benchmarks * capabilities))
            }
            let setting = "n = \(size) a benchmark, \(release.words)"
            func row(
                _ share: Share, _ event: String, _ theory: Double, _ relation: GateRow.Relation = .atLeast
            ) -> GateRow {
                share.row(
                    "Sixteen comparisons", setting, change: change, event, change == 0 ? .atMost : relation,
                    change == 0 ? alpha : theory)
            }
            // Holm's first step is Bonferroni's, so that its power is a bound from below.
            let whole = PairedTheory.normal(release, size: benchmarks * size, alpha: alpha * share(of: 0))
            return [
                row(any, "any regressed", whole),
                row(overall, "overall regressed", whole, .near),
                row(benchmark, "a benchmark regressed", power(release, size, alpha * share(of: 1))),
                row(
                    capability, "a capability regressed",
                    power(release, size / capabilities, alpha * share(of: 1 + benchmarks))),
            ]
        }
    }

    /// A change of one benchmark only: how often another one, or a capability of another one, is called changed.
    static func falseAlarmsElsewhere(size: Int, change: Double, simulations: Int) -> GateRow {
        let (changed, same) = (SimulatedRelease(change: change), SimulatedRelease(change: 0))
        var random = RandomNumbers("elsewhere/\(size)/\(change)")
        var elsewhere = Share()
        for _ in 0..<simulations {
            let verdicts = verdicts(
                [changed] + [SimulatedRelease](repeating: same, count: benchmarks - 1), size: size, &random)
            elsewhere.add(
                verdicts.benchmarks.dropFirst().contains(true)
                    || verdicts.capabilities.dropFirst(capabilities).contains(true))
        }
        return elsewhere.row(
            "Sixteen comparisons", "n = \(size) a benchmark, \(same.words), one benchmark changed", change: change,
            "another one regressed", .atMost, alpha)
    }

    private static func share(of test: Int) -> Double { weights[test] / weights.reduce(0, +) }

    private static func power(_ release: SimulatedRelease, _ size: Int, _ alpha: Double) -> Double {
        release.clusterSize == 1
            ? PairedTheory.mcNemar(release, size: size, alpha: alpha)
            : PairedTheory.signFlip(release, size: size, alpha: alpha)
    }

    private static func verdicts(
        _ releases: [SimulatedRelease], size: Int, _ random: inout RandomNumbers
    ) -> Verdicts {
        var pairs: [PairedDifferenceEstimator] = []
        var parts: [PairedDifferenceEstimator] = []
        for release in releases {
            let pair = release.draw(size: size, &random)
            pairs.append(pair)
            // Capabilities are halves of a benchmark: images whose number is even, and the others.
            for capability in 0..<capabilities {
                let items = (0..<size).filter { $0 / release.clusterSize % capabilities == capability }
                parts.append(
                    PairedDifferenceEstimator(
                        first: items.map { max(0, pair.sample.scores[$0]) },
                        second: items.map { max(0, -pair.sample.scores[$0]) },
                        clusters: release.clusterSize == 1 ? nil : items.map { $0 / release.clusterSize }))
            }
        }
        let tested = pairs + parts
        let estimates = [pairs.reduce(0) { $0 + $1.estimate } / Double(pairs.count)] + tested.map(\.estimate)
        let pValues = [overallPValue(pairs)] + tested.map { $0.pValue("family") }
        let adjusted = Multiplicity.weightedHolm(pValues, weights: weights)
        return Verdicts(isRegressed: zip(estimates, adjusted).map { $0 < 0 && $1 < alpha })
    }

    /// The program's test of a macro-average: the smallest error rate at which its interval excludes 0.
    private static func overallPValue(_ pairs: [PairedDifferenceEstimator]) -> Double {
        let weight = 1 / Double(pairs.count)
        let mean = CombinationEstimator(
            pairs.map { .init([.init($0.sample, weight: weight, isDifference: true)]) }, range: -1...1)
        return min(1, 2 * min(mean.pValue(threshold: 0, isBelow: true), mean.pValue(threshold: 0, isBelow: false)))
    }
}
