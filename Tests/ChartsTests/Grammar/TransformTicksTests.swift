import Testing

@testable import Charts

@Suite("Ticks of log and logit scales")
struct TransformTicksTests {
    @Test("Sizes of models have the ticks that people know")
    func parameters() {
        let ticks = Ticks(range: 3e9...72e9, target: 8, transform: .log, digits: [1, 3, 7])
        #expect(AxisFormat.parameters.labels(ticks) == ["3B", "7B", "10B", "30B", "70B"])
        let wide = Ticks(range: 2e8...4e11, target: 5, transform: .log, digits: [1, 3, 7])
        #expect(AxisFormat.parameters.labels(wide) == ["1B", "10B", "100B"])
        let near = Ticks(range: 27e9...72e9, target: 8, transform: .log, digits: [1, 3, 7])
        #expect(AxisFormat.parameters.labels(near) == ["30B", "40B", "50B", "60B", "70B"])
    }

    @Test(
        "Log ticks thin out as the range grows",
        arguments: [
            (2.0...9.0, 9, [2, 3, 4, 5, 6, 7, 8, 9]), (1...100, 7, [1, 2, 5, 10, 20, 50, 100]),
            (1...1000, 7, [1, 3, 10, 30, 100, 300, 1000]), (1...10_000, 5, [1, 10, 100, 1000, 10_000]),
            (1...10_000, 3, [1, 100, 10_000]),
        ])
    func log(range: ClosedRange<Double>, target: Int, expected: [Double]) {
        #expect(Ticks(range: range, target: target, transform: .log).values == expected)
    }

    @Test("Within a decade the ticks are inside and at least two", arguments: 0..<100)
    func withinDecade(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let low = random.number(in: 1e-3...50)
        let range = low...(low * random.number(in: 1.01...9))
        for transform in [Scale.Transform.log] {
            let values = Ticks(range: range, target: 2 + seed % 6, transform: transform).values
            #expect(values.count >= 2)
            #expect(
                values.allSatisfy { $0 >= low * (1 - 1e-9) && $0 <= range.upperBound * (1 + 1e-9) },
                "\(range) \(values)")
        }
    }

    @Test("Shares on a logit scale are even about the middle")
    func logit() {
        let shares = Ticks(range: 0.02...0.98, target: 9, transform: .logit)
        #expect(shares.values == [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
        #expect(AxisFormat.value(.percent).labels(shares) == ["5", "10", "25", "50", "75", "90", "95"])
        #expect(Ticks(range: 0.02...0.98, target: 5, transform: .logit).values == [0.05, 0.2, 0.5, 0.8, 0.95])
        #expect(
            Ticks(range: 0.0005...0.9995, target: 7, transform: .logit).values == [
                0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999,
            ])
    }

    @Test("Whatever the shares, ticks are inside and at least two", arguments: 0..<100)
    func logitInside(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let low = random.number(in: 0.001...0.95)
        let range = low...(low + random.number(in: 0.001...(0.999 - low)))
        let values = Ticks(range: range, target: 2 + seed % 8, transform: .logit).values
        #expect(values.count >= 2 && values.allSatisfy(range.contains), "\(range) \(values)")
    }
}
