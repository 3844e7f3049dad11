/// Whether several models differ by their ranks over several benchmarks, and which of them can be told apart.
///
/// Sources: Friedman 1937; Iman and Davenport 1980; Nemenyi 1963; Demšar 2006 for the comparison of classifiers.
public struct RankComparison: Sendable, Equatable {
    /// The mean rank of each model over the benchmarks, 1 for the best; ties share their ranks.
    public let meanRanks: [Double]
    /// The number of benchmarks, J.
    public let benchmarks: Int
    /// Friedman's statistic with the correction for ties; 0 if every benchmark ties all models.
    public let friedman: Double
    /// P(χ²_{I−1} > statistic) for I models.
    public let pValue: Double
    /// (J − 1) χ² / (J (I − 1) − χ²); nil where all benchmarks rank alike, so that it is infinite.
    public let imanDavenport: Double?
    /// P(F_{I−1, (I−1)(J−1)} > statistic).
    public let imanDavenportPValue: Double

    /// - Parameter scores: scores[model][benchmark], larger is better; at least two models and two benchmarks.
    public init(scores: [[Double]]) {
        let benchmarks = scores.first?.count ?? 0
        precondition(scores.count >= 2 && benchmarks >= 2, "at least two models and two benchmarks")
        var sums = [Double](repeating: 0, count: scores.count)
        for benchmark in 0..<benchmarks {
            for (model, rank) in Ranks.fromBest(scores.map { $0[benchmark] }).enumerated() { sums[model] += rank }
        }
        meanRanks = sums.map { $0 / Double(benchmarks) }
        self.benchmarks = benchmarks
        let concordance = KendallsW(scores: scores)
        let degrees = Double(scores.count - 1)
        let rounds = Double(benchmarks - 1)
        guard concordance.w.isFinite else {
            (friedman, pValue, imanDavenport, imanDavenportPValue) = (0, 1, 0, 1)
            return
        }
        friedman = concordance.chiSquared
        pValue = concordance.pValue
        // W is χ² over its largest value; a W that only rounding keeps from 1 is 1.
        let isUnanimous = concordance.w > 1 - 1e-12
        let statistic = isUnanimous ? nil : rounds * concordance.w / (1 - concordance.w)
        imanDavenport = statistic
        imanDavenportPValue =
            statistic.map { FisherF.survival($0, numerator: degrees, denominator: degrees * rounds) } ?? 0
    }

    /// The difference of mean ranks from which on two models can be told apart, by Nemenyi's test:
    /// q_{level} / √2 · sqrt(I (I + 1) / (6 J)).
    ///
    /// - Parameter level: 1 − α of all pairs together, in (0, 1).
    public func criticalDifference(level: Double) -> Double {
        let models = Double(meanRanks.count)
        return StudentizedRange.quantile(level, members: meanRanks.count) / 2.0.squareRoot()
            * (models * (models + 1) / (6 * Double(benchmarks))).squareRoot()
    }

    /// The longest runs of rising mean ranks whose ends differ by less than a critical difference; runs of one model and
    /// runs within others are left out.
    ///
    /// - Parameters:
    ///   - ranks: mean ranks, rising.
    ///   - criticalDifference: the difference from which on two mean ranks can be told apart; positive.
    /// - Returns: positions in `ranks`.
    public static func groups(of ranks: [Double], criticalDifference: Double) -> [ClosedRange<Int>] {
        var groups: [ClosedRange<Int>] = []
        for start in ranks.indices {
            let end = ranks.lastIndex { $0 - ranks[start] < criticalDifference } ?? start
            if end > start, end > groups.last?.upperBound ?? -1 { groups.append(start...end) }
        }
        return groups
    }
}
