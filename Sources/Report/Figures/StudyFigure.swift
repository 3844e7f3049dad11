import Charts
import Findings
import Foundation

/// One figure of a study: a name for files, what it shows, and how to draw it.
struct StudyFigure: Sendable {
    /// The stem of its files, such as `leaderboard-slake`.
    let name: String
    /// What a reader hears who cannot see the drawing.
    let alternative: String
    private let draw: @Sendable (Theme, ChartSize, ChartFormat) throws -> Data

    init(name: String, chart: some Chart) {
        self.name = name
        let text = chart.text
        alternative = text.summary ?? "\(text.title) \(text.subtitle). The same numbers are in the table."
        draw = { theme, size, format in try render(chart, theme: theme, size: size, format: format) }
    }

    func data(theme: Theme, size: ChartSize, format: ChartFormat) throws -> Data { try draw(theme, size, format) }

    /// All figures of a study: the leaderboard, the heat map, the gap, and each benchmark's leaderboard and gap.
    static func all(_ index: FindingsIndex) -> [StudyFigure] {
        let maker = ChartMaker(index: index)
        let ranking = index.homeRanking()
        var figures: [StudyFigure] = []
        if let ranking, let chart = maker.leaderboard(ranking) {
            figures.append(StudyFigure(name: leaderboard(on: nil, index), chart: chart))
        }
        if let chart = maker.heatMap(ranking) { figures.append(StudyFigure(name: heatMap, chart: chart)) }
        if let chart = maker.gap(on: nil) { figures.append(StudyFigure(name: gap(on: nil, index), chart: chart)) }
        for benchmark in index.document.benchmarks {
            if let chart = maker.leaderboard(Ranking(index, on: benchmark.id)) {
                figures.append(StudyFigure(name: leaderboard(on: benchmark.id, index), chart: chart))
            }
            if let chart = maker.gap(on: benchmark.id) {
                figures.append(StudyFigure(name: gap(on: benchmark.id, index), chart: chart))
            }
        }
        return figures
    }

    static let heatMap = "heat-map"

    static func leaderboard(on benchmark: String?, _ index: FindingsIndex) -> String {
        benchmark.map { "leaderboard-\(index.benchmarkSlugs[$0])" } ?? "leaderboard"
    }

    static func gap(on benchmark: String?, _ index: FindingsIndex) -> String {
        benchmark.map { "gap-\(index.benchmarkSlugs[$0])" } ?? "gap"
    }
}
