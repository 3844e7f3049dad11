import Foundation

/// A number as it is printed, with its unit if it has one.
struct Quantity: Hashable {
    /// The number in its canonical form: no grouping, no needless zeros, a decimal point; `2/3` for a fraction.
    var number: String
    /// The number's value.
    var value: Double
    /// How many decimals were printed; nil for a fraction, which is exact.
    var decimals: Int?
    /// The unit in its canonical form, `%` for percent; empty if none was given.
    var unit: String

    /// The answer as it is stored: `12`, `0.5 mg`, `50%`.
    var description: String { unit.isEmpty ? number : unit == "%" ? number + "%" : number + " " + unit }

    /// Whether a predicted quantity is a target's.
    ///
    /// With prediction x and target t, it is if |x - t| <= tolerance * |t|, or if x has more decimals than t and rounds
    /// to t: |x - t| <= 0.5 * 10^-d, where d > 0 is the number of decimals that t is printed with. Units are compared,
    /// not converted, and may be left out; a percentage also equals its fraction (50% = 0.5).
    func matches(_ target: Quantity, tolerance: Double) -> Bool {
        if unit == target.unit || unit.isEmpty || target.unit.isEmpty {
            if isNear(target, scale: 1, tolerance) { return true }
        }
        // Exactly one of them a percentage: 50% is 0.5.
        guard (unit == "%") != (target.unit == "%"), unit.isEmpty || target.unit.isEmpty else { return false }
        return isNear(target, scale: unit == "%" ? 0.01 : 100, tolerance)
    }

    private func isNear(_ target: Quantity, scale: Double, _ tolerance: Double) -> Bool {
        let difference = abs(value * scale - target.value)
        if difference <= max(tolerance, 1e-12) * abs(target.value) { return true }
        guard scale == 1, let printed = target.decimals, printed > 0, (decimals ?? .max) > printed else { return false }
        return difference <= 0.5 * pow(10, Double(-printed)) * (1 + 1e-9)
    }
}
