/// The exact test of a proportion against a threshold.
public enum BinomialTest {
    /// P(K ≥ k) at p0: small if the proportion is above the threshold.
    public static func pGreater(correct: Int, size: Int, threshold: Double) -> Double {
        Binomial.survival(correct - 1, trials: size, probability: threshold)
    }

    /// P(K ≤ k) at p0: small if the proportion is below the threshold.
    public static func pLess(correct: Int, size: Int, threshold: Double) -> Double {
        Binomial.cdf(correct, trials: size, probability: threshold)
    }
}
