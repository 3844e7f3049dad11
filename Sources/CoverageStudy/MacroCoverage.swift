import Statistics

/// The macro-average of independent benchmarks of 0/1 items, simulated.
public enum MacroCoverage {
    /// The sizes of the benchmarks of each setting.
    public static let settings: [[Int]] = [[20, 30], [50, 100, 200], [10, 20, 40, 80], [100, 150, 200, 250, 300]]

    private static let accuracies: [(Double, Double)] = [(0.5, 0.5), (0.2, 0.9), (0.95, 0.99), (0.02, 0.1), (0.6, 0.8)]
    private static let names = ["default"]

    /// The default interval for benchmarks of the given sizes, over accuracies that rise evenly from the first benchmark to
    /// the last.
    public static func cells(_ sizes: [Int], datasets: Int) -> [Cell] {
        var tally = Tally(methods: names.count)
        for (first, last) in accuracies {
            let truths = sizes.indices.map { first + (last - first) * Double($0) / Double(max(1, sizes.count - 1)) }
            let truth = truths.reduce(0, +) / Double(truths.count)
            var random = RandomNumbers("macro/\(sizes)/\(first)/\(last)")
            var result = (coverage: 0.0, width: 0.0)
            for _ in 0..<datasets {
                let groups = zip(sizes, truths).map { size, p in
                    CombinationEstimator.Group([
                        .init(
                            ScoreSample(scores: (0..<size).map { _ in random.uniform() < p ? 1 : 0 }),
                            weight: 1 / Double(sizes.count))
                    ])
                }
                let interval = CombinationEstimator(groups, range: 0...1).interval(level: level).interval
                if interval.lower <= truth, truth <= interval.upper { result.coverage += 1 / Double(datasets) }
                result.width += interval.width / Double(datasets)
            }
            tally.add([result], at: "accuracies from \(first) to \(last)")
        }
        let words = sizes.map(String.init).joined(separator: ", ")
        return tally.cells("macro-average", "n = \(words)", methods: names, datasets: datasets)
    }
}
