import Foundation

/// How many items a comparison needs.
public enum Power {
    /// The power of the exact McNemar test at alpha: Σ_m Bin(m; n, ψ) P(reject | m), with ψ = p10 + p01 and, given m, the
    /// count that only the first gets right ~ Bin(m, p10/ψ).
    public static func mcNemar(size n: Int, onlyFirst p10: Double, onlySecond p01: Double, alpha: Double) -> Double {
        let discordant = p10 + p01
        guard discordant > 0 else { return 0 }
        let window = Binomial.window(trials: n, probability: discordant, cutoff: 1e-18)
        var power = 0.0
        for (index, mass) in window.masses.enumerated() {
            let m = window.first + index
            guard m > 0 else { continue }
            // Rejected are the counts up to the largest c with 2 P(X ≤ c) ≤ alpha, and their mirror.
            var critical = -1
            var tail = 0.0
            while critical + 1 < (m + 1) / 2 {
                tail += Binomial.mass(critical + 1, trials: m, probability: 0.5)
                guard min(1, 2 * tail) <= alpha else { break }
                critical += 1
            }
            guard critical >= 0 else { continue }
            let share = p10 / discordant
            power += mass
                * (Binomial.cdf(critical, trials: m, probability: share)
                    + Binomial.survival(m - critical - 1, trials: m, probability: share))
        }
        return power
    }

    /// The smallest difference of paired means that a study would see: (z_{1−α/2} + z_power) sqrt(s²_d / n).
    public static func minimalDetectableDifference(size n: Int, variance: Double, alpha: Double, power: Double) -> Double {
        (Normal.quantile(1 - alpha / 2) + Normal.quantile(power)) * (variance / Double(n)).squareRoot()
    }

    /// The smallest number of items at which the one-sided Wilson bound at 1 − alpha clears the threshold, if the accuracy
    /// stays what it is; nil if the accuracy equals the threshold.
    ///
    /// The bound at n clears t exactly if n (p − t)² ≥ z² t (1 − t), since Wilson inverts the score test.
    public static func itemsToSettle(accuracy p: Double, threshold t: Double, alpha: Double) -> Int? {
        guard p != t, t > 0, t < 1 else { return nil }
        let z = Normal.quantile(1 - alpha)
        let needed = z * z * t * (1 - t) / ((p - t) * (p - t))
        return needed < 1e12 ? Int(needed.rounded(.up)) : nil
    }
}
