import Foundation

/// P(K ≤ k) and P(K = k) of a binomial distribution, carried along while trials and k grow by one.
///
/// A step costs a few multiplications in place of an incomplete beta function. Rounding adds up: after some hundred steps
/// the absolute error is below 1e-13.
struct BinomialWalk {
    private let probability: Double
    private var trials: Int
    private var count: Int
    private var mass = 0.0
    /// P(K ≤ k).
    private(set) var cdf = 0.0

    /// - Parameter count: k; −1 for none.
    init(trials: Int, count: Int, probability: Double) {
        self.probability = probability
        self.trials = trials
        self.count = count
        compute()
    }

    private mutating func compute() {
        if isFarOut {
            (mass, cdf) = (0, Double(count) < Double(trials) * probability ? 0 : 1)
            return
        }
        mass = count < 0 ? 0 : Binomial.mass(count, trials: trials, probability: probability)
        cdf = count < 0 ? 0 : Binomial.cdf(count, trials: trials, probability: probability)
    }

    /// Whether k is so far from the mean that its mass, and the probability beyond it, are 0 in double precision: below
    /// e^-800, where the smallest number is e^-745. A logarithm tells it for a small part of an incomplete beta function's
    /// price, which a walk out there would pay at every step.
    private var isFarOut: Bool {
        guard count >= 0, count <= trials, probability > 0, probability < 1 else { return false }
        let (n, k) = (Double(trials), Double(count))
        let ways = Foundation.lgamma(n + 1) - Foundation.lgamma(k + 1) - Foundation.lgamma(n - k + 1)
        return ways + k * Foundation.log(probability) + (n - k) * log1p(-probability) < -800
    }

    /// Whether a step of ratios will do: not from an empty count or where the outcome is certain.
    private var canStep: Bool { mass > 0 && probability > 0 && probability < 1 }

    /// One trial more, with the same k.
    mutating func addTrial() {
        trials += 1
        guard count >= 0 else { return }
        guard canStep else { return compute() }
        cdf -= probability * mass
        mass *= Double(trials) / Double(trials - count) * (1 - probability)
    }

    /// One k more.
    mutating func raise() {
        count += 1
        guard canStep else { return compute() }
        mass *= Double(trials - count + 1) / Double(count) * probability / (1 - probability)
        cdf += mass
    }
}
