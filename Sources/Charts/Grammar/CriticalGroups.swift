/// Groups of mean ranks that differ by less than a critical difference (Demšar 2006, "Statistical Comparisons of
/// Classifiers over Multiple Data Sets").
enum CriticalGroups {
    /// The longest runs whose first and last mean ranks differ by less than the critical difference; runs of one, and
    /// runs within a longer one, are left out.
    ///
    /// - Parameter ranks: Mean ranks, ascending.
    static func groups(ranks: [Double], criticalDifference: Double) -> [ClosedRange<Int>] {
        var groups: [ClosedRange<Int>] = []
        var end = 0
        for start in ranks.indices {
            let before = end
            end = max(end, start)
            while end + 1 < ranks.count, ranks[end + 1] - ranks[start] < criticalDifference { end += 1 }
            if end > start, start == 0 || end > before { groups.append(start...end) }
        }
        return groups
    }
}
