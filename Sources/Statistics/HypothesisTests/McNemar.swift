/// McNemar's test of two models on the same items (McNemar 1947); b items only the first gets right, c only the second.
public enum McNemar {
    /// The exact two-sided p value, min(1, 2 P(X ≤ min(b, c))) with X ~ Bin(b + c, ½); 1 if b + c = 0.
    public static func exact(onlyFirst b: Int, onlySecond c: Int) -> Double {
        guard b + c > 0, b != c else { return 1 }
        return min(1, 2 * Binomial.cdf(min(b, c), trials: b + c, probability: 0.5))
    }

    /// The mid-p value: exact − P(X = min(b, c)); for b = c, 1 − ½ P(X = b).
    public static func midP(onlyFirst b: Int, onlySecond c: Int) -> Double {
        guard b + c > 0 else { return 1 }
        let mass = Binomial.mass(min(b, c), trials: b + c, probability: 0.5)
        if b == c { return 1 - mass / 2 }
        return 2 * Binomial.cdf(min(b, c), trials: b + c, probability: 0.5) - mass
    }
}
