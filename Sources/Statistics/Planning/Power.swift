/// How many items a comparison needs.
public enum Power {
    /// The probability that the exact two-sided McNemar test rejects at α.
    ///
    /// Σ_m Bin(m; n, ψ) P(reject | m) with ψ = p10 + p01; given m discordant items, those that only the first gets right
    /// are Bin(m, p10/ψ). Source: Miettinen 1968, exact version.
    ///
    /// - Parameters:
    ///   - size: n, the number of items.
    ///   - onlyFirst: p10, the probability that only the first is right.
    ///   - onlySecond: p01, the probability that only the second is right.
    public static func mcNemar(size: Int, onlyFirst: Double, onlySecond: Double, alpha: Double) -> Double {
        let discordant = onlyFirst + onlySecond
        guard discordant > 0, size > 0 else { return 0 }
        let share = onlyFirst / discordant
        let window = Binomial.window(trials: size, probability: min(1, discordant))
        var power = 0.0
        // The largest count c with 2 P(X ≤ c) ≤ α; it never falls as the number of trials grows by one.
        var critical = criticalCount(trials: window.first, alpha: alpha)
        func walk(_ probability: Double) -> BinomialWalk {
            BinomialWalk(trials: window.first, count: critical, probability: probability)
        }
        // Of the first's wins, of the second's, and of either under the null.
        var (first, second, null) = (walk(share), walk(1 - share), walk(0.5))
        for (offset, mass) in window.masses.enumerated() {
            let trials = window.first + offset
            if offset > 0 {
                first.addTrial()
                second.addTrial()
                null.addTrial()
                while 2 * (critical + 1) < trials {
                    var next = null
                    next.raise()
                    guard rejects(next.cdf, alpha: alpha) else { break }
                    null = next
                    first.raise()
                    second.raise()
                    critical += 1
                }
            }
            if critical >= 0 { power += mass * min(1, first.cdf + second.cdf) }
        }
        return power
    }

    /// The smallest difference of paired means that a two-sided z test at α finds with the given power:
    /// (z_{1−α/2} + z_power) sqrt(s²_d / n).
    ///
    /// - Parameter variance: s²_d, the variance of the items' differences.
    public static func minimalDetectableDifference(
        size: Int, variance: Double, alpha: Double, power: Double
    ) -> Double {
        (-Normal.quantile(alpha / 2) + Normal.quantile(power)) * (variance / Double(size)).squareRoot()
    }

    /// The size at which a z test of a paired difference has the given power:
    /// (z_{1−α/2} sqrt(ψ) + z_power sqrt(ψ − d²))² / d² (Connor 1987).
    static func normalSize(discordant: Double, difference: Double, alpha: Double, power: Double) -> Double {
        let root =
            -Normal.quantile(alpha / 2) * discordant.squareRoot()
            + Normal.quantile(power) * max(0, discordant - difference * difference).squareRoot()
        return root * root / (difference * difference)
    }

    /// Whether the two-sided test rejects at a tail; a tail that only rounding lifts above α/2 is α/2.
    private static func rejects(_ tail: Double, alpha: Double) -> Bool { 2 * tail <= alpha * (1 + 1e-12) }

    private static func criticalCount(trials: Int, alpha: Double) -> Int {
        func rejects(_ count: Int) -> Bool {
            2 * count < trials
                && Self.rejects(Binomial.cdf(count, trials: trials, probability: 0.5), alpha: alpha)
        }
        // Start a little below the normal approximation and walk up.
        let z = Normal.quantile(alpha / 2)
        var count = max(-1, Int(Double(trials) / 2 + z * Double(trials).squareRoot() / 2) - 2)
        while count >= 0 && !rejects(count) { count -= 1 }
        while rejects(count + 1) { count += 1 }
        return count
    }
}
