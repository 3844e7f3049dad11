import Foundation

/// How numbers become text: as percent or as a score in [0, 1], never by locale.
///
/// The minus sign is U+2212. An estimate shows as many decimals as two significant figures of its interval's half
/// width justify. Values are handed in as scores in [0, 1] (or differences of them) whatever the unit.
public struct ValueFormat: Sendable, Hashable {
    /// The unit of the text.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// 0.663 reads `66.3`.
        case percent
        /// 0.663 reads `0.663`.
        case score
    }

    /// The unit of the text; values are scores whatever it is.
    public var unit: Unit

    /// The format of a unit.
    public init(_ unit: Unit) {
        self.unit = unit
    }

    /// 0.663 reads `66.3`.
    public static let percent = ValueFormat(.percent)
    /// 0.663 reads `0.663`.
    public static let score = ValueFormat(.score)

    /// What shows for a value that is not finite: an en dash.
    public static let noValue = "–"

    private var factor: Double { unit == .percent ? 100 : 1 }

    /// Decimals that show two significant figures of an interval's half width.
    ///
    /// With h the half width in the unit of the text, rounded to two significant figures, this is
    /// max(0, 1 − ⌊log₁₀ h⌋), at most 6; for no or an empty interval 1 (percent) or 3 (score).
    public func decimals(halfWidth: Double?) -> Int {
        guard let halfWidth, halfWidth.isFinite, halfWidth > 0 else { return unit == .percent ? 1 : 3 }
        let width = halfWidth * factor
        var exponent = Int(log10(width).rounded(.down))
        // Rounding to two figures may carry: 9.96 becomes 10.
        if (width / pow(10, Double(exponent)) * 10).rounded() >= 100 { exponent += 1 }
        return min(6, max(0, 1 - exponent))
    }

    /// Decimals that a column of estimates shares, so that it aligns at the decimal point: the lower median of what
    /// each row would show by itself.
    public func decimals(halfWidths: [Double]) -> Int {
        let each = halfWidths.map { decimals(halfWidth: $0) }.sorted()
        return each.isEmpty ? decimals(halfWidth: nil) : each[(each.count - 1) / 2]
    }

    /// The value with so many decimals, without the unit's sign.
    public func string(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return Self.noValue }
        let digits =
            FixedPoint.string(abs(value * factor), decimals: max(0, decimals))
            ?? String(format: "%.\(max(0, decimals))f", abs(value * factor))
        let isZero = !digits.contains { ("1"..."9").contains($0) }
        return value < 0 && !isZero ? "\u{2212}" + digits : digits
    }

    /// The value with so many decimals and its sign: `+4.1`, `−4.1`, `0.0`.
    public func signedString(_ value: Double, decimals: Int) -> String {
        let plain = string(value, decimals: decimals)
        let isZero = !plain.contains { ("1"..."9").contains($0) }
        return value > 0 && value.isFinite && !isZero ? "+" + plain : plain
    }

    /// The estimate alone, with the decimals that its interval justifies.
    public func estimate(_ value: Double, lower: Double? = nil, upper: Double? = nil) -> String {
        string(value, decimals: decimals(halfWidth: Self.halfWidth(lower, upper)))
    }

    /// The interval alone: `[64.1, 68.5]`.
    public func interval(lower: Double, upper: Double, decimals: Int? = nil) -> String {
        let digits = decimals ?? self.decimals(halfWidth: Self.halfWidth(lower, upper))
        return "[\(string(lower, decimals: digits)), \(string(upper, decimals: digits))]"
    }

    /// Estimate and interval: `66.3 [64.1, 68.5]`.
    public func estimateWithInterval(_ value: Double, lower: Double, upper: Double, decimals: Int? = nil) -> String {
        let digits = decimals ?? self.decimals(halfWidth: Self.halfWidth(lower, upper))
        return string(value, decimals: digits) + " " + interval(lower: lower, upper: upper, decimals: digits)
    }

    /// Difference and interval, the difference with its sign: `+4.1 [−0.3, 8.5]`.
    public func differenceWithInterval(_ value: Double, lower: Double, upper: Double, decimals: Int? = nil) -> String {
        let digits = decimals ?? self.decimals(halfWidth: Self.halfWidth(lower, upper))
        return signedString(value, decimals: digits) + " " + interval(lower: lower, upper: upper, decimals: digits)
    }

    /// A value with the sign of the unit, for running text and axes: `66.3%`, `0.663`.
    public func stringWithUnit(_ value: Double, decimals: Int) -> String {
        let plain = string(value, decimals: decimals)
        return unit == .percent && value.isFinite ? plain + "%" : plain
    }

    /// A demanded value with the unit's sign and as many decimals as it has, at most 4: `60%`, `62.5%`, `0.9`.
    public func exact(_ value: Double) -> String {
        stringWithUnit(value, decimals: min(4, Ticks(values: [value], step: 0).decimals(factor: factor)))
    }

    /// A count with thousands set apart by a thin space (U+2009).
    public static func count(_ value: Int) -> String {
        var digits = Array(String(value.magnitude))
        var position = digits.count - 3
        while position > 0 {
            digits.insert("\u{2009}", at: position)
            position -= 3
        }
        return (value < 0 ? "\u{2212}" : "") + String(digits)
    }

    static func halfWidth(_ lower: Double?, _ upper: Double?) -> Double? {
        guard let lower, let upper else { return nil }
        return (upper - lower) / 2
    }
}
