import Foundation

/// What paired differences in a fixed order show at every moment: an interval of their mean and a p value of no difference
/// that hold at all times at once, however often one looks and whenever one stops. No approximation by large numbers.
///
/// Against each candidate m two gamblers bet, one that the mean is above m, one that it is below. Their capitals are
///
///     K±_t(m) = Π_{i ≤ t} (1 ± λ±_i(m) (S_i − m m_i)/M),
///
/// with S_i and m_i the sum of differences and the number of items of the i-th cluster (an item of its own: m_i = M = 1).
/// Where m is the mean, both are martingales that start at 1; by Ville's inequality max(K+, K−)/2 ever reaches 1/α with
/// probability α at most. The bets are known before the cluster is seen:
///
///     λ_t = sqrt(2 log(2/0.05) / (v_{t−1} t log(1 + t))),  λ+ = min(λ, c/(1 + m)),  λ− = min(λ, c/(1 − m)),  c = ½,
///
/// with v the running mean of squared residuals ((S_i − μ_{i−1} m_i)/M)², begun at 1, and μ the running mean of the
/// differences, begun at 0. They serve every level; another level changes the capital that is asked for, not the bets.
///
/// Source: Waudby-Smith and Ramdas 2024, Estimating means of bounded random variables by betting: the hedged capital process
/// with predictable plug-in bets, from [0, 1] to [−1, 1].
///
/// Assumptions: the items come in an order that does not depend on their scores, each cluster's S − m m_g has mean 0 given
/// those before it, and M, the largest size of a cluster, is known beforehand.
public struct ConfidenceSequence: Sendable {
    /// The mean of the differences, ΣS_g/Σm_g, in [−1, 1].
    public let mean: Double
    /// S_g/M of each cluster in the order of their first items.
    private let sums: [Double]
    /// m_g/M.
    private let sizes: [Double]
    /// λ before truncation.
    private let bets: [Double]

    /// c: no bet stakes more than this share of the capital.
    private static let stake = 0.5
    /// α of the bets.
    private static let bettingAlpha = 0.05
    /// Halvings of [−1, 1] for an end of an interval: to 2⁻⁵⁰.
    private static let halvings = 51

    /// - Parameters:
    ///   - differences: One difference an item in [−1, 1], at least one, in the order in which the items come.
    ///   - clusters: The cluster of each item, or nil if items are independent; a whole cluster counts when its first item
    ///     comes.
    ///   - largestCluster: M where it is known to be more than the largest cluster of the sample.
    public init(differences: [Double], clusters: [Int]? = nil, largestCluster: Int? = nil) {
        precondition(!differences.isEmpty, "at least one difference")
        precondition(differences.allSatisfy { abs($0) <= 1 }, "differences from −1 to 1")
        let units = ClusterSums(scores: differences, clusters: clusters)
        let largest = units.sizes.reduce(1, max)
        precondition(Double(largestCluster ?? Int(largest)) >= largest, "no cluster larger than the largest")
        let scale = largestCluster.map { Double($0) } ?? largest
        sums = units.sums.map { $0 / scale }
        sizes = units.sizes.map { $0 / scale }
        bets = Self.bets(sums: sums, sizes: sizes)
        mean = units.sums.reduce(0, +) / Double(differences.count)
    }

    private static func bets(sums: [Double], sizes: [Double]) -> [Double] {
        let numerator = 2 * log(2 / bettingAlpha)
        var (sum, size, squares) = (0.0, 1.0, 1.0)
        return sums.indices.map { index in
            let time = Double(index + 1)
            let variance = squares / time
            sum += sums[index]
            size += sizes[index]
            let residual = sums[index] - sum / size * sizes[index]
            squares += residual * residual
            return (numerator / (variance * time * log(1 + time))).squareRoot()
        }
    }

    /// The p value of no difference: 1 over the largest capital that betting against 0 ever had, at most 1. It may be
    /// looked at after every item and only falls.
    public var pValue: Double {
        min(1, 2 * exp(-max(largestCapital(against: 0, sign: 1), largestCapital(against: 0, sign: -1))))
    }

    /// The means that no gambler's capital ever rejected; 0 is outside where `pValue` is below 1 − level.
    ///
    /// Where the differences moved so far on their way that no mean is left, the interval is what both gamblers reject, from
    /// one's end to the other's.
    ///
    /// - Parameter level: 1 − α, in (0, 1).
    public func interval(level: Double) -> Interval {
        let threshold = log(2 / (1 - level))
        let lower = lowerEnd(sign: 1, threshold: threshold)
        let upper = -lowerEnd(sign: -1, threshold: threshold)
        return Interval(lower: min(lower, upper), upper: max(lower, upper), level: level, method: .bettingSequence)
    }

    /// The smallest mean that betting on a larger one did not reject, of the differences times a sign: the capital never
    /// rises as the candidate does.
    private func lowerEnd(sign: Double, threshold: Double) -> Double {
        var (rejected, kept) = (-1.0, 1.0)
        guard largestCapital(against: rejected, sign: sign) >= threshold else { return rejected }
        for _ in 0..<Self.halvings {
            let candidate = (rejected + kept) / 2
            if largestCapital(against: candidate, sign: sign) >= threshold {
                rejected = candidate
            } else {
                kept = candidate
            }
        }
        return rejected
    }

    /// The logarithm of the largest capital over all times, from 1 on, of betting that the mean of the differences times a
    /// sign is above a candidate.
    private func largestCapital(against candidate: Double, sign: Double) -> Double {
        let most = Self.stake / (1 + candidate)
        var (logarithm, largestLogarithm) = (0.0, 0.0)
        var (capital, largest) = (1.0, 1.0)
        sums.withUnsafeBufferPointer { sums in
            sizes.withUnsafeBufferPointer { sizes in
                bets.withUnsafeBufferPointer { bets in
                    for index in 0..<sums.count {
                        capital *= 1 + min(bets[index], most) * (sign * sums[index] - candidate * sizes[index])
                        if capital > largest { largest = capital }
                        // A logarithm at the ends of a wide range only, which saves one an item.
                        if capital < 1e-100 || capital > 1e100 {
                            largestLogarithm = max(largestLogarithm, logarithm + log(largest))
                            logarithm += log(capital)
                            (capital, largest) = (1, 1)
                        }
                    }
                }
            }
        }
        return max(largestLogarithm, logarithm + log(largest))
    }
}
