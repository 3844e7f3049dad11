import MathBridge

/// The binomial distribution of the number of successes in `trials` independent trials.
public enum Binomial {
    /// P(K = k).
    public static func mass(_ k: Int, trials: Int, probability: Double) -> Double {
        acuity_binomial_mass(Double(trials), probability, Double(k))
    }

    /// P(K ≤ k), with relative accuracy in the lower tail.
    public static func cdf(_ k: Int, trials: Int, probability: Double) -> Double {
        acuity_binomial_cdf(Double(trials), probability, Double(k))
    }

    /// P(K > k), with relative accuracy in the upper tail.
    public static func survival(_ k: Int, trials: Int, probability: Double) -> Double {
        acuity_binomial_survival(Double(trials), probability, Double(k))
    }

    /// The masses where they exceed `cutoff` times the largest, normalised to sum 1.
    ///
    /// Masses follow from the mode outwards by their ratios, so no logarithm of a factorial loses digits at large
    /// counts; normalising replaces the unknown mass of the mode.
    ///
    /// - Returns: The masses, and the count that the first one belongs to.
    public static func window(trials: Int, probability: Double, cutoff: Double = 1e-22) -> MassWindow {
        guard probability > 0, trials > 0 else { return MassWindow(first: 0, masses: [1]) }
        guard probability < 1 else { return MassWindow(first: trials, masses: [1]) }
        let mode = min(trials, Int((Double(trials + 1) * probability).rounded(.down)))
        let odds = probability / (1 - probability)
        var below: [Double] = []
        var mass = 1.0
        var k = mode
        while k > 0 {
            mass *= Double(k) / (Double(trials - k + 1) * odds)
            guard mass > cutoff else { break }
            below.append(mass)
            k -= 1
        }
        var masses = Array(below.reversed())
        masses.append(1)
        mass = 1
        k = mode
        while k < trials {
            mass *= Double(trials - k) * odds / Double(k + 1)
            guard mass > cutoff else { break }
            masses.append(mass)
            k += 1
        }
        return MassWindow(first: mode - below.count, masses: masses).normalised()
    }
}
