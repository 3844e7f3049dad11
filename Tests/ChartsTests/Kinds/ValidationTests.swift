import Testing

@testable import Charts

@Suite("Values that cannot be drawn")
struct ValidationTests {
    private func problem(_ chart: some Chart) -> ChartProblem? {
        do {
            _ = try render(chart, theme: .light, size: .medium, format: .svg)
            return nil
        } catch {
            return error as? ChartProblem
        }
    }

    @Test("No rows give a note that says why there is no drawing")
    func noRows() throws {
        let text = ChartText(title: "")
        let charts: [any Chart] = [
            LeaderboardChart(text: text, rows: [], axisTitle: ""), DumbbellChart(text: text, rows: [], axisTitle: ""),
            HeatMapChart(text: text, columns: [], rows: [], valueTitle: ""),
        ]
        for chart in charts {
            let words = texts(of: try Drawing(chart, theme: .light, size: .medium).scene).map(\.block.string)
            #expect(words.count == 1 && words[0].contains("so there is n"))
        }
    }

    @Test("Numbers that are not finite are refused with their place", arguments: [Double.nan, .infinity])
    func notFinite(value: Double) {
        var leaderboard = Samples.leaderboard(seed: 1, rowCount: 3)
        leaderboard.rows[2].upper = value
        #expect(problem(leaderboard)?.field == "rows[2].upper")
        var dumbbell = Samples.dumbbell(seed: 1, rowCount: 3)
        dumbbell.rows[1].first.lower = value
        #expect(problem(dumbbell)?.field == "rows[1].first.lower")
        var heatMap = Samples.heatMap(seed: 1, rowCount: 3, columnCount: 2)
        heatMap.rows[0].cells[1] = .init(value: value)
        #expect(problem(heatMap)?.field == "rows[0].cells[1].value")
    }

    @Test("Rows with other than one cell a column are refused")
    func cellCount() {
        var chart = Samples.heatMap(seed: 1, rowCount: 3, columnCount: 2)
        chart.rows[1].cells.append(nil)
        #expect(problem(chart)?.description.contains("rows[1].cells: expected 2 entries; found 3") == true)
    }

    @Test("A heat map without any data is drawn hatched")
    func noData() {
        let text = ChartText(title: "nothing")
        let chart = HeatMapChart(
            text: text, columns: [.init(label: "a")], rows: [.init(label: "b", cells: [nil])], valueTitle: "accuracy")
        #expect(problem(chart) == nil)
    }

    @Test("Groups that name rows which do not exist are cut to those that do")
    func groups() {
        let bars = JoiningBars(groups: [0...0, 1...9, 7...12, 0...1], rowCount: 4, em: 10)
        #expect(Set(bars.bars.map(\.rows)) == [1...3, 0...1])
        #expect(bars.laneCount == 2)
    }
}
