import Testing

@testable import Statistics

@Suite("Summary of a pair") struct PairedSummaryTests {
    private static let first: [UInt8] = (0..<700).map { outcome(isRight: ($0 * 7) % 11 < 7, isMissing: $0 % 13 == 0) }
    private static let second: [UInt8] = (0..<700).map { outcome(isRight: ($0 * 5) % 13 < 6, isMissing: $0 % 17 == 0) }

    private static func outcome(isRight: Bool, isMissing: Bool) -> UInt8 { isRight ? 1 : isMissing ? 2 : 0 }

    @Test("the other way round is the pair of the other way round, to the last bit")
    func reversed() throws {
        let there = try #require(PairedOutcomes(Self.first, Self.second)).summary
        let back = try #require(PairedOutcomes(Self.second, Self.first)).summary
        #expect(there.reversed.mean == back.mean)
        #expect(there.reversed.interval(level: 0.9) == back.interval(level: 0.9))
        let parts = [there.reversed, back].map {
            CombinationEstimator([.init([.init($0, weight: 0.5)])], range: -1...1)
        }
        #expect(parts[0].pValue(threshold: 0, isBelow: true) == parts[1].pValue(threshold: 0, isBelow: true))
        #expect(parts[0].interval(level: 0.9) == parts[1].interval(level: 0.9))
    }
}
