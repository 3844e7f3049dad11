import Foundation

/// The comparison as text: one line a chart and format, then one a format for whole programs.
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

    var text: String {
        let headings =
            rows.map { "\($0.program), ms" } + rows.dropFirst().map { "\($0.program) ×" }
            + rows.map { "\($0.program), kB" }
        var lines = [line("processor time", headings)]
        for chart in charts {
            for format in formats {
                let found = rows.map { row in row.charts.first { $0.chart == chart && $0.format == format } }
                lines.append(
                    line(
                        "\(chart) \(format)",
                        cells(found.map { $0?.seconds })
                            + found.map { time in
                                time.map { String(format: "%.1f", Double($0.bytes) / 1000) } ?? "–"
                            }))
            }
        }
        lines.append(line("whole program", []))
        for format in formats {
            lines.append(line("all charts \(format)", cells(rows.map { $0.processes[format] })))
        }
        return lines.joined(separator: "\n")
    }

    /// Milliseconds of each program, then how many times as long as Acuity the others take.
    private func cells(_ seconds: [Double?]) -> [String] {
        let times = seconds.map { time in time.map { String(format: "%.2f", $0 * 1000) } ?? "–" }
        let ratios = seconds.dropFirst().map { time in
            guard let time, let own = seconds.first ?? nil else { return "–" }
            return String(format: "%.1f", time / own)
        }
        return times + ratios
    }

    private func line(_ head: String, _ cells: [String]) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        return head + String(repeating: " ", count: max(0, 24 - head.count))
            + cells.map { padded($0, 16) }.joined()
    }
}
