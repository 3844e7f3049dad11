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
        var critical = -1
        for (offset, mass) in window.masses.enumerated() {
            let trials = window.first + offset
            // The largest count c with 2 P(X ≤ c) ≤ α; it never falls as the number of trials grows by one.
            critical = criticalCount(trials: trials, alpha: alpha, from: offset == 0 ? nil : critical)
            guard critical >= 0 else { continue }
            let low = Binomial.cdf(critical, trials: trials, probability: share)
            let high = Binomial.survival(trials - critical - 1, trials: trials, probability: share)
            power += mass * min(1, low + high)
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

    private static func criticalCount(trials: Int, alpha: Double, from previous: Int?) -> Int {
        func rejects(_ count: Int) -> Bool {
            2 * count < trials && 2 * Binomial.cdf(count, trials: trials, probability: 0.5) <= alpha
        }
        var count: Int
        if let previous {
            count = previous
        } else {
            // Start a little below the normal approximation and walk up.
            let z = Normal.quantile(alpha / 2)
            count = max(-1, Int(Double(trials) / 2 + z * Double(trials).squareRoot() / 2) - 2)
            while count >= 0 && !rejects(count) { count -= 1 }
        }
        while rejects(count + 1) { count += 1 }
        while count >= 0 && !rejects(count) { count -= 1 }
        return count
    }
}
