import Charts
import Findings

/// The common scale of the interval bars in a column of a table.
struct BarScale {
    /// The width of a bar's drawing, in its own units; the style sheet sets the size on the page.
    static let width = 140.0
    private let lower: Double
    private let upper: Double
    private let isSigned: Bool
    private let reference: Double?

    /// Accuracies: the range of the intervals widened to tens of percent.
    init(_ intervals: [IntervalFinding], reference: Double? = nil) {
        let ends = intervals.flatMap { [$0.lower, $0.upper] } + (reference.map { [$0] } ?? [])
        let least = max(0, ((ends.min() ?? 0) * 10 + 1e-9).rounded(.down) / 10)
        let most = min(1, ((ends.max() ?? 1) * 10 - 1e-9).rounded(.up) / 10)
        lower = least
        upper = max(most, least + 0.1)
        isSigned = false
        self.reference = reference
    }

    /// Differences and gaps: symmetric around zero, widened to fives of percent.
    init(differences intervals: [IntervalFinding]) {
        let most = intervals.map { max(abs($0.lower), abs($0.upper)) }.max() ?? 0.05
        let end = max(0.05, min(1, ((most * 20) - 1e-9).rounded(.up) / 20))
        lower = -end
        upper = end
        isSigned = true
        reference = 0
    }

    /// The ends of the scale, for the heading of the column.
    var heading: TemplateValue {
        let format = Digits.format
        return [
            "lower": .text(format.string(lower, decimals: 0)),
            "upper": .text(isSigned ? format.signedString(upper, decimals: 0) : format.string(upper, decimals: 0)),
        ]
    }

    /// The bar of one interval, `tone` naming its colour.
    func bar(_ estimate: Double, _ interval: IntervalFinding, tone: String = "plain") -> TemplateValue {
        let (left, right) = (place(interval.lower), place(interval.upper))
        return [
            "left": .text(Self.text(left)), "length": .text(Self.text(max(1, right - left))),
            "middle": .text(Self.text(min(max(0, place(estimate) - 1.5), Self.width - 3))),
            "reference": TemplateValue(reference.map { Self.text(place($0)) }), "tone": .text(tone),
        ]
    }

    private func place(_ value: Double) -> Double {
        min(1, max(0, (value - lower) / (upper - lower))) * Self.width
    }

    private static func text(_ value: Double) -> String { ValueFormat.score.string(value, decimals: 1) }
}
