/// The permutation test that paired differences are centred at 0: under the null, each sign is a coin's.
/// Sources: Fisher 1935; Good 2005, Permutation, Parametric, and Bootstrap Tests of Hypotheses.
public enum SignFlip {
    /// How a p value was found.
    public enum Way: String, Sendable {
        /// Convolution over a lattice that holds all differences.
        case lattice
        /// All sign patterns.
        case enumeration
        /// Random sign patterns, (1 + hits)/(1 + R).
        case monteCarlo = "monte-carlo"
    }

    /// Differences that are not 0 up to which all sign patterns are tried.
    private static let enumerationLimit = 20
    /// Products of masses that the convolution may cost.
    private static let workLimit = 2e9

    /// The two-sided p value: the share of sign patterns with |sum| ≥ |observed sum|, 1e-12 relative tolerance.
    ///
    /// - Parameters:
    ///   - differences: First minus second of each item.
    ///   - clusters: The cluster of each item, or nil if items are independent; the signs of a cluster flip together.
    ///   - plan: Key and number of random patterns where neither lattice nor enumeration serves.
    public static func test(
        differences: [Double], clusters: [Int]? = nil, plan: BootstrapPlan
    ) -> (pValue: Double, way: Way) {
        test(sums: ClusterSums(scores: differences, clusters: clusters).sums, plan: plan)
    }

    /// The same for differences that are added up within clusters already.
    static func test(sums: [Double], plan: BootstrapPlan) -> (pValue: Double, way: Way) {
        let sums = sums.filter { $0 != 0 }
        guard !sums.isEmpty else { return (1, .lattice) }
        if let lattice = Lattice(sums), let p = onLattice(lattice.points) { return (p, .lattice) }
        if sums.count <= enumerationLimit { return (enumerated(sums), .enumeration) }
        return (monteCarlo(sums, plan: plan), .monteCarlo)
    }

    /// Differences of equal size make a binomial; the binomials of all sizes are convolved. Nil if that costs too much.
    private static func onLattice(_ sums: [Int]) -> Double? {
        var counts: [Int: Int] = [:]
        for sum in sums { counts[abs(sum), default: 0] += 1 }
        let sizes = counts.keys.sorted()
        var width = 0.0
        var work = 0.0
        for size in sizes {
            let count = Double(counts[size]!)
            let atoms = min(count, 60 * count.squareRoot())
            width += atoms * Double(2 * size)
            work += width * atoms
        }
        guard work <= workLimit, width <= 5e7 else { return nil }
        var total = MassWindow(first: 0, masses: [1])
        for size in sizes {
            // A cutoff far below any p value that could be reported.
            let ups = Binomial.window(trials: counts[size]!, probability: 0.5, cutoff: 1e-290)
            var spread = [Double](repeating: 0, count: (ups.masses.count - 1) * 2 * size + 1)
            for (index, mass) in ups.masses.enumerated() { spread[index * 2 * size] = mass }
            let flips = MassWindow(first: size * (2 * ups.first - counts[size]!), masses: spread)
            total = total.convolvedDirectly(with: flips)
        }
        let observed = abs(sums.reduce(0, +))
        var p = 0.0
        for (index, mass) in total.masses.enumerated() where abs(total.first + index) >= observed { p += mass }
        return min(1, p)
    }

    private static func enumerated(_ sums: [Double]) -> Double {
        let observed = abs(sums.reduce(0, +)) * (1 - 1e-12)
        let patterns = 1 << sums.count
        var hits = 0
        for pattern in 0..<patterns {
            var sum = 0.0
            for (bit, value) in sums.enumerated() { sum += pattern & (1 << bit) == 0 ? value : -value }
            if abs(sum) >= observed { hits += 1 }
        }
        return Double(hits) / Double(patterns)
    }

    private static func monteCarlo(_ sums: [Double], plan: BootstrapPlan) -> Double {
        let observed = abs(sums.reduce(0, +)) * (1 - 1e-12)
        var hits = 0
        for replicate in 0..<plan.replicates {
            var sum = 0.0
            var block = [UInt32](repeating: 0, count: 4)
            for (index, value) in sums.enumerated() {
                // One 128-bit block holds the signs of 128 sums.
                if index % 128 == 0 {
                    block = Philox.block(key: plan.key, replicate: UInt64(replicate), index: UInt32(index / 128))
                }
                let bit = index % 128
                sum += block[bit / 32] & (1 << UInt32(bit % 32)) == 0 ? value : -value
            }
            if abs(sum) >= observed { hits += 1 }
        }
        return Double(1 + hits) / Double(1 + plan.replicates)
    }
}
