import Charts
import Findings

/// How the pages write numbers: percent throughout, as in the charts.
enum Digits {
    static let format = ValueFormat.percent
    /// The unit in headings of columns.
    static let unit = "%"

    /// Decimals that the interval justifies: two significant figures of its half width.
    static func decimals(_ interval: IntervalFinding) -> Int {
        format.decimals(halfWidth: (interval.upper - interval.lower) / 2)
    }

    /// Decimals that a column of estimates of like precision shares.
    static func decimals(_ intervals: [IntervalFinding]) -> Int {
        format.decimals(halfWidths: intervals.map { ($0.upper - $0.lower) / 2 })
    }

    /// `62.95% [58.3, 67.4]` for running text.
    static func sentence(_ estimate: Double, _ interval: IntervalFinding) -> String {
        let decimals = decimals(interval)
        return format.stringWithUnit(estimate, decimals: decimals) + " "
            + format.interval(lower: interval.lower, upper: interval.upper, decimals: decimals)
    }

    /// `+2.1 points [0.4, 3.8]` for running text.
    static func points(_ difference: Double, _ interval: IntervalFinding) -> String {
        let decimals = decimals(interval)
        return format.signedString(difference, decimals: decimals) + " points "
            + format.interval(lower: interval.lower, upper: interval.upper, decimals: decimals)
    }

    /// `95%`, `97.5%`: a level or an error rate without needless zeros.
    static func level(_ level: Double) -> String {
        for decimals in 0..<4 {
            let factor = [1.0, 10, 100, 1000][decimals] * 100
            if abs((level * factor).rounded() / factor - level) < 1e-9 {
                return format.stringWithUnit(level, decimals: decimals)
            }
        }
        return format.stringWithUnit(level, decimals: 4)
    }

    /// A p value: three decimals, `< 0.001` below that.
    static func pValue(_ value: Double) -> String {
        value < 0.001 ? "< 0.001" : ValueFormat.score.string(value, decimals: 3)
    }

    /// `p < 0.001`, `p = 0.042` for running text.
    static func pClause(_ value: Double) -> String {
        (value < 0.001 ? "p " : "p = ").replacing(" ", with: "\u{A0}") + pValue(value).replacing(" ", with: "\u{A0}")
    }

    /// A number of parameters: `7B`, `0.5B`, `350M`.
    static func parameters(_ value: Double) -> String {
        let (scaled, letter) = value >= 5e8 ? (value / 1e9, "B") : (value / 1e6, "M")
        let decimals = abs(scaled - scaled.rounded()) < 0.05 ? 0 : 1
        return ValueFormat.score.string(scaled, decimals: decimals) + letter
    }

    /// A count for running text, which does not break between its thousands.
    static func count(_ count: Int) -> String { ValueFormat.count(count).replacing("\u{2009}", with: "\u{202F}") }

    /// A number that is no score, with at most two decimals and no needless zeros.
    static func plain(_ value: Double) -> String {
        var text = ValueFormat.score.string(value, decimals: 2)
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// A plural by count: `1 item`, `2 items`.
    static func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        Self.count(count) + " " + (count == 1 ? singular : plural ?? singular + "s")
    }

    /// Text padded after the last digit so that decimal points of a column stand below each other.
    static func padded(_ text: String, decimals: Int, to most: Int) -> String {
        guard decimals < most else { return text }
        // U+2008 is as wide as a point, U+2007 as a digit.
        let point = decimals == 0 ? "\u{2008}" : ""
        return text + point + String(repeating: "\u{2007}", count: most - decimals)
    }
}
