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
    ///   - alpha: α, the two-sided error rate, in (0, 1).
    public static func mcNemar(size: Int, onlyFirst: Double, onlySecond: Double, alpha: Double) -> Double {
        var power = McNemarPower(onlyFirst: onlyFirst, onlySecond: onlySecond, alpha: alpha)
        return power.power(size: size)
    }

    /// The smallest difference of paired means that a two-sided z test at α finds with the given power:
    /// (z_{1−α/2} + z_power) sqrt(s²_d / n).
    ///
    /// - Parameters:
    ///   - size: n, the number of items; positive.
    ///   - variance: s²_d, the variance of the items' differences.
    ///   - alpha: α, the two-sided error rate, in (0, 1).
    ///   - power: the probability with which the difference is found, in (0, 1).
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
}
