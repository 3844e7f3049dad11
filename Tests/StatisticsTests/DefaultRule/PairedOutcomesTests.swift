import Testing

@testable import Statistics

@Suite("Outcomes of a pair") struct PairedOutcomesTests {
    private static let first: [UInt8] = (0..<700).map { outcome(isRight: ($0 * 7) % 11 < 7, isMissing: $0 % 13 == 0) }
    private static let second: [UInt8] = (0..<700).map { outcome(isRight: ($0 * 5) % 13 < 6, isMissing: $0 % 17 == 0) }
    private static let plan = BootstrapPlan(seed: 1, name: "")

    private static func outcome(isRight: Bool, isMissing: Bool) -> UInt8 { isRight ? 1 : isMissing ? 2 : 0 }

    /// The pair by lists of scores.
    private func listed(_ first: [UInt8], _ second: [UInt8], clusters: [Int32]? = nil) -> PairedDifferenceEstimator {
        let shared = first.indices.filter { first[$0] < 2 && second[$0] < 2 }
        return PairedDifferenceEstimator(
            first: shared.map { Double(first[$0]) }, second: shared.map { Double(second[$0]) },
            clusters: clusters.map { clusters in shared.map { Int(clusters[$0]) } })
    }

    @Test("independent outcomes give what lists of scores give, to the last bit")
    func sameBits() throws {
        let pair = listed(Self.first, Self.second)
        let outcomes = try #require(PairedOutcomes(Self.first, Self.second))
        let summary = outcomes.summary
        #expect(outcomes.unpaired == Self.first.indices.count { (Self.first[$0] < 2) != (Self.second[$0] < 2) })
        #expect([summary.itemCount, summary.clusterCount] == [pair.sample.itemCount, pair.sample.itemCount])
        #expect([summary.mean, summary.standardError] == [pair.estimate, pair.sample.standardError])
        #expect([summary.onlyFirst, summary.onlySecond] == [pair.onlyFirst, pair.onlySecond])
        #expect(summary.interval(level: 0.9) == pair.interval(level: 0.9))
        #expect(
            summary.atEffectiveSize.interval(level: 0.9).interval
                == BonettPrice.interval(differences: pair.sample, level: 0.9).interval)
        #expect(outcomes.test(plan: Self.plan) == pair.test(plan: Self.plan))
    }

    @Test(
        "outcomes in clusters give what lists of scores give",
        arguments: [{ $0 / 3 }, { $0 * $0 % 97 }, { _ in 0 }] as [@Sendable (Int) -> Int])
    func clustered(cluster: @Sendable (Int) -> Int) throws {
        let clusters = ClusterSums.positions(of: (0..<700).map(cluster)).map { Int32($0) }
        let pair = listed(Self.first, Self.second, clusters: clusters)
        let outcomes = try #require(PairedOutcomes(Self.first, Self.second, clusters: clusters))
        let summary = outcomes.summary
        #expect([summary.itemCount, summary.clusterCount] == [pair.sample.itemCount, pair.sample.clusterCount])
        #expect([summary.onlyFirst, summary.onlySecond] == [pair.onlyFirst, pair.onlySecond])
        #expect(isClose(summary.mean, pair.estimate))
        #expect(isClose(summary.standardError, pair.sample.standardError))
        let (interval, expected) = (summary.interval(level: 0.9), pair.interval(level: 0.9))
        #expect(isClose(interval.interval.lower, expected.interval.lower))
        #expect(isClose(interval.interval.upper, expected.interval.upper))
        #expect(
            [interval.interval.method, expected.interval.method] == [
                .bonettPriceAtEffectiveSize, .bonettPriceAtEffectiveSize,
            ])
        #expect(interval.reason == expected.reason)
        let (test, reference) = (outcomes.test(plan: Self.plan), pair.test(plan: Self.plan))
        #expect(isClose(test.pValue, reference.pValue))
        #expect(test.method == .signFlip && reference.method == .signFlip)
    }

    private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-13 * max(abs(a), abs(b)) }

    @Test("a cluster of which no item is shared is none")
    func absentCluster() throws {
        let outcomes = try #require(PairedOutcomes([1, 1, 2, 0, 0], [0, 1, 1, 1, 2], clusters: [0, 0, 1, 2, 2]))
        #expect([outcomes.summary.itemCount, outcomes.summary.clusterCount] == [3, 2])
    }

    @Test("clusters of one shared item each are independent items")
    func singleItems() throws {
        let clusters = (0..<700).map { Int32($0) }
        let alone = try #require(PairedOutcomes(Self.first, Self.second))
        let numbered = try #require(PairedOutcomes(Self.first, Self.second, clusters: clusters))
        #expect(numbered.summary.interval(level: 0.9) == alone.summary.interval(level: 0.9))
        #expect(numbered.test(plan: Self.plan) == alone.test(plan: Self.plan))
    }

    @Test("two models without a common item make no pair")
    func nothingShared() {
        #expect(PairedOutcomes([0, 2], [2, 1]) == nil)
        #expect(PairedOutcomes([0, 2], [2, 1], clusters: [0, 0]) == nil)
    }
}
