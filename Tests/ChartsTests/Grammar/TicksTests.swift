import Testing

@testable import Charts

@Suite("Ticks")
struct TicksTests {
    @Test(
        "Ticks are the round numbers that a person would choose",
        arguments: [
            (0.0, 1.0, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
            (0, 100, 5, [0, 25, 50, 75, 100]),
            (0.357, 0.9, 6, [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
            (-0.1, 0.1, 5, [-0.1, -0.05, 0, 0.05, 0.1]),
        ])
    func roundNumbers(low: Double, high: Double, target: Int, expected: [Double]) {
        #expect(Ticks(range: low...high, target: target).values == expected)
    }

    @Test("Loose ticks enclose the range", arguments: [(0.203, 0.857), (0.0, 0.999), (-3.2, 17.9), (1e-6, 2e-6)])
    func loose(low: Double, high: Double) throws {
        let values = Ticks(range: low...high, target: 5, isLoose: true).values
        #expect(try #require(values.first) <= low)
        #expect(try #require(values.last) >= high)
    }

    @Test("Ticks ascend by equal steps whatever the range", arguments: 0..<200)
    func equalSteps(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let low = random.number(in: -50...50)
        let range = low...(low + random.number(in: 1e-7...80))
        let ticks = Ticks(range: range, target: 2 + seed % 9)
        #expect(ticks.values.count >= 2)
        for (first, second) in zip(ticks.values, ticks.values.dropFirst()) {
            #expect(abs(second - first - ticks.step) < 1e-9 * max(1, abs(second)))
        }
        // Zero is worth a step beyond the data.
        let margin = ticks.step * 2
        #expect(
            ticks.values.allSatisfy { $0 >= range.lowerBound - margin && $0 <= range.upperBound + margin },
            "\(range) \(ticks)")
    }

    @Test("A range of no width still has ticks around it", arguments: [0.0, 0.5, 1, -2, 1e6])
    func noWidth(value: Double) throws {
        let values = Ticks(range: value...value, target: 5).values
        #expect(try #require(values.first) <= value)
        #expect(try #require(values.last) >= value)
    }

    @Test("Labels get as many decimals as tell the ticks exactly")
    func decimals() {
        #expect(Ticks(range: 0...1, target: 6).decimals(factor: 100) == 0)
        #expect(Ticks(range: 0...1, target: 6).decimals(factor: 1) == 1)
        #expect(Ticks(range: 0.49...0.51, target: 5).decimals(factor: 100) == 1)
    }
}
