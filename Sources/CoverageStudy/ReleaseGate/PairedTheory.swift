import Foundation
import Statistics

/// What is known without simulation of the verdict "regressed".
enum PairedTheory {
    /// The probability that the exact two-sided McNemar test rejects at α and the candidate is worse: the part of
    /// `McNemarPower` on one side. Source: Miettinen 1968, exact version.
    static func mcNemar(_ release: SimulatedRelease, size: Int, alpha: Double) -> Double {
        let window = Binomial.window(trials: size, probability: SimulatedRelease.discordant)
        let share = release.onlyCandidate / SimulatedRelease.discordant
        var power = 0.0
        var critical = -1
        for (offset, mass) in window.masses.enumerated() {
            let trials = window.first + offset
            // The largest count that is rejected never falls as the number of discordant items grows.
            while 2 * (critical + 1) < trials,
                2 * Binomial.cdf(critical + 1, trials: trials, probability: 0.5) <= alpha
            {
                critical += 1
            }
            if critical >= 0 { power += mass * Binomial.cdf(critical, trials: trials, probability: share) }
        }
        return power
    }

    /// The same by the normal distribution with the clustered standard error: Φ((|d| − z SE₀)/SE₁), where SE₀ is that of
    /// sums about 0, as sign flips have it, and SE₁ that about d. Source: Connor 1987, for clusters.
    static func signFlip(_ release: SimulatedRelease, size: Int, alpha: Double) -> Double {
        let change = abs(release.change)
        let atTruth = standardError(release, size: size)
        let clusters = Double(size) / Double(release.clusterSize)
        let aboutZero = (atTruth * atTruth + change * change / clusters).squareRoot()
        return Normal.cdf((change + Normal.quantile(alpha / 2) * aboutZero) / atTruth)
    }

    /// The same for a test with the standard error about the estimate, as intervals have it.
    static func normal(_ release: SimulatedRelease, size: Int, alpha: Double) -> Double {
        Normal.cdf(abs(release.change) / standardError(release, size: size) + Normal.quantile(alpha / 2))
    }

    /// sqrt((ψ − d²) (1 + (m − 1) ρ) / n).
    static func standardError(_ release: SimulatedRelease, size: Int) -> Double {
        let variance = SimulatedRelease.discordant - release.change * release.change
        return (variance * (1 + Double(release.clusterSize - 1) * release.correlation) / Double(size)).squareRoot()
    }

    /// The probability that a two-sided z test at α of a growing sample rejects at any of several evenly spaced looks
    /// though nothing changed: the density of the sum within the bounds ±z √k is carried from look to look. Source:
    /// Armitage, McPherson and Rowe 1969, Repeated significance tests on accumulating data.
    static func repeatedLooks(_ looks: Int, alpha: Double) -> Double {
        let z = -Normal.quantile(alpha / 2)
        /// An even number of strips for Simpson's rule.
        let strips = 400
        func grid(_ look: Int) -> (points: [Double], weights: [Double]) {
            let bound = z * Double(look).squareRoot()
            let step = 2 * bound / Double(strips)
            return (
                (0...strips).map { -bound + Double($0) * step },
                (0...strips).map { ($0 == 0 || $0 == strips ? 1 : $0 % 2 == 1 ? 4 : 2) * step / 3 }
            )
        }
        func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }
        var (points, weights) = grid(1)
        var masses = zip(points, weights).map { density($0) * $1 }
        for look in 1..<max(1, looks) {
            let next = grid(look + 1)
            masses = zip(next.points, next.weights).map { x, weight in
                var sum = 0.0
                for (point, mass) in zip(points, masses) where abs(x - point) < 9 { sum += mass * density(x - point) }
                return sum * weight
            }
            points = next.points
        }
        return 1 - masses.reduce(0, +)
    }
}
