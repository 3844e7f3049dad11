import Foundation

/// How the ticks of an axis become text.
public enum AxisFormat: Sendable, Hashable {
    /// Scores as percent or as scores.
    case value(ValueFormat)
    /// Differences of scores, with their sign.
    case difference(ValueFormat)
    /// Whole numbers with thousands set apart, `10k` and `2M` where space is short.
    case count
    /// Numbers of parameters: `7B`, `0.5B`, `350M`.
    case parameters
    /// Plain numbers.
    case plain
    /// Days since 1 January 1970.
    case date

    /// The texts of some ticks, all with as many decimals.
    func labels(_ ticks: Ticks) -> [String] {
        let values = ticks.values
        switch self {
        case .value(let format):
            let decimals = ticks.decimals(factor: format.unit == .percent ? 100 : 1)
            return values.map { format.string($0, decimals: decimals) }
        case .difference(let format):
            let decimals = ticks.decimals(factor: format.unit == .percent ? 100 : 1)
            return values.map { format.signedString($0, decimals: decimals) }
        case .plain:
            let decimals = ticks.decimals(factor: 1)
            return values.map { ValueFormat.score.string($0, decimals: decimals) }
        case .count: return values.map(Self.count)
        case .parameters: return values.map(Self.parameters)
        case .date: return DateTicks.labels(values)
        }
    }

    /// The unit that follows the axis's name, or nil.
    var unit: String? {
        switch self {
        case .value(let format): format.unit == .percent ? "%" : nil
        case .difference(let format): format.unit == .percent ? "percentage points" : nil
        case .count, .parameters, .plain, .date: nil
        }
    }

    /// `350`, `10k`, `2.5M`.
    static func count(_ value: Double) -> String {
        let size = abs(value)
        if size >= 1e9 { return trimmed(value / 1e9) + "B" }
        if size >= 1e6 { return trimmed(value / 1e6) + "M" }
        if size >= 1e4 { return trimmed(value / 1e3) + "k" }
        return value == value.rounded() && abs(value) < 1e15 ? ValueFormat.count(Int(value)) : trimmed(value)
    }

    /// `7B`, `0.5B`, `350M`.
    static func parameters(_ value: Double) -> String {
        value >= 5e8 ? trimmed(value / 1e9) + "B" : value >= 1e5 ? trimmed(value / 1e6) + "M" : count(value)
    }

    /// At most two decimals (below 0.1 as many as two figures need) and no needless zeros.
    private static func trimmed(_ value: Double) -> String {
        let isSmall = value != 0 && abs(value) < 0.1
        let decimals = isSmall ? min(12, 1 - Int(log10(abs(value)).rounded(.down))) : 2
        var text = ValueFormat.score.string(value, decimals: decimals)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
