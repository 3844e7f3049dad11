import Foundation
import Statistics

/// BCa intervals of the means of several columns of scores, from 10,000 replicates that all columns share.
enum BootstrapWork {
    /// Prints one JSON list, the lower and the upper bound of each column.
    ///
    /// - Parameter file: a JSON list of lists of scores.
    static func printIntervals(of file: String) throws {
        let scores = try JSONDecoder().decode([[Double]].self, from: Data(contentsOf: URL(filePath: file)))
        let columns = scores.map { ClusterColumn(scores: $0) }
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let replicates = JointBootstrap.run(
            columns: columns, plan: BootstrapPlan(seed: 1, name: "benchmark", threads: threads))
        let bounds = columns.enumerated().map { index, column in
            let interval = BootstrapDistribution(
                estimate: column.value, replicates: replicates[index], jackknifeParts: [column.jackknife])?.bca(
                    level: 0.95)
            return [interval?.lower ?? .nan, interval?.upper ?? .nan]
        }
        FileHandle.standardOutput.write(try JSONEncoder().encode(bounds))
    }
}
