import Foundation

/// The comparison as tables: a row a chart and format, then one a format for whole programs.
struct ChartTable {
    /// What one program took.
    struct Row {
        var program: String
        var charts: [ChartTime]
        /// Processor seconds by format from the start of the program to its end, over all charts.
        var processes: [String: Double]
    }

    /// Acuity first.
    let rows: [Row]
    let charts: [String]
    let formats: [String]

    /// Drawn and written in a running program, then whole programs over all charts.
    var tables: [ResultTable] {
        let programs = rows.map { "\($0.program), ms" } + rows.dropFirst().map { "\($0.program) ÷ Acuity" }
        var drawn = ResultTable(
            title: "Drawn and written, processor time",
            columns: ["Chart"] + programs + rows.map { "\($0.program), kB" })
        for chart in charts {
            for format in formats {
                let found = rows.map { row in row.charts.first { $0.chart == chart && $0.format == format } }
                let sizes = found.map { $0.map { Figure.significant(Double($0.bytes) / 1000) } ?? "–" }
                drawn.rows.append(["\(chart), \(format)"] + cells(found.map { $0?.seconds }) + sizes)
            }
        }
        var whole = ResultTable(
            title: "Whole programs, all \(charts.count) charts, processor time", columns: ["Format"] + programs)
        for format in formats { whole.rows.append([format] + cells(rows.map { $0.processes[format] })) }
        return [drawn, whole]
    }

    /// Milliseconds of each program, then how many times as long as Acuity the others take.
    private func cells(_ seconds: [Double?]) -> [String] {
        let times = seconds.map { time in time.map { Figure.significant($0 * 1000) } ?? "–" }
        let ratios = seconds.dropFirst().map { time in
            guard let time, let own = seconds.first ?? nil else { return "–" }
            return Figure.ratio(time, to: own)
        }
        return times + ratios
    }
}
