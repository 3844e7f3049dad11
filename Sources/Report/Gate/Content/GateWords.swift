import Charts
import Findings

/// How the release gate writes numbers and places in plain text: as the pages do, with plain spaces.
enum GateWords {
    /// A name in a sentence, which must not fill it.
    static func name(_ text: String) -> String { DisplayWidth.cut(text, to: 40) }

    /// The name of a method: a few words, which may be broken over lines.
    static func method(_ text: String) -> String { DisplayWidth.cut(text, to: 120) }

    /// `SLAKE, reasoning`, `SLAKE, modality = CT`, or `overall`.
    static func place(_ benchmark: String?, capability: String?, facet: FacetValue?) -> String {
        let parts = [benchmark.map(name), capability.map(name), facet.map(self.facet)].compactMap(\.self)
        return parts.isEmpty ? "overall" : parts.joined(separator: ", ")
    }

    /// `modality = CT`.
    static func facet(_ facet: FacetValue) -> String { "\(name(facet.name)) = \(name(facet.value))" }

    /// `p = 0.003`, `p < 0.001`.
    static func pClause(_ value: Double) -> String { value < 0.001 ? "p < 0.001" : "p = \(Digits.pValue(value))" }

    /// `0.003`, `<0.001` in a column.
    static func pValue(_ value: Double) -> String { value < 0.001 ? "<0.001" : Digits.pValue(value) }

    /// A change with its interval: `−3.2 points [−5.0, −1.4]`, or in a measure's own unit.
    static func change(_ value: Double, _ interval: IntervalFinding, measure: Measure? = nil) -> String {
        let unit = measure.map(self.unit) ?? "points"
        let text = difference(value, interval, measure) + (unit.isEmpty ? "" : " \(unit)")
        return text + " " + ends(interval, measure)
    }

    /// A level of a score or a measure: `64.1%`, `3.25`.
    static func level(_ value: Double, _ interval: IntervalFinding, measure: Measure? = nil) -> String {
        format(measure).stringWithUnit(value * factor(measure), decimals: decimals(interval, measure))
    }

    /// A level without its unit, for a column.
    static func number(_ value: Double, _ interval: IntervalFinding, _ measure: Measure? = nil) -> String {
        format(measure).string(value * factor(measure), decimals: decimals(interval, measure))
    }

    /// A change with its sign and without its unit, for a column.
    static func difference(_ value: Double, _ interval: IntervalFinding, _ measure: Measure? = nil) -> String {
        format(measure).signedString(value * factor(measure), decimals: decimals(interval, measure))
    }

    /// The ends of a change's interval: `[−5.0, −1.4]`.
    static func ends(_ interval: IntervalFinding, _ measure: Measure? = nil) -> String {
        let factor = factor(measure)
        return format(measure).interval(
            lower: interval.lower * factor, upper: interval.upper * factor, decimals: decimals(interval, measure))
    }

    private static func format(_ measure: Measure?) -> ValueFormat {
        measure.map { $0.isShare ? .percent : .score } ?? .percent
    }

    private static func decimals(_ interval: IntervalFinding, _ measure: Measure?) -> Int {
        format(measure).decimals(halfWidth: (interval.upper - interval.lower) / 2 * factor(measure))
    }

    /// A single answer costs so little that its price has more zeros than digits.
    private static func factor(_ measure: Measure?) -> Double { measure == .cost ? 1000 : 1 }

    /// What a measure is counted in.
    static func unit(_ measure: Measure) -> String {
        switch measure {
        case .unparsed, .refused, .error: "points"
        case .length: "characters"
        case .latency: "s"
        case .outputTokens: "tokens"
        case .cost: "for 1000 answers"
        }
    }

    /// What a measure is called.
    static func name(_ measure: Measure) -> String {
        switch measure {
        case .unparsed: "unparsed answers"
        case .refused: "refused answers"
        case .error: "failed calls"
        case .length: "length of answers"
        case .latency: "latency"
        case .outputTokens: "output tokens"
        case .cost: "cost"
        }
    }

    /// A count with its noun and a plain space: `1 item`, `12 000 items`.
    static func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        Digits.counted(count, singular, plural).replacing("\u{202F}", with: " ")
    }

    /// The interval that holds for the policy: the always-valid one where one was asked for.
    static func interval(_ comparison: ComparisonFinding) -> IntervalFinding {
        comparison.sequence ?? comparison.interval
    }
}
