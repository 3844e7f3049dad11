/// How far a sum of independent bounded numbers may stray from its mean.
enum Concentration {
    /// −log of the probability that may be lost on each side, about 1e-17.
    private static let exponent = 39.0

    /// t with P(|sum − mean| > t) below 1e-17 on each side, by Bernstein's inequality:
    /// exp(−t² / (2 (variance + M t / 3))) with M the largest distance of one summand from its mean.
    static func halfWidth(variance: Double, largestStep: Double) -> Double {
        let linear = exponent * largestStep / 3
        return linear + (linear * linear + 2 * exponent * variance).squareRoot()
    }
}
