import Foundation

/// The study's cells as text.
public enum CoverageTable {
    /// All cells: statistic, setting, method, coverage, width.
    public static func csv(_ cells: [Cell]) -> String {
        var lines = ["statistic,setting,method,lowest_coverage,lowest_at,mean_coverage,mean_width,datasets"]
        for cell in cells {
            lines.append(
                [
                    quoted(cell.statistic), quoted(cell.setting), cell.method, digits(cell.lowestCoverage),
                    quoted(cell.lowestAt), digits(cell.meanCoverage), digits(cell.meanWidth), "\(cell.datasets)",
                ].joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A table for each statistic: a row for each setting, lowest coverage and mean width of each method.
    public static func markdown(_ cells: [Cell]) -> String {
        var lines: [String] = []
        for statistic in unique(cells.map(\.statistic)) {
            let own = cells.filter { $0.statistic == statistic }
            let methods = unique(own.map(\.method))
            lines += ["", "### \(statistic.prefix(1).uppercased())\(statistic.dropFirst())", ""]
            lines.append("| setting | " + methods.joined(separator: " | ") + " | lowest default at |")
            lines.append("| --- |" + String(repeating: " ---: |", count: methods.count) + " --- |")
            for setting in unique(own.map(\.setting)) {
                let row = methods.map { method in
                    own.first { $0.setting == setting && $0.method == method }.map {
                        "\(short($0.lowestCoverage, 3)) (\(short($0.meanWidth, 3)))"
                    } ?? ""
                }
                let place = own.first { $0.setting == setting && $0.method == "default" }?.lowestAt ?? ""
                lines.append("| \(setting) | " + row.joined(separator: " | ") + " | \(place) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private static func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }

    private static func digits(_ value: Double) -> String { short(value, 6) }

    private static func short(_ value: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", locale: Locale(identifier: "en_US_POSIX"), value)
    }
}
