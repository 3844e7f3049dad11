import Testing

@testable import Charts

@Suite("Labels of axes")
struct AxisFormatTests {
    @Test("Counts are whole, short where they are great, and not rounded where they are not whole")
    func counts() {
        let found = [0, 2, 2.5, 350, 2500, 10_000, 12_500, 2e6, -20_000].map(AxisFormat.count)
        #expect(found == ["0", "2", "2.5", "350", "2\u{2009}500", "10k", "12.5k", "2M", "\u{2212}20k"])
        #expect(AxisFormat.count(0.004) == "0.004")
    }

    @Test("Sizes of models read as their names do")
    func parameters() {
        let found = [350e6, 5e8, 7e9, 72e9, 1.5e9, 1e12, 0.27e9, 20e3].map(AxisFormat.parameters)
        #expect(found == ["350M", "0.5B", "7B", "72B", "1.5B", "1000B", "270M", "20k"])
    }

    @Test("Differences carry their sign")
    func differences() {
        let labels = AxisFormat.difference(.percent).labels(Ticks(values: [-0.05, 0, 0.05], step: 0.05))
        #expect(labels == ["\u{2212}5", "0", "+5"])
    }
}
