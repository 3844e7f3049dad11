import Synchronization

/// The distribution of (A + B)/divisor for two independent integers, never written out: its distribution function is
/// summed over one of them and its quantiles are found by bisection over the integers.
struct IndependentSum: ResamplingDistribution {
    /// The atoms of one of the integers, rising by value.
    struct Atoms: Sendable {
        var values: [Int]
        var masses: [Double]
    }

    private let first: Atoms
    private let second: Atoms
    private let secondCumulative: [Double]
    private let divisor: Double
    private let known = KnownSums()
    let standardError: Double

    init(_ first: Atoms, _ second: Atoms, divisor: Double) {
        self.first = first
        self.second = second
        self.divisor = divisor
        var sum = 0.0
        secondCumulative = second.masses.map { mass in
            sum += mass
            return sum
        }
        standardError = (Self.variance(first) + Self.variance(second)).squareRoot() / divisor
    }

    /// P(A + B ≤ t).
    private func cdf(_ t: Int) -> Double { known.sum(at: t, summed) }

    private func summed(_ t: Int) -> Double {
        var sum = 0.0
        // As A rises, the largest admissible B falls, so one walk over both suffices.
        var count = second.values.count
        for (value, mass) in zip(first.values, first.masses) {
            while count > 0 && second.values[count - 1] > t - value { count -= 1 }
            if count == 0 { break }
            sum += mass * secondCumulative[count - 1]
        }
        return sum
    }

    func cdf(_ t: Double) -> Double { cdf(Int((t * divisor).rounded(.down))) }

    /// Sums lie on the lattice of the greatest common divisor of all steps of both integers.
    var spacing: Double {
        var common = 0
        for values in [first.values, second.values] {
            for (left, right) in zip(values, values.dropFirst()) {
                common = ExactBootstrap.greatestCommonDivisor(common, right - left)
            }
        }
        return Double(common) / divisor
    }

    func quantile(_ u: Double) -> Double {
        var low = first.values[0] + second.values[0]
        var high = first.values[first.values.count - 1] + second.values[second.values.count - 1]
        while low < high {
            let middle = low + (high - low) / 2
            if cdf(middle) < u - quantileTolerance { low = middle + 1 } else { high = middle }
        }
        return Double(low) / divisor
    }

    func midProbability(at estimate: Double) -> Double {
        let key = Int((estimate * divisor).rounded())
        return (cdf(key - 1) + cdf(key)) / 2
    }

    private static func variance(_ atoms: Atoms) -> Double {
        var mean = 0.0
        for (value, mass) in zip(atoms.values, atoms.masses) { mean += Double(value) * mass }
        var sum = 0.0
        for (value, mass) in zip(atoms.values, atoms.masses) {
            sum += (Double(value) - mean) * (Double(value) - mean) * mass
        }
        return sum
    }
}

/// The distribution function where it was summed before: bisections all begin in the middle, and those of a p value end
/// next to each other.
private final class KnownSums: Sendable {
    private let sums = Mutex<[Int: Double]>([:])

    func sum(at t: Int, _ compute: (Int) -> Double) -> Double {
        if let known = sums.withLock({ $0[t] }) { return known }
        let sum = compute(t)
        sums.withLock { $0[t] = sum }
        return sum
    }
}

extension IndependentSum.Atoms {
    /// The single value 0.
    static let zero = IndependentSum.Atoms(values: [0], masses: [1])

    /// The atoms of a window with every integer multiplied by a factor, which may be negative.
    init(_ window: MassWindow, times factor: Int) {
        values = window.masses.indices.map { (window.first + $0) * factor }
        masses = window.masses
        if factor < 0 {
            values.reverse()
            masses.reverse()
        }
    }

    /// The atoms of the sum of two independent integers, equal sums joined.
    func adding(_ other: IndependentSum.Atoms) -> IndependentSum.Atoms {
        var pairs: [(value: Int, mass: Double)] = []
        pairs.reserveCapacity(values.count * other.values.count)
        for (value, mass) in zip(values, masses) {
            for (otherValue, otherMass) in zip(other.values, other.masses) {
                pairs.append((value + otherValue, mass * otherMass))
            }
        }
        pairs.sort { $0.value < $1.value }
        var sum = IndependentSum.Atoms(values: [], masses: [])
        for pair in pairs {
            if let last = sum.values.last, last == pair.value {
                sum.masses[sum.masses.count - 1] += pair.mass
            } else {
                sum.values.append(pair.value)
                sum.masses.append(pair.mass)
            }
        }
        return sum
    }
}
