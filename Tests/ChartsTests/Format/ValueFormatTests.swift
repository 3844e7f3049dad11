import Testing

@testable import Charts

@Suite("Number formatting")
struct ValueFormatTests {
    @Test(
        "Two significant figures of the half width decide the decimals",
        arguments: [
            (0.0213, 1, 3), (0.0021, 2, 4), (0.0996, 0, 2), (0.0949, 1, 3), (0.00949, 2, 4), (0.25, 0, 2),
            (0.000004, 5, 6), (0, 1, 3),
        ])
    func decimals(halfWidth: Double, percent: Int, score: Int) {
        #expect(ValueFormat.percent.decimals(halfWidth: halfWidth) == percent)
        #expect(ValueFormat.score.decimals(halfWidth: halfWidth) == (score))
    }

    @Test("The minus is U+2212 and zero has no sign")
    func signs() {
        #expect(ValueFormat.percent.string(-0.0412, decimals: 1) == "\u{2212}4.1")
        #expect(ValueFormat.percent.string(-0.0001, decimals: 1) == "0.0")
        #expect(ValueFormat.percent.signedString(0.0412, decimals: 1) == "+4.1")
        #expect(ValueFormat.percent.signedString(0.0001, decimals: 1) == "0.0")
        #expect(ValueFormat.score.string(.nan, decimals: 2) == "–")
    }

    @Test("Estimate and interval share their decimals")
    func intervals() {
        #expect(ValueFormat.percent.estimateWithInterval(0.663, lower: 0.641, upper: 0.685) == "66.3 [64.1, 68.5]")
        #expect(ValueFormat.score.estimate(0.663, lower: 0.641, upper: 0.685) == "0.663")
        #expect(
            ValueFormat.percent.differenceWithInterval(0.041, lower: -0.003, upper: 0.085) == "+4.1 [\u{2212}0.3, 8.5]")
        #expect(ValueFormat.percent.stringWithUnit(0.5, decimals: 0) == "50%")
    }

    @Test(
        "Thousands stand apart by a thin space",
        arguments: [(0, "0"), (999, "999"), (1034, "1\u{2009}034"), (-1_234_567, "\u{2212}1\u{2009}234\u{2009}567")])
    func counts(value: Int, text: String) {
        #expect(ValueFormat.count(value) == text)
    }
}
