/// Statistics with one item or cluster left out.
public enum Jackknife {
    /// The ratio Σ numerator / Σ denominator without each cluster in turn; NaN-free: where the denominator would be 0, the
    /// full ratio stands.
    public static func ratio(numerators: [Double], denominators: [Double]) -> [Double] {
        let numerator = numerators.reduce(0, +)
        let denominator = denominators.reduce(0, +)
        let full = denominator > 0 ? numerator / denominator : 0
        return zip(numerators, denominators).map { sum, size in
            let rest = denominator - size
            return rest > 0 ? (numerator - sum) / rest : full
        }
    }
}
