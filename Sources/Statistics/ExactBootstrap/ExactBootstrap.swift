/// Bootstrap distributions computed in full: no replicates, no Monte Carlo error.
///
/// Sources: Efron 1979, 1987; Efron and Tibshirani 1993 (ideal bootstrap); Davison and Hinkley 1997.
public enum ExactBootstrap {
    /// The accuracy of k right of n independent items: K* ~ Binomial(n, k/n), θ* = K*/n.
    public static func accuracy(correct: Int, size: Int) -> BootstrapDistribution {
        precondition(size > 0 && (0...size).contains(correct), "k of n with 0 ≤ k ≤ n and n > 0")
        let p = Double(correct) / Double(size)
        return BootstrapDistribution(
            estimate: p,
            distribution: DiscreteDistribution(
                window: Binomial.window(trials: size, probability: p), divisor: Double(size)),
            acceleration: Acceleration.accuracies([(correct, size, 1)]), range: 0...1, origin: .exact)
    }

    /// The mean of independent scores j/m: the n-fold convolution of their empirical distribution.
    ///
    /// - Parameters:
    ///   - scores: j of each item: 0…levels, or −levels…levels where scores are differences.
    ///   - levels: m, the score that counts as 1.
    ///   - range: The range of the mean.
    public static func latticeMean(
        scores: [Int], levels: Int, range: ClosedRange<Double> = 0...1
    ) -> BootstrapDistribution {
        precondition(!scores.isEmpty && levels > 0, "at least one score and one level")
        let least = scores.min() ?? 0
        var counts = [Double](repeating: 0, count: (scores.max() ?? 0) - least + 1)
        for score in scores { counts[score - least] += 1 }
        let size = Double(scores.count)
        let divisor = size * Double(levels)
        let sum = MassWindow(first: least, masses: counts.map { $0 / size }).power(scores.count)
        return BootstrapDistribution(
            estimate: Double(scores.reduce(0, +)) / divisor,
            distribution: DiscreteDistribution(window: sum, divisor: divisor),
            acceleration: Acceleration.mean(of: counts.indices.map { Double($0 + least) }, counts: counts),
            range: range,
            origin: .exact)
    }

    /// The difference of two models' accuracies on the same independent items: the n-fold convolution of
    /// {+1: b/n, −1: c/n, 0: the rest}.
    ///
    /// - Parameters:
    ///   - b: b, items that only the first gets right.
    ///   - c: c, items that only the second gets right.
    ///   - size: n, items that both have; at least b + c.
    public static func pairedDifference(onlyFirst b: Int, onlySecond c: Int, size: Int) -> BootstrapDistribution {
        precondition(size > 0 && b >= 0 && c >= 0 && b + c <= size, "b + c of n")
        let n = Double(size)
        let counts = [Double(c), Double(size - b - c), Double(b)]
        let step = MassWindow(first: -1, masses: counts.map { $0 / n })
        return BootstrapDistribution(
            estimate: Double(b - c) / n,
            distribution: DiscreteDistribution(window: step.power(size), divisor: n),
            acceleration: Acceleration.mean(of: [-1, 0, 1], counts: counts), range: -1...1, origin: .exact)
    }
}
