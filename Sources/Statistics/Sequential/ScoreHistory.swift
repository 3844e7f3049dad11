import BootstrapKernels

/// The scores of releases on the same items, and the best split of a stretch of releases.
struct ScoreHistory {
    private let scores: [[Double]]
    private let clusters: [Int]?
    /// S_g of each release.
    private let sums: [[Double]]
    /// m_g.
    private let sizes: [Double]

    init(scores: [[Double]], clusters: [Int]?) {
        let units = scores.map { ClusterSums(scores: $0, clusters: clusters) }
        self.scores = scores
        self.clusters = clusters
        sums = units.map(\.sums)
        sizes = units.first?.sizes ?? []
    }

    /// The mean score over items and releases.
    func mean(of releases: Range<Int>) -> Double {
        releases.reduce(0) { $0 + scores[$1].reduce(0, +) } / Double(releases.count * scores[0].count)
    }

    /// The first release after the split with the largest ratio, and the p value of no change
    /// within the stretch.
    ///
    /// - Parameter stretch: At least two releases.
    func split(_ stretch: Range<Int>, plan: BootstrapPlan) -> (release: Int, pValue: Double) {
        if stretch.count == 2 {
            let pair = PairedDifferenceEstimator(
                first: scores[stretch.lowerBound + 1], second: scores[stretch.lowerBound], clusters: clusters)
            return (stretch.lowerBound + 1, pair.test(plan: named(plan, stretch)).pValue)
        }
        var scan = SplitScan(sums: Array(sums[stretch]), sizes: sizes)
        let observed = scan.largestRatio()
        // Equal orders add up in another sequence: a ratio that rounding alone makes smaller is a hit.
        let hit = observed.squared * (1 - 1e-9)
        let key = named(plan, stretch).key
        var hits = 0
        for replicate in plan.firstReplicate..<(plan.firstReplicate + plan.replicates) {
            scan.shuffle(key: key, replicate: UInt64(replicate))
            if scan.largestRatio().squared >= hit { hits += 1 }
        }
        return (stretch.lowerBound + observed.split, Double(1 + hits) / Double(1 + plan.replicates))
    }

    private func named(_ plan: BootstrapPlan, _ stretch: Range<Int>) -> BootstrapPlan {
        plan.named("/releases \(stretch.lowerBound)-\(stretch.upperBound)")
    }
}

/// The ratio of a difference and its standard error for every split of a stretch, with the releases of each cluster in an
/// order of their own.
///
/// With D_g the sum of a cluster's scores after the split, per release, minus that before, the squared ratio is
/// (ΣD_g)² / Σ(D_g − m_g ΣD_g/n)², up to a factor that no split and no order changes.
private struct SplitScan {
    private let releases: Int
    /// Scores of the clusters that changed at all, releases side by side; the others have D_g = 0 in every order.
    private let original: [Double]
    /// The same in the order of now.
    private var moving: [Double]
    private let movingSizes: [Double]
    private let itemCount: Double
    private let squaredSizes: Double
    /// ΣD_g, ΣD_g² and Σ m_g D_g of each split.
    private var differences: [Double]
    private var squares: [Double]
    private var products: [Double]

    init(sums: [[Double]], sizes: [Double]) {
        let changed = sizes.indices.filter { cluster in sums.contains { $0[cluster] != sums[0][cluster] } }
        releases = sums.count
        original = changed.flatMap { cluster in sums.map { $0[cluster] } }
        moving = original
        movingSizes = changed.map { sizes[$0] }
        itemCount = sizes.reduce(0, +)
        squaredSizes = sizes.reduce(0) { $0 + $1 * $1 }
        differences = [Double](repeating: 0, count: sums.count)
        squares = differences
        products = differences
    }

    /// Puts the releases of each cluster in a random order, whatever their order was (Fisher and Yates 1938). An index below n is the high half of
    /// word · n, which favours none by more than n in 2³².
    mutating func shuffle(key: UInt64, replicate: UInt64) {
        let keyWords = [UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)]
        var counter = [0, 0, UInt32(truncatingIfNeeded: replicate), UInt32(truncatingIfNeeded: replicate >> 32)]
        var words = [UInt32](repeating: 0, count: 4)
        var used = 4
        for start in stride(from: 0, to: moving.count, by: releases) {
            for position in start..<(start + releases) { moving[position] = original[position] }
            for last in stride(from: releases - 1, to: 0, by: -1) {
                if used == 4 {
                    acuity_philox(counter, keyWords, &words)
                    counter[0] += 1
                    used = 0
                }
                let chosen = Int((UInt64(words[used]) * UInt64(last + 1)) >> 32)
                used += 1
                moving.swapAt(start + last, start + chosen)
            }
        }
    }

    /// The largest squared ratio over the splits and the number of releases before it; infinite where all items differ by
    /// the same, 0 where the means are equal.
    mutating func largestRatio() -> (squared: Double, split: Int) {
        addUp()
        var best = (squared: -1.0, split: 1)
        for split in 1..<releases {
            let difference = differences[split]
            let mean = difference / itemCount
            let residuals = squares[split] - 2 * mean * products[split] + mean * mean * squaredSizes
            // What rounding leaves of nothing is nothing.
            let isZero = abs(difference) <= 1e-12 * (squares[split] * itemCount).squareRoot()
            let isExact = residuals <= 1e-12 * squares[split]
            let squared = isZero ? 0 : isExact ? Double.infinity : difference * difference / residuals
            // Of two splits without any spread, the larger difference is the step.
            if (squared, abs(difference)) > (best.squared, abs(differences[best.split])) { best = (squared, split) }
        }
        return best
    }

    private mutating func addUp() {
        for split in 1..<releases { (differences[split], squares[split], products[split]) = (0, 0, 0) }
        let shares = (0...releases).map { 1 / Double($0) }
        for (cluster, size) in movingSizes.enumerated() {
            let start = cluster * releases
            var total = 0.0
            for release in 0..<releases { total += moving[start + release] }
            var before = 0.0
            for split in 1..<releases {
                before += moving[start + split - 1]
                let difference = (total - before) * shares[releases - split] - before * shares[split]
                differences[split] += difference
                squares[split] += difference * difference
                products[split] += size * difference
            }
        }
    }
}
