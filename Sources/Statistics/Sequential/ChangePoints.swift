/// A release from which on the mean score is another.
public struct ChangePoint: Sendable, Equatable {
    /// The index of the first release after the change.
    public let release: Int
    /// The mean over the releases from here to the next change, minus that over those from the last change to here.
    public let difference: Double
    /// The p value of the test that found the change, in (0, 1].
    public let pValue: Double
}

/// Where the mean score changes over releases that all answered the same items.
///
/// A stretch of releases is split where the mean after the split differs most from the mean before it, in standard errors
/// of items' own differences, clustered where items share clusters. The p value compares the largest ratio over all splits
/// with those after the releases changed places at random, in each cluster on its own: where nothing changed, all orders are
/// as probable. If it is below α, both parts are searched in the same way, else the stretch is whole. Where nothing
/// changed at all, a change is found with probability α at most.
///
/// Source: Matteson and James 2014, A nonparametric approach for multiple change point analysis of multivariate data
/// (hierarchical divisive estimation with a permutation test), with a studentised mean in place of the energy distance.
public struct ChangePoints: Sendable, Equatable {
    /// The changes, in the order of releases.
    public let points: [ChangePoint]
    /// The p value of no change anywhere; 1 with fewer than two releases.
    public let pValue: Double

    /// - Parameters:
    ///   - scores: For each release in order, one score an item; the same items in the same order, at least one.
    ///   - clusters: The cluster of each item, or nil if items are independent.
    ///   - alpha: α of each test.
    ///   - plan: Key and number of random orders; (1 + hits)/(1 + R) is never below α with R < 1/α − 1. Two releases are
    ///     tested as `PairedDifferenceEstimator` does, exactly where it can.
    public init(scores: [[Double]], clusters: [Int]? = nil, alpha: Double, plan: BootstrapPlan) {
        let count = scores.first?.count ?? 0
        precondition(scores.allSatisfy { $0.count == count }, "the same items in all releases")
        guard scores.count >= 2, count > 0 else {
            (points, pValue) = ([], 1)
            return
        }
        let history = ScoreHistory(scores: scores, clusters: clusters)
        var found: [(release: Int, pValue: Double)] = []
        var waiting = [0..<scores.count]
        var first: Double?
        while let stretch = waiting.popLast() {
            guard stretch.count >= 2 else { continue }
            let split = history.split(stretch, plan: plan)
            first = first ?? split.pValue
            guard split.pValue < alpha else { continue }
            found.append(split)
            waiting += [stretch.lowerBound..<split.release, split.release..<stretch.upperBound]
        }
        found.sort { $0.release < $1.release }
        let ends = [0] + found.map(\.release) + [scores.count]
        points = found.enumerated().map { index, split in
            let before = history.mean(of: ends[index]..<split.release)
            let after = history.mean(of: split.release..<ends[index + 2])
            return ChangePoint(release: split.release, difference: after - before, pValue: split.pValue)
        }
        pValue = first ?? 1
    }
}
