import Testing

@testable import Charts

@Suite("Threshold bullets")
struct ThresholdBulletChartTests {
    private func chart(_ bounds: [(lower: Double, upper: Double, verdict: VerdictMark)]) -> ThresholdBulletChart {
        ThresholdBulletChart(
            text: ChartText(title: ""),
            rows: bounds.enumerated().map { index, row in
                .init(
                    label: "model \(index)", estimate: (row.lower + row.upper) / 2, lower: row.lower, upper: row.upper,
                    verdict: row.verdict, itemsNeeded: row.verdict == .inconclusive ? 1234 : nil)
            }, threshold: .init(value: 0.7, label: "use"), axisTitle: "accuracy")
    }

    /// The widths of the bars' outlines and of their fills in a verdict's colour; the key's bar has another one.
    private func bars(
        _ chart: ThresholdBulletChart, _ verdict: VerdictMark
    ) throws -> (outlines: [Double], fills: [Double]) {
        let scene = try Drawing(chart, theme: .light, size: .medium).scene
        let colour = Theme.light[verdict.role]
        let boxes = scene.elements.compactMap { element -> (Shape, Rectangle)? in
            guard case .shape(let shape) = element, case .rectangle(let box, radius: 0) = shape.geometry else {
                return nil
            }
            return (shape, box)
        }
        return (
            boxes.filter { $0.0.stroke == colour }.map(\.1.width), boxes.filter { $0.0.fill == colour }.map(\.1.width)
        )
    }

    @Test("A bar is filled from the threshold upwards: whole for a pass, not at all for a fail")
    func fill() throws {
        let pass = try bars(chart([(0.72, 0.8, .pass)]), .pass)
        #expect(pass.outlines.count == 1 && pass.fills.count == 1)
        #expect(abs(pass.fills[0] - pass.outlines[0]) < 2)
        let fail = try bars(chart([(0.5, 0.6, .fail)]), .fail)
        #expect(fail.outlines.count == 1 && fail.fills.isEmpty)
        let open = try bars(chart([(0.6, 0.8, .inconclusive)]), .inconclusive)
        #expect(open.outlines.count == 1 && open.fills.count == 1)
        #expect(abs(open.fills[0] / open.outlines[0] - 0.5) < 0.02)
    }

    @Test("Verdicts are counted in the key, and only those that occur")
    func counts() throws {
        let scene = try Drawing(
            chart([(0.72, 0.8, .pass), (0.5, 0.6, .fail), (0.4, 0.5, .fail)]), theme: .light, size: .medium
        ).scene
        let words = texts(of: scene).map(\.block.string)
        #expect(words.contains("1 pass") && words.contains("2 fail"))
        #expect(!words.contains { $0.hasSuffix("inconclusive") })
    }

    @Test("The table says the items still needed, and a dash where a verdict is settled")
    func table() {
        let table = chart([(0.72, 0.8, .pass), (0.6, 0.8, .inconclusive)]).table
        #expect(table.rows.map(\.last) == ["–", "1\u{2009}234"])
    }

    @Test("A threshold that is not finite is refused with its place")
    func notFinite() {
        var chart = chart([(0.72, 0.8, .pass)])
        chart.ladder = [.init(value: .nan, label: "")]
        #expect(throws: ChartProblem.self) { try Drawing(chart, theme: .light, size: .medium) }
    }
}
