import Statistics
import Testing

@Suite("Multiplicity")
struct MultiplicityTests {
    static let families: [(pValues: [Double], weights: [Double])] = [
        ([0.01, 0.02, 0.03, 0.2], [1, 2, 3, 4]), ([0.04, 0.04, 0.04], [5, 1, 1]),
        ([0.5, 0.001, 0.9, 0.02], [1, 1, 8, 2]),
        ([0.03, 0.02, 0.011, 0.049, 0.3], [0.2, 0.1, 0.4, 0.25, 0.05]), ([1, 0.01], [3, 1]),
        ([0.2], [7]), ([0, 1], [1, 9]),
    ]

    /// The largest weighted Bonferroni p value over all sets of hypotheses that hold the one.
    private func closed(_ pValues: [Double], _ weights: [Double]) -> [Double] {
        pValues.indices.map { one in
            var largest = 0.0
            for pattern in 1..<(1 << pValues.count) where pattern & (1 << one) != 0 {
                let set = pValues.indices.filter { pattern & (1 << $0) != 0 }
                let total = set.reduce(0) { $0 + weights[$1] }
                largest = max(largest, min(1, set.map { pValues[$0] * total / weights[$0] }.min() ?? 1))
            }
            return largest
        }
    }

    @Test("Weighted Holm is the closed test with weighted Bonferroni tests", arguments: families)
    func closure(family: (pValues: [Double], weights: [Double])) {
        let adjusted = Multiplicity.weightedHolm(family.pValues, weights: family.weights)
        for (found, expected) in zip(adjusted, closed(family.pValues, family.weights)) {
            #expect(abs(found - expected) <= 1e-12)
        }
    }

    @Test("Equal weights give Holm's adjustment, and the scale of weights has no effect", arguments: families)
    func equalWeights(family: (pValues: [Double], weights: [Double])) {
        let ones = [Double](repeating: 1, count: family.pValues.count)
        #expect(Multiplicity.weightedHolm(family.pValues, weights: ones) == Multiplicity.holm(family.pValues))
        let scaled = Multiplicity.weightedHolm(family.pValues, weights: family.weights.map { 1024 * $0 })
        #expect(scaled == Multiplicity.weightedHolm(family.pValues, weights: family.weights))
    }

    @Test("No adjusted p value is below its own, and the smallest p over weight pays for the whole family")
    func bounds() {
        for family in Self.families {
            let adjusted = Multiplicity.weightedHolm(family.pValues, weights: family.weights)
            for (found, raw) in zip(adjusted, family.pValues) { #expect(found >= raw) }
        }
        // 0.01 / 4 is the least p/w: 0.01 · 10/4; then 0.02 · 6/3 and 0.06 · 3/2; the last p is raised to the one before.
        let adjusted = Multiplicity.weightedHolm([0.01, 0.02, 0.06, 0.08], weights: [4, 3, 2, 1])
        for (found, expected) in zip(adjusted, [0.025, 0.04, 0.09, 0.09]) { #expect(abs(found - expected) < 1e-15) }
    }

    @Test("Nothing to adjust gives nothing")
    func empty() { #expect(Multiplicity.weightedHolm([], weights: []).isEmpty) }
}
