/// A distribution on finitely many values.
public struct DiscreteDistribution: ResamplingDistribution, Equatable {
    /// The values, rising.
    public let support: [Double]
    /// The probability of each value; sums to 1.
    public let masses: [Double]
    /// P(θ* ≤ support[i]).
    public let cumulative: [Double]

    /// - Parameters:
    ///   - support: Rising values.
    ///   - masses: Their probabilities.
    public init(support: [Double], masses: [Double]) {
        precondition(support.count == masses.count && !support.isEmpty, "one mass a value, at least one value")
        self.support = support
        self.masses = masses
        var sum = 0.0
        cumulative = masses.map { mass in
            sum += mass
            return sum
        }
    }

    /// The masses of a window whose integers are divided by a positive number.
    init(window: MassWindow, divisor: Double) {
        self.init(
            support: window.masses.indices.map { Double(window.first + $0) / divisor }, masses: window.masses)
    }

    /// The distribution of atoms in any order; atoms of equal value are joined.
    init(atoms: [(value: Double, mass: Double)]) {
        let sorted = atoms.sorted { $0.value < $1.value }
        var support: [Double] = []
        var masses: [Double] = []
        for atom in sorted {
            if let last = support.last, last == atom.value {
                masses[masses.count - 1] += atom.mass
            } else {
                support.append(atom.value)
                masses.append(atom.mass)
            }
        }
        self.init(support: support, masses: masses)
    }

    /// The empirical distribution of replicates; those that are not numbers are left out.
    ///
    /// - Returns: nil if no replicate is a number.
    public init?(replicates: [Double]) {
        let sorted = RadixSort.sorted(replicates.filter(\.isFinite))
        guard !sorted.isEmpty else { return nil }
        let count = Double(sorted.count)
        support = sorted
        masses = [Double](repeating: 1 / count, count: sorted.count)
        cumulative = sorted.indices.map { Double($0 + 1) / count }
    }

    /// The expected value.
    public var mean: Double {
        var sum = 0.0
        for (value, mass) in zip(support, masses) { sum += value * mass }
        return sum
    }

    /// The standard deviation of the distribution, the root of Σ mass · (value − mean)².
    public var standardError: Double {
        let centre = mean
        var sum = 0.0
        for (value, mass) in zip(support, masses) { sum += (value - centre) * (value - centre) * mass }
        return sum.squareRoot()
    }

    /// P(θ* ≤ t).
    public func cdf(_ t: Double) -> Double {
        let count = countBelow { $0 <= t }
        return count == 0 ? 0 : cumulative[count - 1]
    }

    /// The least distance between two neighbouring values; 0 for a single value. Values nearer than 1e-12 count as
    /// one.
    public var spacing: Double {
        // Values that differ by rounding alone are one value.
        let slack = 1e-12
        let distances = zip(support, support.dropFirst()).lazy.map { $1 - $0 }.filter { $0 > slack }
        return distances.min() ?? 0
    }

    /// The smallest value t with P(θ* ≤ t) ≥ u, within 1e-12; the least value for u ≤ 0, the largest for u ≥ 1.
    public func quantile(_ u: Double) -> Double {
        var low = 0
        var high = cumulative.count
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] < u - quantileTolerance { low = middle + 1 } else { high = middle }
        }
        return support[min(low, support.count - 1)]
    }

    /// P(θ* < θ) + ½ P(θ* = θ), in [0, 1]; values within a relative 1e-12 of the estimate count as equal to it.
    public func midProbability(at estimate: Double) -> Double {
        // Values that differ from the estimate by rounding alone are the estimate.
        let slack = 1e-12 * max(1, abs(estimate))
        let below = countBelow { $0 < estimate - slack }
        let upTo = countBelow { $0 <= estimate + slack }
        let lower = below == 0 ? 0 : cumulative[below - 1]
        let upper = upTo == 0 ? 0 : cumulative[upTo - 1]
        return (lower + upper) / 2
    }

    private func countBelow(_ isBelow: (Double) -> Bool) -> Int {
        var low = 0
        var high = support.count
        while low < high {
            let middle = (low + high) / 2
            if isBelow(support[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
