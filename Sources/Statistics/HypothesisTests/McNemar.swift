/// The exact test that two models are equally often right on the same items. Source: McNemar 1947; mid-p: Fagerland,
/// Lydersen and Laake 2013.
public enum McNemar {
    /// The two-sided p values.
    public struct Result: Sendable, Equatable {
        /// min(1, 2 P(X ≤ min(b, c))), X ~ Bin(b + c, ½); 1 for b = c.
        public let exact: Double
        /// exact − P(X = min(b, c)) for b ≠ c, 1 − ½ P(X = b) for b = c; 1 without discordant items.
        public let midP: Double
    }

    /// - Parameters:
    ///   - onlyFirst: b, items that only the first gets right.
    ///   - onlySecond: c, items that only the second gets right.
    public static func test(onlyFirst: Int, onlySecond: Int) -> Result {
        let trials = onlyFirst + onlySecond
        guard trials > 0 else { return Result(exact: 1, midP: 1) }
        let least = min(onlyFirst, onlySecond)
        let mass = Binomial.mass(least, trials: trials, probability: 0.5)
        guard onlyFirst != onlySecond else { return Result(exact: 1, midP: 1 - mass / 2) }
        let tail = 2 * Binomial.cdf(least, trials: trials, probability: 0.5)
        return Result(exact: min(1, tail), midP: tail - mass)
    }
}
