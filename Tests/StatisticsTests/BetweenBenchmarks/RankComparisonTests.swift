import Statistics
import Testing

@Suite("Comparison of ranks") struct RankComparisonTests {
    /// Table 6 of Demšar 2006: areas under the curve of four classifiers on fourteen data sets.
    private let table: [[Double]] = [
        [0.763, 0.599, 0.954, 0.628, 0.882, 0.936, 0.661, 0.583, 0.775, 1, 0.940, 0.619, 0.972, 0.957],
        [0.768, 0.591, 0.971, 0.661, 0.888, 0.931, 0.668, 0.583, 0.838, 1, 0.962, 0.666, 0.981, 0.978],
        [0.771, 0.590, 0.968, 0.654, 0.886, 0.916, 0.609, 0.563, 0.866, 1, 0.965, 0.614, 0.975, 0.946],
        [0.798, 0.569, 0.967, 0.657, 0.898, 0.931, 0.685, 0.625, 0.875, 1, 0.962, 0.669, 0.975, 0.970],
    ]

    @Test("Demšar's example has his mean ranks, his critical difference and R's Friedman test")
    func example() throws {
        let comparison = RankComparison(scores: table)
        // He prints 2.893 and 1.964 for the last two, with a tie of the printed digits told apart.
        for (found, expected) in zip(comparison.meanRanks, [44.0 / 14, 2, 41.0 / 14, 27.0 / 14]) {
            #expect(abs(found - expected) < 1e-12)
        }
        #expect(comparison.benchmarks == 14)
        #expect(abs(comparison.friedman - 10.952380952381) < 1e-11)
        #expect(abs(comparison.pValue - 0.0119861763254178) < 1e-13)
        #expect(abs(try #require(comparison.imanDavenport) - 4.58588957055215) < 1e-12)
        #expect(abs(comparison.imanDavenportPValue - 0.00762883873072576) < 1e-13)
        #expect(abs(comparison.criticalDifference(level: 0.95) - 1.25355914949599) < 1e-6)
    }

    @Test("full agreement has an infinite ratio, no difference at all none")
    func extremes() {
        let unanimous = RankComparison(scores: [[0.9, 0.8, 0.7], [0.5, 0.5, 0.5], [0.1, 0.2, 0.3]])
        #expect(unanimous.imanDavenport == nil && unanimous.imanDavenportPValue == 0)
        #expect(abs(unanimous.friedman - 6) < 1e-12)
        let tied = RankComparison(scores: [[0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]])
        #expect(tied.friedman == 0 && tied.pValue == 1 && tied.imanDavenport == 0 && tied.imanDavenportPValue == 1)
    }

    @Test("groups are the longest runs whose ends are closer than the critical difference")
    func groups() {
        let ranks = [1, 1.5, 2.4, 4, 4.2, 7]
        #expect(RankComparison.groups(of: ranks, criticalDifference: 1.5) == [0...2, 3...4])
        #expect(RankComparison.groups(of: ranks, criticalDifference: 1.4) == [0...1, 1...2, 3...4])
        #expect(RankComparison.groups(of: ranks, criticalDifference: 10) == [0...5])
        #expect(RankComparison.groups(of: ranks, criticalDifference: 0.1) == [])
        // A difference that equals the critical one is told apart.
        #expect(RankComparison.groups(of: [1, 2], criticalDifference: 1) == [])
    }
}
