import Foundation
import Testing

@testable import Charts

@Suite("Numbers in fixed point")
struct FixedPointTests {
    @Test("They read as C writes them, halves too", arguments: 0...6)
    func asInC(decimals: Int) {
        var generator = SplitMix(seed: UInt64(decimals))
        let halves = (0..<200).map { (Double($0) + 0.5) / pow(10, Double(decimals)) }
        let eighths = (0..<400).map { Double($0) / 8 }
        let any = (0..<2_000).map { _ in Double.random(in: 0...100, using: &generator) }
        for value in halves + eighths + any + [0, 99.95, 9.995, 0.05, 1e-9, 123_456_789.125] {
            #expect(
                FixedPoint.string(value, decimals: decimals) == String(format: "%.\(decimals)f", value), "\(value)")
        }
    }

    @Test("What does not fit is left to others", arguments: [-1, 1e16, .nan, .infinity] as [Double])
    func limits(value: Double) {
        #expect(FixedPoint.string(value, decimals: 1) == nil)
    }

    @Test("More decimals than a double justifies are left to others")
    func decimals() {
        #expect(FixedPoint.string(1, decimals: 7) == nil)
        #expect(FixedPoint.string(1, decimals: -1) == nil)
    }
}
