/// How often two models are right on the same items and wrong on the same, beyond what their accuracies make by chance.
///
/// Source: Cohen 1960, with the chance of each benchmark by its own accuracies: a pooled chance would take it for agreement
/// that a benchmark is easy for both.
public struct Kappa: Sendable, Equatable {
    /// Some items of one benchmark, counted.
    public struct Counts: Sendable, Equatable {
        /// Items that both models answered; at least 0.
        public var items = 0
        /// Items that the first model gets right.
        public var first = 0
        /// Items that the second gets right.
        public var second = 0
        /// Items that both get right.
        public var both = 0

        /// Counts with 0 ≤ both ≤ min(first, second), and first + second − both ≤ items; nothing is checked.
        public init(items: Int = 0, first: Int = 0, second: Int = 0, both: Int = 0) {
            (self.items, self.first, self.second, self.both) = (items, first, second, both)
        }

        /// Items on which both are right or both are wrong.
        var agreeing: Int { items - first - second + 2 * both }

        /// The number of items on which two independent models of these accuracies would agree.
        var expected: Double {
            guard items > 0 else { return 0 }
            let (n, a, b) = (Double(items), Double(first), Double(second))
            return (a * b + (n - a) * (n - b)) / n
        }
    }

    /// The share of items on which both are right or both are wrong, in [0, 1].
    public let observed: Double
    /// The same by chance, from each benchmark's accuracies.
    public let expected: Double
    /// (observed − expected) / (1 − expected), at most 1; nil if chance alone makes full agreement.
    public let kappa: Double?

    /// - Parameter benchmarks: the counts of each benchmark; together at least one item.
    public init(_ benchmarks: [Counts]) {
        let items = benchmarks.reduce(0) { $0 + $1.items }
        precondition(items > 0, "at least one item")
        let agreeing = benchmarks.reduce(0) { $0 + $1.agreeing }
        let expected = benchmarks.reduce(0) { $0 + $1.expected }
        observed = Double(agreeing) / Double(items)
        self.expected = expected / Double(items)
        kappa = Self.value(items: items, agreeing: agreeing, expected: expected)
    }

    private static func value(items: Int, agreeing: Int, expected: Double) -> Double? {
        let room = Double(items) - expected
        // A model that is always right, or always wrong, twice: what is left is rounding.
        guard room > 1e-9 else { return nil }
        return (Double(agreeing) - expected) / room
    }

    /// The standard error of kappa by leaving out one cluster at a time, within benchmarks as strata:
    /// sqrt(Σ_j (G_j − 1)/G_j Σ_g (κ_(jg) − κ̄_j)²). Source: Efron and Stein 1981; Rust and Rao 1996 for strata.
    ///
    /// - Parameter benchmarks: the counts of each kind of cluster of each benchmark, and how many clusters are of that
    ///   kind; items that are independent are four kinds of clusters at most.
    /// - Returns: nil if a benchmark has a single cluster, or if kappa does not exist without some cluster.
    public static func jackknifeError(_ benchmarks: [[(cluster: Counts, times: Int)]]) -> Double? {
        let totals = benchmarks.map { kinds in
            kinds.reduce(into: Counts()) { total, kind in
                total.items += kind.times * kind.cluster.items
                total.first += kind.times * kind.cluster.first
                total.second += kind.times * kind.cluster.second
                total.both += kind.times * kind.cluster.both
            }
        }
        let items = totals.reduce(0) { $0 + $1.items }
        let agreeing = totals.reduce(0) { $0 + $1.agreeing }
        let expected = totals.reduce(0) { $0 + $1.expected }
        var variance = 0.0
        for (kinds, total) in zip(benchmarks, totals) where total.items > 0 {
            let clusters = Double(kinds.reduce(0) { $0 + $1.times })
            guard clusters > 1 else { return nil }
            let others = expected - total.expected
            var values: [(value: Double, times: Double)] = []
            values.reserveCapacity(kinds.count)
            for (cluster, times) in kinds {
                let rest = Counts(
                    items: total.items - cluster.items, first: total.first - cluster.first,
                    second: total.second - cluster.second, both: total.both - cluster.both)
                guard
                    let value = value(
                        items: items - cluster.items, agreeing: agreeing - cluster.agreeing,
                        expected: others + rest.expected)
                else { return nil }
                values.append((value, Double(times)))
            }
            let mean = values.reduce(0) { $0 + $1.value * $1.times } / clusters
            let squares = values.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.times }
            variance += (clusters - 1) / clusters * squares
        }
        return variance.squareRoot()
    }
}
