/// Numbers in fixed point, without a locale.
enum FixedPoint {
    private static let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6]

    /// A number with so many decimals, as C's `%.*f` writes it in the locale C: the exact value of the number is
    /// rounded, halves to even.
    ///
    /// - Parameters:
    ///   - value: At least 0 and finite.
    ///   - decimals: From 0 to 6.
    /// - Returns: Nil where the digits do not fit into an exact number.
    static func string(_ value: Double, decimals: Int) -> String? {
        guard value >= 0, powers.indices.contains(decimals) else { return nil }
        let product = value * powers[decimals]
        guard product < 9e15 else { return nil }
        // What the product lost to rounding, exact, decides where the product itself looks like a half.
        let lost = (-product).addingProduct(value, powers[decimals])
        let whole = product.rounded(.down)
        let isUp =
            product - whole != 0.5
            ? product - whole > 0.5 : lost != 0 ? lost > 0 : !whole.truncatingRemainder(dividingBy: 2).isZero
        let digits = String(Int(whole) + (isUp ? 1 : 0))
        guard decimals > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
