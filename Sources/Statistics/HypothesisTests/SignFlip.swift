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

    /// The same for whole numbers.
    static func test(sums: [Int], plan: BootstrapPlan) -> (pValue: Double, way: Way) {
        onLattice(sums).map { ($0, .lattice) } ?? test(sums: sums.map(Double.init), plan: plan)
    }

    /// Differences of equal size make a binomial. The binomials of all sizes but one are convolved; of the last, the one with
    /// the most masses, only its products with the others' tail are asked for. Nil if that costs too much.
    private static func onLattice(_ sums: [Int]) -> Double? {
        let observed = abs(sums.reduce(0, +))
        // All patterns reach a sum of 0, those without any difference included.
        guard observed > 0 else { return 1 }
        let kinds = kinds(sums)
        var width = 0.0
        var work = 0.0
        for kind in kinds.dropLast() {
            width += kind.atoms * Double(2 * kind.size)
            work += width * kind.atoms
        }
        guard let last = kinds.last, work <= workLimit, width <= 5e7 else { return nil }
        var total = MassWindow(first: 0, masses: [1])
        for kind in kinds.dropLast() { total = total.convolvedDirectly(with: kind.flips) }
        let tails = total.upperTails
        let ups = last.ups
        var tail = 0.0
        for (index, mass) in ups.masses.enumerated() {
            let least = observed - last.size * (2 * (ups.first + index) - last.count) - total.first
            if least < tails.count { tail += mass * tails[max(0, least)] }
        }
        // Both tails are alike: each sign pattern has one with all signs turned.
        return min(1, 2 * tail)
    }

    /// Differences of one size, other than 0.
    private struct Kind {
        let size: Int
        let count: Int

        /// About how many masses the binomial has.
        var atoms: Double { min(Double(count), 60 * Double(count).squareRoot()) }

        /// How many of the differences are positive.
        var ups: MassWindow {
            // A cutoff far below any p value that could be reported.
            Binomial.window(trials: count, probability: 0.5, cutoff: 1e-290)
        }

        /// Their sum.
        var flips: MassWindow {
            let ups = ups
            var spread = [Double](repeating: 0, count: (ups.masses.count - 1) * 2 * size + 1)
            for (index, mass) in ups.masses.enumerated() { spread[index * 2 * size] = mass }
            return MassWindow(first: size * (2 * ups.first - count), masses: spread)
        }
    }

    /// By number of masses, then size; the order decides how much the convolution costs.
    private static func kinds(_ sums: [Int]) -> [Kind] {
        let largest = sums.reduce(0) { max($0, abs($1)) }
        var kinds: [Kind] = []
        if largest <= 4 * sums.count + 1024 {
            var counts = [Int](repeating: 0, count: largest + 1)
            for sum in sums { counts[abs(sum)] += 1 }
            for size in counts.indices.dropFirst() where counts[size] > 0 {
                kinds.append(Kind(size: size, count: counts[size]))
            }
        } else {
            var counts: [Int: Int] = [:]
            for sum in sums where sum != 0 { counts[abs(sum), default: 0] += 1 }
            kinds = counts.map { Kind(size: $0, count: $1) }
        }
        return kinds.sorted { ($0.count, $0.size) < ($1.count, $1.size) }
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
