import Foundation

/// The ideal bootstrap: resampling distributions computed, without Monte Carlo error (Efron 1979; Efron and Tibshirani
/// 1993, chapter 6; Davison and Hinkley 1997).
public enum ExactBootstrap {
    /// Accuracy: K* ~ Binomial(n, k/n), θ* = K*/n.
    public static func accuracy(correct k: Int, size n: Int) -> BootstrapEnds {
        let p = Double(k) / Double(n)
        let window = Binomial.window(trials: n, probability: p)
        let d = twoPoint(correct: k, size: n, weight: 1)
        return BootstrapEnds(
            window.distribution { Double($0) / Double(n) }, estimate: p, acceleration: Acceleration.ofCounted([d]))
    }

    /// The mean of scores on the lattice j/levels: the n-fold convolution of the empirical distribution.
    ///
    /// - Parameter scores: whole numbers from 0 to `levels`.
    public static func latticeMean(scores: [Int], levels: Int) -> BootstrapEnds {
        var masses = [Double](repeating: 0, count: levels + 1)
        for score in scores { masses[score] += 1 / Double(scores.count) }
        let window = MassWindow(first: 0, masses: masses).trimmed(cutoff: 0).power(scores.count)
        let scale = Double(scores.count * levels)
        let values = scores.map { Double($0) / Double(levels) }
        return BootstrapEnds(
            window.distribution { Double($0) / scale },
            estimate: Double(scores.reduce(0, +)) / scale, acceleration: Acceleration.of(Acceleration.parts(values)))
    }

    /// The difference of two models on the same items: b items only the first gets right, c only the second.
    public static func pairedDifference(onlyFirst b: Int, onlySecond c: Int, size n: Int) -> BootstrapEnds {
        let base = MassWindow(
            first: -1, masses: [Double(c) / Double(n), Double(n - b - c) / Double(n), Double(b) / Double(n)])
        let estimate = Double(b - c) / Double(n)
        let d = [(1 - estimate, b), (-1 - estimate, c), (-estimate, n - b - c)]
        return BootstrapEnds(
            base.trimmed(cutoff: 0).power(n).distribution { Double($0) / Double(n) }, estimate: estimate,
            acceleration: Acceleration.ofCounted([d]))
    }

    /// The difference of two independent accuracies, each multiplied by a factor (1 for the raw gap).
    public static func gap(
        correct1: Int, size1: Int, correct2: Int, size2: Int, scale: (Double, Double) = (1, 1)
    ) -> BootstrapEnds {
        let first = Binomial.window(trials: size1, probability: Double(correct1) / Double(size1))
        let second = Binomial.window(trials: size2, probability: Double(correct2) / Double(size2))
        var atoms: [(value: Double, mass: Double)] = []
        atoms.reserveCapacity(first.masses.count * second.masses.count)
        for (i, p) in first.masses.enumerated() {
            let x = Double(first.first + i) / Double(size1) * scale.0
            for (j, q) in second.masses.enumerated() {
                atoms.append((x - Double(second.first + j) / Double(size2) * scale.1, p * q))
            }
        }
        let d = [
            twoPoint(correct: correct1, size: size1, weight: scale.0 / Double(size1)),
            twoPoint(correct: correct2, size: size2, weight: -scale.1 / Double(size2)),
        ]
        return BootstrapEnds(
            DiscreteDistribution(atoms: atoms),
            estimate: Double(correct1) / Double(size1) * scale.0 - Double(correct2) / Double(size2) * scale.1,
            acceleration: Acceleration.ofCounted(d))
    }

    /// How many atoms a gap's distribution would have at most; above a few millions the joint bootstrap is cheaper.
    public static func gapAtoms(correct1: Int, size1: Int, correct2: Int, size2: Int) -> Int {
        Binomial.window(trials: size1, probability: Double(correct1) / Double(size1)).masses.count
            * Binomial.window(trials: size2, probability: Double(correct2) / Double(size2)).masses.count
    }

    /// The mean of independent accuracies, or nil if its distribution has more than `limit` atoms.
    public static func macroAverage(correct: [Int], sizes: [Int], limit: Int = 4_000_000) -> BootstrapEnds? {
        // With a common denominator L all values are whole numbers, and equal ones are equal to the bit.
        var common = 1
        for size in sizes {
            let (product, overflows) = (common / greatestCommonDivisor(common, size)).multipliedReportingOverflow(by: size)
            if overflows || product > 1 << 46 { return nil }
            common = product
        }
        var atoms: [(key: Int, mass: Double)] = [(0, 1)]
        for (k, n) in zip(correct, sizes) {
            let window = Binomial.window(trials: n, probability: Double(k) / Double(n))
            guard atoms.count * window.masses.count <= limit else { return nil }
            var next: [(key: Int, mass: Double)] = []
            next.reserveCapacity(atoms.count * window.masses.count)
            let step = common / n
            for atom in atoms {
                for (index, mass) in window.masses.enumerated() {
                    next.append((atom.key + (window.first + index) * step, atom.mass * mass))
                }
            }
            next.sort { $0.key < $1.key }
            atoms = []
            for atom in next {
                if atoms.last?.key == atom.key { atoms[atoms.count - 1].mass += atom.mass } else { atoms.append(atom) }
            }
        }
        let count = Double(sizes.count)
        let parts = zip(correct, sizes).map { twoPoint(correct: $0, size: $1, weight: 1 / (count * Double($1))) }
        return BootstrapEnds(
            DiscreteDistribution(
                support: atoms.map { Double($0.key) / Double(common) / count }, masses: atoms.map(\.mass)),
            estimate: zip(correct, sizes).reduce(0) { $0 + Double($1.0) / Double($1.1) } / count,
            acceleration: Acceleration.ofCounted(parts))
    }

    /// The cluster bootstrap of a ratio ΣS/Σm, or nil if its lattice is larger than `limit` steps of work.
    ///
    /// - Parameters:
    ///   - sums: S_g, whole numbers from 0.
    ///   - sizes: m_g, whole numbers from 1.
    public static func clusterRatio(sums: [Int], sizes: [Int], limit: Int = 200_000_000) -> BootstrapEnds? {
        let clusters = sums.count
        var counts: [[Int]: Int] = [:]
        for (sum, size) in zip(sums, sizes) { counts[[sum, size], default: 0] += 1 }
        let atoms = counts.sorted { ($0.key[1], $0.key[0]) < ($1.key[1], $1.key[0]) }
        let width = (sums.max() ?? 0) * clusters + 1
        let height = (sizes.max() ?? 0) * clusters + 1
        let (area, overflows) = width.multipliedReportingOverflow(by: height)
        guard !overflows, area <= limit / max(1, clusters * atoms.count) else { return nil }
        var masses = [Double](repeating: 0, count: area)
        masses[0] = 1
        let largestSum = sums.max() ?? 0
        let largestSize = sizes.max() ?? 0
        for drawn in 0..<clusters {
            var next = [Double](repeating: 0, count: area)
            for m in 0...(drawn * largestSize) {
                for s in 0...(drawn * largestSum) {
                    let mass = masses[m * width + s]
                    guard mass > 0 else { continue }
                    for atom in atoms {
                        next[(m + atom.key[1]) * width + s + atom.key[0]] += mass * Double(atom.value) / Double(clusters)
                    }
                }
            }
            masses = next
        }
        var ratios: [(value: Double, mass: Double)] = []
        for m in 1..<height {
            for s in 0..<width where masses[m * width + s] > 0 {
                ratios.append((Double(s) / Double(m), masses[m * width + s]))
            }
        }
        return BootstrapEnds(
            DiscreteDistribution(atoms: ratios),
            estimate: Double(sums.reduce(0, +)) / Double(sizes.reduce(0, +)),
            acceleration: Acceleration.jackknife(
                Acceleration.leaveOneOut(sums: sums.map(Double.init), sizes: sizes.map(Double.init))))
    }

    /// The d of 0/1 scores: two values with their counts.
    private static func twoPoint(correct k: Int, size n: Int, weight: Double) -> [(Double, Int)] {
        let p = Double(k) / Double(n)
        return [(weight * (1 - p), k), (-weight * p, n - k)]
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }
}

extension Acceleration {
    /// From values of d with their counts, in several parts.
    static func ofCounted(_ parts: [[(Double, Int)]]) -> Double {
        var squares = 0.0
        var cubes = 0.0
        for (value, count) in parts.joined() {
            squares += Double(count) * value * value
            cubes += Double(count) * value * value * value
        }
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : .nan
    }
}

extension MassWindow {
    /// The distribution of the sum of `count` independent draws, by repeated squaring of trimmed windows.
    func power(_ count: Int) -> MassWindow {
        var result = MassWindow(first: 0, masses: [1])
        var base = self
        var rest = count
        while rest > 0 {
            if rest & 1 == 1 { result = result.convolved(with: base) }
            rest >>= 1
            if rest > 0 { base = base.convolved(with: base) }
        }
        return result
    }

    /// The distribution of the sum of two independent variables.
    func convolved(with other: MassWindow) -> MassWindow {
        var masses = [Double](repeating: 0, count: self.masses.count + other.masses.count - 1)
        for (i, p) in self.masses.enumerated() where p > 0 {
            for (j, q) in other.masses.enumerated() { masses[i + j] += p * q }
        }
        return MassWindow(first: first + other.first, masses: masses).trimmed(cutoff: 1e-22)
    }

    /// The masses as a distribution on values made from the integers by an increasing function.
    func distribution(_ value: (Int) -> Double) -> DiscreteDistribution {
        DiscreteDistribution(support: masses.indices.map { value(first + $0) }, masses: masses)
    }
}
