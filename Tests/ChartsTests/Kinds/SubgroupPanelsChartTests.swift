import Testing

@testable import Charts

@Suite("Subgroup panels")
struct SubgroupPanelsChartTests {
    private func panel(_ label: String, _ estimates: [Double?]) -> SubgroupPanelsChart.Panel {
        .init(label: label, rows: estimates.enumerated().map { .init(label: "r\($0)", n: 10, estimate: $1) })
    }

    private func chart(_ panels: [SubgroupPanelsChart.Panel]) -> SubgroupPanelsChart {
        SubgroupPanelsChart(text: ChartText(title: ""), panels: panels, axisTitle: "accuracy")
    }

    @Test("The lowest row is the one with the least estimate; rows without one do not count")
    func lowest() {
        #expect(SubgroupPanelsChart.lowest(of: panel("a", [0.5, nil, 0.3, 0.4]).rows) == 2)
    }

    @Test("Equal rows and a single row have no lowest one")
    func noLowest() {
        #expect(SubgroupPanelsChart.lowest(of: panel("a", [0.5, 0.5]).rows) == nil)
        #expect(SubgroupPanelsChart.lowest(of: panel("a", [0.5]).rows) == nil)
    }

    @Test("The lowest rows of all panels are shown in each where the panels are alike, and the rest is counted")
    func alike() {
        var first = [Double](repeating: 0.5, count: 30)
        var second = first
        (first[28], second[25]) = (0.1, 0.2)
        let selection = chart([panel("a", first), panel("b", second)]).selection(mostPanels: 12, mostRows: 20)
        for panel in selection.panels {
            #expect(panel.rows.count == 20)
            #expect(panel.rows.suffix(2).map(\.label) == ["r25", "r28"])
        }
        #expect(selection.omission == "10 more rows a panel in the table")
    }

    @Test("Panels beyond the limit are counted in a word")
    func morePanels() {
        let panels = (0..<13).map { panel("m\($0)", [0.2, 0.4]) }
        let selection = chart(panels).selection(mostPanels: 12, mostRows: 20)
        #expect(selection.panels.count == 12)
        #expect(selection.omission == "1 more panel in the table")
        #expect(chart(panels).table.rows.count == 26)
    }

    @Test("All plots of a grid are equally wide and share one scale", arguments: [ChartSize.narrow, .medium, .wide])
    func grid(size: ChartSize) {
        let context = LayoutContext(
            theme: .light, size: size, setter: TextSetter(families: Theme.light.fontFamilies))
        for areAlike in [true, false] {
            let grid = PanelGrid(
                count: 7, names: 90, areAlike: areAlike, left: 12, right: size.width - 12, context: context)
            let plots = (0..<grid.columnCount).map(grid.plot)
            #expect(Set(plots.map { (($0.upperBound - $0.lowerBound) * 8).rounded() }).count == 1)
            #expect(zip(plots, plots.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
            #expect(abs((plots.last?.upperBound ?? 0) - (size.width - 12)) < 0.01)
        }
    }
}
