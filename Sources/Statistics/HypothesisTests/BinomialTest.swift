/// The exact one-sided binomial tests of k of n right against a threshold p0.
public enum BinomialTest {
    /// P(X ≥ k): small where the accuracy is above the threshold.
    public static func greater(correct k: Int, size n: Int, threshold: Double) -> Double {
        k == 0 ? 1 : Binomial.survival(k - 1, trials: n, probability: threshold)
    }

    /// P(X ≤ k): small where the accuracy is below the threshold.
    public static func less(correct k: Int, size n: Int, threshold: Double) -> Double {
        Binomial.cdf(k, trials: n, probability: threshold)
    }
}
