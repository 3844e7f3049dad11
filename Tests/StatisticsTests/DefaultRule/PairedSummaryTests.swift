import Testing

@testable import Statistics

@Suite("Summary of a pair") struct PairedSummaryTests {
    private static let first: [UInt8] = (0..<700).map { outcome(isRight: ($0 * 7) % 11 < 7, isMissing: $0 % 13 == 0) }
    private static let second: [UInt8] = (0..<700).map { outcome(isRight: ($0 * 5) % 13 < 6, isMissing: $0 % 17 == 0) }

    private static func outcome(isRight: Bool, isMissing: Bool) -> UInt8 { isRight ? 1 : isMissing ? 2 : 0 }

    @Test("outcomes counted from bytes give what lists of scores give, to the last bit")
    func sameBits() throws {
        let shared = Self.first.indices.filter { Self.first[$0] < 2 && Self.second[$0] < 2 }
        let pair = PairedDifferenceEstimator(
            first: shared.map { Double(Self.first[$0]) }, second: shared.map { Double(Self.second[$0]) })
        let (summary, unpaired) = try #require(PairedSummary.ofOutcomes(Self.first, Self.second))
        #expect(unpaired == Self.first.indices.count { (Self.first[$0] < 2) != (Self.second[$0] < 2) })
        #expect([summary.itemCount, summary.clusterCount] == [shared.count, shared.count])
        #expect([summary.mean, summary.standardError] == [pair.estimate, pair.sample.standardError])
        #expect([summary.onlyFirst, summary.onlySecond] == [pair.onlyFirst, pair.onlySecond])
        #expect(summary.interval(level: 0.9) == pair.interval(level: 0.9))
        #expect(
            summary.atEffectiveSize.interval(level: 0.9).interval
                == BonettPrice.interval(differences: pair.sample, level: 0.9).interval)
        let plan = BootstrapPlan(seed: 1, name: "")
        #expect(summary.exactTest?.pValue == pair.test(plan: plan).pValue)
    }

    @Test("the other way round is the pair of the other way round, to the last bit")
    func reversed() throws {
        let there = try #require(PairedSummary.ofOutcomes(Self.first, Self.second)).summary
        let back = try #require(PairedSummary.ofOutcomes(Self.second, Self.first)).summary
        #expect(there.reversed.mean == back.mean)
        #expect(there.reversed.interval(level: 0.9) == back.interval(level: 0.9))
        let parts = [there.reversed, back].map {
            CombinationEstimator([.init([.init($0, weight: 0.5)])], range: -1...1)
        }
        #expect(parts[0].pValue(threshold: 0, isBelow: true) == parts[1].pValue(threshold: 0, isBelow: true))
        #expect(parts[0].interval(level: 0.9) == parts[1].interval(level: 0.9))
    }

    @Test("two models without a common item make no pair")
    func nothingShared() { #expect(PairedSummary.ofOutcomes([0, 2], [2, 1])?.unpaired == nil) }
}
