/// The study that decides the default intervals: how often they hold the truth, and how wide they are.
public enum CoverageStudy {
    /// All cells, in the order of the table; the same on every machine and with any number of threads.
    ///
    /// - Parameter datasets: data sets simulated for each true value where the coverage cannot be summed exactly.
    public static func cells(datasets: Int) -> [Cell] {
        var tasks: [@Sendable () -> [Cell]] = []
        for size in ProportionCoverage.sizes { tasks.append { ProportionCoverage.cells(size: size) } }
        for setting in ClusterCoverage.settings { tasks.append { ClusterCoverage.cells(setting, datasets: datasets) } }
        for size in FractionalCoverage.sizes {
            tasks.append { FractionalCoverage.cells(size: size, datasets: max(1, datasets / 4)) }
        }
        for size in PairedCoverage.sizes { tasks.append { PairedCoverage.cells(size: size) } }
        for setting in ClusterDifferenceCoverage.settings {
            tasks.append { ClusterDifferenceCoverage.cells(setting, datasets: max(1, datasets / 2)) }
        }
        for sizes in MacroCoverage.settings {
            tasks.append { MacroCoverage.cells(sizes, datasets: max(1, datasets / 2)) }
        }
        for (first, second) in GapCoverage.sizes { tasks.append { GapCoverage.cells(first, second) } }
        return Parallel.run(tasks)
    }
}
