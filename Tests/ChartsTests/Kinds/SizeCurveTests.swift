import Testing

@testable import Charts

@Suite("Size curve")
struct SizeCurveTests {
    private func chart(_ points: [SizeCurveChart.Item]) -> SizeCurveChart {
        SizeCurveChart(text: ChartText(title: ""), points: points, axisTitle: "accuracy")
    }

    private func words(_ chart: SizeCurveChart) throws -> [String] {
        texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
    }

    @Test("A family is a line from its smallest to its largest member, kinds apart, and one member is none")
    func families() {
        let chart = chart([
            .init(label: "a", family: "A", parameters: 70e9, measure: .init(0.7)),
            .init(label: "b", family: "A", parameters: 7e9, measure: .init(0.5)),
            .init(label: "c", family: "A", category: .medical, parameters: 7e9, measure: .init(0.6)),
            .init(label: "d", family: "B", parameters: 7e9, measure: .init(0.6)),
            .init(label: "e", family: "A", parameters: nil, measure: .init(0.6)),
        ])
        #expect(chart.families.map(\.members) == [[1, 0]])
    }

    @Test("Points without a known size are counted and named, not dropped in silence")
    func unknown() throws {
        let chart = chart([
            .init(label: "a", parameters: 7e9, measure: .init(0.5)),
            .init(label: "b", parameters: nil, measure: .init(0.6)),
            .init(label: "c", parameters: nil, measure: .init(0.6)),
        ])
        #expect(try words(chart).contains("Not drawn, size unknown (2): b, c"))
        #expect(chart.table.rows.map { $0[3] } == ["7B", "not known", "not known"])
    }

    @Test("Without any known size a note says so")
    func allUnknown() throws {
        let words = try words(chart([.init(label: "b", parameters: nil, measure: .init(0.6))]))
        #expect(words.count == 1 && words[0].hasPrefix("The number of parameters is known of no model"))
    }

    @Test("Sizes that are not above 0 are refused with their place", arguments: [0.0, -7e9, .nan])
    func size(value: Double) {
        let chart = chart([.init(label: "a", parameters: value, measure: .init(0.5))])
        #expect(throws: ChartProblem.self) { try Drawing(chart, theme: .light, size: .medium) }
    }
}
