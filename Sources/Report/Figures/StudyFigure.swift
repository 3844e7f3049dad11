import Charts

/// One figure of a study: a name for files and the chart.
struct StudyFigure: Sendable {
    /// The stem of its files, such as `leaderboard-slake`.
    let name: String
    let chart: any Chart

    init(_ kind: String, _ chart: any Chart) {
        name = kind
        self.chart = chart
    }

    /// A figure about one benchmark.
    init(_ kind: String, on benchmark: String, _ index: FindingsIndex, _ chart: any Chart) {
        name = Self.name(kind, on: benchmark, index)
        self.chart = chart
    }

    /// What a reader hears who cannot see the drawing.
    var alternative: String {
        if let summary = chart.text.summary { return summary }
        let sentences = [chart.text.title, chart.text.subtitle, "The same numbers are in the table."]
        return sentences.filter { !$0.isEmpty }.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    /// The name of a kind's figure about one benchmark, or of all if `benchmark` is nil.
    static func name(_ kind: String, on benchmark: String?, _ index: FindingsIndex) -> String {
        benchmark.map { "\(kind)-\(index.benchmarkSlugs[$0])" } ?? kind
    }
}
