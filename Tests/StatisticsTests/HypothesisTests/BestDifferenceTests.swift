import Testing

@testable import Statistics

@Suite("The best of one group minus the best of another") struct BestDifferenceTests {
    private func reach(_ value: Double, _ first: Int, _ second: Int) -> [[Double]] {
        [[Double]](repeating: [Double](repeating: value, count: second), count: first)
    }

    @Test("the estimate is that of the two best, and with equal reaches the ends lie one reach to either side")
    func equalReaches() {
        let found = BestDifference(first: [0.5, 0.7, 0.6], second: [0.4, 0.65], reach: reach(0.02, 3, 2))
        #expect((found.first, found.second) == (1, 1))
        #expect(abs(found.estimate - 0.05) < 1e-15)
        #expect(abs(found.lower - 0.03) < 1e-15 && abs(found.upper - 0.07) < 1e-15)
    }

    @Test("an uncertain rival widens the upper end although it is not the best by estimate")
    func uncertainRival() {
        let sure = BestDifference(first: [0.7, 0.6], second: [0.65], reach: [[0.01], [0.01]])
        let unsure = BestDifference(first: [0.7, 0.6], second: [0.65], reach: [[0.01], [0.3]])
        #expect(unsure.lower == sure.lower)
        #expect(abs(unsure.upper - 0.25) < 1e-15)
    }

    @Test("exchanging the groups turns the sign of everything") func turned() {
        let (a, b) = ([0.3, 0.55, 0.5], [0.52, 0.1])
        let reach = [[0.01, 0.2], [0.03, 0.04], [0.3, 0.06]]
        let one = BestDifference(first: a, second: b, reach: reach)
        let other = BestDifference(
            first: b, second: a, reach: b.indices.map { place in reach.map { $0[place] } })
        #expect(abs(one.estimate + other.estimate) < 1e-15)
        #expect(abs(one.lower + other.upper) < 1e-15 && abs(one.upper + other.lower) < 1e-15)
    }

    @Test("whenever all differences lie in their intervals, so does the difference of the best") func holds() {
        var seed: UInt64 = 7
        func uniform() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 11) / Double(UInt64(1) << 53)
        }
        for _ in 0..<2000 {
            let truth = ((0..<3).map { _ in uniform() }, (0..<4).map { _ in uniform() })
            let seen = (truth.0.map { $0 + 0.3 * (uniform() - 0.5) }, truth.1.map { $0 + 0.3 * (uniform() - 0.5) })
            // The smallest reaches at which every interval holds its difference, some of them larger.
            let reach = seen.0.indices.map { a in
                seen.1.indices.map { b in
                    abs(seen.0[a] - seen.1[b] - truth.0[a] + truth.1[b]) + (uniform() < 0.3 ? uniform() : 0)
                }
            }
            let found = BestDifference(first: seen.0, second: seen.1, reach: reach)
            let best = (truth.0.max() ?? 0) - (truth.1.max() ?? 0)
            #expect(found.lower <= best + 1e-12 && best <= found.upper + 1e-12)
            #expect(found.lower <= found.estimate + 1e-12 && found.estimate <= found.upper + 1e-12)
        }
    }

    @Test("the ends are never wider than those of the two best alone need not be, by brute force over all pairs")
    func tight() {
        let (a, b) = ([0.6, 0.58], [0.5, 0.55])
        let reach = [[0.1, 0.02], [0.01, 0.2]]
        let found = BestDifference(first: a, second: b, reach: reach)
        var lower = Double.infinity
        for j in b.indices { lower = min(lower, a.indices.map { a[$0] - b[j] - reach[$0][j] }.max() ?? 0) }
        var upper = -Double.infinity
        for i in a.indices { upper = max(upper, b.indices.map { a[i] - b[$0] + reach[i][$0] }.min() ?? 0) }
        #expect(found.lower == lower && found.upper == upper)
    }
}
