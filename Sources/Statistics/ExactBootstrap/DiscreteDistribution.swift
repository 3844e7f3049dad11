/// A resampling distribution on finitely many values.
///
/// Values within 1e-12 of each other count as one: sums of fractions that are equal on paper differ in their last bits.
public struct DiscreteDistribution: Sendable, Equatable {
    /// The values, ascending.
    public let support: [Double]
    /// The mass of each value; they sum to 1 but for rounding.
    public let masses: [Double]
    private let cumulative: [Double]

    /// The comparison of probabilities and of values that arithmetic may have moved.
    static let tolerance = 1e-12

    /// - Parameters:
    ///   - support: values in ascending order, all different.
    ///   - masses: their masses, as many.
    public init(support: [Double], masses: [Double]) {
        precondition(support.count == masses.count && !support.isEmpty, "a mass for each value")
        self.support = support
        self.masses = masses
        var sum = 0.0
        cumulative = masses.map { mass in
            sum += mass
            return sum
        }
    }

    /// From values in any order, equal ones joined.
    public init(atoms: [(value: Double, mass: Double)]) {
        var support: [Double] = []
        var masses: [Double] = []
        for atom in atoms.sorted(by: { $0.value < $1.value }) {
            if let last = support.last, atom.value - last <= Self.tolerance {
                masses[masses.count - 1] += atom.mass
            } else {
                support.append(atom.value)
                masses.append(atom.mass)
            }
        }
        self.init(support: support, masses: masses)
    }

    /// The distribution of equally probable replicates.
    public init(replicates: [Double]) {
        let sorted = replicates.sorted()
        var support: [Double] = []
        var counts: [Int] = []
        for value in sorted {
            if let last = support.last, value - last <= Self.tolerance { counts[counts.count - 1] += 1 } else {
                support.append(value)
                counts.append(1)
            }
        }
        self.init(support: support, masses: counts.map { Double($0) / Double(sorted.count) })
    }

    /// The smallest value t with F(t) ≥ u; probabilities within 1e-12 of u are taken as equal to u.
    public func quantile(_ u: Double) -> Double {
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] >= u - Self.tolerance { high = middle } else { low = middle + 1 }
        }
        return support[low]
    }

    /// P(X < value) and P(X = value).
    public func position(of value: Double) -> (below: Double, at: Double) {
        var below = 0.0
        var at = 0.0
        for (x, mass) in zip(support, masses) {
            if x < value - Self.tolerance { below += mass } else if x <= value + Self.tolerance { at += mass } else { break }
        }
        return (below, at)
    }

    public var mean: Double { zip(support, masses).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The standard deviation: the bootstrap's standard error.
    public var standardDeviation: Double {
        let mean = mean
        return zip(support, masses).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }.squareRoot()
    }
}
