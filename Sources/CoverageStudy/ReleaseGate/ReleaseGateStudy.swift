/// How often the release gate says "regressed" of simulated releases whose difference is known.
public enum ReleaseGateStudy {
    /// The items of clusters: questions an image, and the correlation of their differences.
    private static let clusters = (size: 4, correlation: 0.3)

    /// All rows, in the order of the tables; the same on every machine and with any number of threads.
    ///
    /// - Parameter simulations: simulated comparisons for each row of one comparison; a fraction of it where they cost more.
    public static func rows(simulations: Int) -> [GateRow] {
        var tasks: [@Sendable () -> [GateRow]] = []
        for (size, correlation) in [(1, 0), clusters] {
            for items in SingleComparison.sizes {
                tasks.append {
                    SingleComparison.rows(
                        size: items, clusterSize: size, correlation: correlation,
                        simulations: max(2, simulations / (items < 10_000 ? 1 : 2)))
                }
            }
        }
        for (items, size, correlation, share) in [
            (200, 1, 0, 4), (1000, 1, 0, 4), (10_000, 1, 0, 32), (1000, clusters.size, clusters.correlation, 4),
        ] {
            tasks.append {
                ComparisonFamily.rows(
                    size: items, clusterSize: size, correlation: correlation,
                    simulations: max(2, simulations / share))
            }
        }
        tasks.append {
            [ComparisonFamily.falseAlarmsElsewhere(size: 1000, change: -0.05, simulations: max(2, simulations / 4))]
        }
        for change in SimulatedRelease.changes {
            tasks.append { Peeking.rows(change: change, simulations: max(2, simulations / 2)) }
        }
        return Parallel.run(tasks)
    }
}
