import Testing

@testable import Charts

@Suite("Variance components")
struct VarianceComponentsChartTests {
    private func bar(_ shares: [Double]) -> VarianceComponentsChart.Bar {
        .init(label: "all", components: shares.enumerated().map { .init(name: "c\($0)", share: $1) })
    }

    @Test("Parts follow each other from 0 by their shares")
    func order() {
        let ranges = VarianceComponentsChart.parts(of: bar([0.25, 0.5, 0.125])).map(\.range)
        #expect(ranges == [0...0.25, 0.25...0.75, 0.75...0.875])
    }

    @Test("A negative component has no width, and the others are shortened to fit")
    func negative() {
        let parts = VarianceComponentsChart.parts(of: bar([0.75, -0.25, 0.5]))
        #expect(parts[1].isEmpty)
        #expect(abs(parts[0].range.upperBound - 0.6) < 1e-12)
        #expect(parts[2].range.upperBound == 1)
    }

    @Test("A negative component reads 0 with the estimate in words, and a component of 0 reads 0")
    func words() {
        let chart = VarianceComponentsChart(text: ChartText(title: ""), bars: [bar([0.9, -0.012, 0])])
        let components = chart.bars[0].components
        #expect(chart.shareWords(components[1]) == "0%")
        #expect(chart.intervalWords(components[1]) == "estimated \u{2212}1.2")
        #expect(chart.shareWords(components[2]) == "0%")
        #expect(chart.intervalWords(components[2]) == "")
    }

    @Test("No positive component gives a note")
    func nothing() throws {
        let chart = VarianceComponentsChart(text: ChartText(title: ""), bars: [bar([0, -0.1])])
        let scene = try Drawing(chart, theme: .light, size: .medium).scene
        #expect(texts(of: scene).contains { $0.block.string.contains("nothing to share out") })
    }

    @Test("Fills of neighbours stay apart in lightness or by hatching", arguments: [Theme.light, .dark, .print])
    func fills(theme: Theme) {
        let context = LayoutContext(theme: theme, size: .medium, setter: TextSetter(families: theme.fontFamilies))
        let fills = (0..<6).map { PartFill($0, context: context) }
        for (first, second) in zip(fills, fills.dropFirst()) {
            let difference = abs(OKLab(first.colour).lightness - OKLab(second.colour).lightness)
            #expect(difference > 0.1 || (first.hatch == nil) != (second.hatch == nil))
        }
    }
}
