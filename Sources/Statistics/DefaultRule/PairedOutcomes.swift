import BootstrapKernels

/// Two models' 0/1 scores of the same items, counted without a list of their differences: for tables of many models, where
/// such lists would take most of the time.
public struct PairedOutcomes: Sendable {
    /// First minus second, on the items that both have.
    public let summary: PairedSummary
    /// Items that only one of the two has.
    public let unpaired: Int
    /// The first's right items minus the second's, of each cluster; nil where items are independent.
    private let clusterSums: [Int]?

    /// - Parameters:
    ///   - first: 0 for wrong, 1 for right, 2 for none, of each item.
    ///   - second: the same of the other model.
    ///   - clusters: the cluster of each item, numbered from 0 without gaps, or nil if items are independent.
    /// - Returns: nil if there is no item that both have.
    public init?(_ first: [UInt8], _ second: [UInt8], clusters: [Int32]? = nil) {
        precondition(first.count == second.count, "two outcomes an item")
        var counts = AcuityPairCounts()
        acuity_pair_counts(first, second, first.count, &counts)
        guard counts.shared > 0 else { return nil }
        unpaired = Int(counts.unpaired)
        let items = Int(counts.shared)
        if let clusters {
            let (sums, sizes) = Self.clusterSums(first, second, clusters)
            if sums.count < items {
                summary = PairedSummary(counts, clusterSums: sums, sizes: sizes)
                clusterSums = sums.map(Int.init)
                return
            }
        }
        let mean = Double(Int(counts.onlyFirst) - Int(counts.onlySecond)) / Double(items)
        var (squares, fourths) = (0.0, 0.0)
        acuity_pair_moments(first, second, first.count, mean, &squares, &fourths)
        summary = PairedSummary(counts, squares: squares, fourths: fourths)
        clusterSums = nil
    }

    /// The sums and the numbers of shared items of the clusters that have any.
    private static func clusterSums(
        _ first: [UInt8], _ second: [UInt8], _ clusters: [Int32]
    ) -> (sums: [Int32], sizes: [Int32]) {
        precondition(clusters.count == first.count, "one cluster an item")
        let count = Int(clusters.max() ?? -1) + 1
        precondition((clusters.min() ?? 0) >= 0, "clusters are numbered from 0")
        var sums = [Int32](repeating: 0, count: count)
        var sizes = sums
        acuity_pair_clusters(first, second, clusters, first.count, &sums, &sizes)
        guard sizes.contains(0) else { return (sums, sizes) }
        let present = sizes.indices.filter { sizes[$0] > 0 }
        return (present.map { sums[$0] }, present.map { sizes[$0] })
    }

    /// The p value of no difference, as `PairedDifferenceEstimator.test` has it.
    ///
    /// - Parameter plan: Key and number of random sign patterns where neither a lattice nor enumeration serves.
    public func test(plan: BootstrapPlan) -> (pValue: Double, method: TestMethod) {
        if let clusterSums { return (SignFlip.test(sums: clusterSums, plan: plan).pValue, .signFlip) }
        let (gains, losses) = (summary.onlyFirst ?? 0, summary.onlySecond ?? 0)
        return (McNemar.test(onlyFirst: gains, onlySecond: losses).exact, .mcNemar)
    }
}

extension PairedSummary {
    /// Independent items.
    ///
    /// - Parameters:
    ///   - squares: the sum over items of the squared distance of their difference from the mean.
    ///   - fourths: the sum of the fourth powers.
    fileprivate init(_ counts: AcuityPairCounts, squares: Double, fourths: Double) {
        let count = Double(counts.shared)
        self.init(
            counts, clusters: Int(counts.shared), standardError: (squares / (count * count)).squareRoot(),
            itemSquares: squares, squares: squares, fourths: fourths, sizeSquares: count)
    }

    /// Items that share clusters.
    fileprivate init(_ counts: AcuityPairCounts, clusterSums sums: [Int32], sizes: [Int32]) {
        let count = Double(counts.shared)
        let (gains, losses) = (Double(counts.onlyFirst), Double(counts.onlySecond))
        let mean = (gains - losses) / count
        var (squares, fourths, sizeSquares) = (0.0, 0.0, 0.0)
        for (sum, size) in zip(sums, sizes) {
            let residual = Double(sum) - Double(size) * mean
            let square = residual * residual
            squares += square
            fourths += square * square
            sizeSquares += Double(size) * Double(size)
        }
        let ties = count - gains - losses
        let itemSquares = gains * (1 - mean) * (1 - mean) + losses * (1 + mean) * (1 + mean) + ties * mean * mean
        let groups = Double(sums.count)
        let error =
            sums.count > 1
            ? squares.squareRoot() / count * (groups / (groups - 1)).squareRoot()
            : (itemSquares / (count * count)).squareRoot()
        self.init(
            counts, clusters: sums.count, standardError: error, itemSquares: itemSquares, squares: squares,
            fourths: fourths, sizeSquares: sizeSquares)
    }

    private init(
        _ counts: AcuityPairCounts, clusters: Int, standardError: Double, itemSquares: Double, squares: Double,
        fourths: Double, sizeSquares: Double
    ) {
        let (items, gains, losses) = (Int(counts.shared), Int(counts.onlyFirst), Int(counts.onlySecond))
        let mean = Double(gains - losses) / Double(items)
        let effective = EffectiveSize(
            items: items, itemVariance: itemSquares / Double(items), clusters: clusters, squares: squares,
            fourths: fourths, sizeSquares: sizeSquares)
        self.init(
            itemCount: items, clusterCount: clusters, mean: mean, standardError: standardError, onlyFirst: gains,
            onlySecond: losses, isRise: losses == 0, isFall: gains == 0,
            atEffectiveSize: DifferenceAtEffectiveSize(
                gains: gains, losses: losses, items: items, mean: mean, effective: effective))
    }
}
