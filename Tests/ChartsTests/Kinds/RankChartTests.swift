import Testing

@testable import Charts

@Suite("Ranks")
struct RankChartTests {
    private func row(_ label: String, mean: Double, _ probabilities: [Double] = [0.5, 0.5]) -> RankChart.Row {
        RankChart.Row(label: label, probabilities: probabilities, meanRank: mean, rank: 1, confidenceSet: 1...2)
    }

    private func chart(_ rows: [RankChart.Row]) -> RankChart { RankChart(text: ChartText(title: "ranks"), rows: rows) }

    private func problem(_ chart: RankChart) -> ChartProblem? {
        do {
            _ = try Drawing(chart, theme: .light, size: .medium)
            return nil
        } catch {
            return error as? ChartProblem
        }
    }

    @Test("Rows stand by mean rank, equal ones in the order given")
    func order() {
        let rows = [row("b", mean: 2), row("c", mean: 2), row("a", mean: 1)]
        #expect(chart(rows).table.rows.map(\.first) == ["a", "b", "c"])
    }

    @Test("Numbers begin at 1 %, and only certainty reads as certain")
    func numbers() {
        let percent = chart([])
        #expect(percent.cellText(0.0099) == nil)
        #expect(percent.cellText(0.01) == "1")
        #expect(percent.cellText(0.994) == "99")
        #expect(percent.cellText(0.996) == ">99")
        #expect(percent.cellText(1) == "100")
        var score = percent
        score.format = .score
        #expect(score.cellText(0.996) == ">0.99")
    }

    @Test("A probability that is none, and ranks that do not exist, are refused with their place")
    func validation() {
        var bad = chart([row("a", mean: 1), row("b", mean: 2)])
        bad.rows[1].probabilities[0] = 1.2
        #expect(problem(bad)?.field == "rows[1].probabilities[0]")
        bad.rows[1].probabilities[0] = .nan
        #expect(problem(bad)?.field == "rows[1].probabilities[0]")
        bad.rows[1].probabilities = [1]
        #expect(problem(bad)?.field == "rows[1].probabilities")
        bad = chart([row("a", mean: 1), row("b", mean: 2)])
        bad.rows[0].rank = 3
        #expect(problem(bad)?.field == "rows[0].rank")
        bad = chart([row("a", mean: 1), row("b", mean: 2)])
        bad.rows[0].confidenceSet = 0...1
        #expect(problem(bad)?.field == "rows[0].confidenceSet")
    }

    @Test("One model has no ranks, and the drawing says so")
    func one() throws {
        let words = texts(of: try Drawing(chart([row("a", mean: 1)]), theme: .light, size: .medium).scene)
        #expect(words.contains { $0.block.string.contains("nothing to rank") })
    }
}
