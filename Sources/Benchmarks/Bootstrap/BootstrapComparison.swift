import Foundation
import Statistics

/// Whole programs: BCa intervals of ten models from 10,000 replicates by Acuity, SciPy and R's boot.
enum BootstrapComparison {
    private static let models = 10
    private static let items = 2000

    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        let scores = Samples.binary(models: models, items: items).map(\.numerators)
        let file = try settings.emptyFolder("bootstrap").appending(path: "scores.json")
        // Whole numbers, so that R reads them without a package.
        let text =
            "[" + scores.map { "[" + $0.map { "\(Int($0))" }.joined(separator: ",") + "]" }.joined(separator: ",\n")
            + "]\n"
        try Data(text.utf8).write(to: file)
        var table = ResultTable(
            ofPrograms: "BCa intervals of \(models) models × \(Figure.count(items)) items from 10,000 replicates")
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        let ours = try MeasuredProcess.best([program, "--bootstrap", file.path])
        let bounds = try JSONDecoder().decode([[Double]].self, from: ours.output)
        table.add("Acuity's joint bootstrap", ours, against: ours)
        for rival in [Comparator.sciPy, .boot] {
            guard let theirs = try rival.best([file.path]) else {
                table.notes.append(rival.absence)
                continue
            }
            table.add(rival.name, theirs, against: ours)
            let (worst, tolerance) = try check(bounds, against: theirs.output, scores, rival.name)
            table.notes.append(
                "\(rival.name): bounds differ by at most \(Figure.significant(100 * worst)) points; chance allows "
                    + "\(Figure.significant(100 * tolerance)).")
        }
        let exact = seconds { for column in scores { _ = Self.exact(column).bca(level: 0.95) } }
        table.notes.append(
            "What Acuity does with such scores: the exact distribution, \(Figure.time(exact)) for the same ten intervals "
                + "in a running program, without Monte Carlo error.")
        return table
    }

    private static func exact(_ scores: [Double]) -> BootstrapDistribution {
        ExactBootstrap.accuracy(correct: Int(scores.reduce(0, +)), size: scores.count)
    }

    /// Two runs of 10,000 replicates differ by chance: a bound's error is that of a quantile of 2.5 %, twice for two runs.
    ///
    /// - Returns: the largest difference, and the smallest that would be too large.
    private static func check(
        _ ours: [[Double]], against output: Data, _ scores: [[Double]], _ program: String
    ) throws -> (worst: Double, tolerance: Double) {
        let theirs = try JSONDecoder().decode([[Double]].self, from: output)
        guard theirs.count == ours.count else {
            throw ComparatorError(program: program, said: "not an interval a model")
        }
        var (worst, tolerance) = (0.0, Double.infinity)
        for (index, column) in scores.enumerated() {
            let mean = column.reduce(0, +) / Double(column.count)
            let standardError = (mean * (1 - mean) / Double(column.count)).squareRoot()
            // √(q(1 − q)/B)/φ(z) for q = 0.025 and B = 10,000, in standard errors.
            let quantileError = 0.02672 * standardError
            // Five errors of a difference of two, and a step of the mean, 1/n.
            let allowed = 5 * 2.0.squareRoot() * quantileError + 1 / Double(column.count)
            tolerance = min(tolerance, allowed)
            for (left, right) in zip(ours[index], theirs[index]) {
                worst = max(worst, abs(left - right))
                guard abs(left - right) <= allowed else {
                    throw ComparatorError(program: program, said: "found \(right), not \(left), as a bound")
                }
            }
        }
        return (worst, tolerance)
    }
}

extension BenchmarkGroup {
    static let bootstrap = BenchmarkGroup(
        name: "bootstrap", summary: "the joint bootstrap beside plain C loops, and beside SciPy and R's boot"
    ) {
        [
            BenchmarkCase.table("The joint bootstrap beside plain loops in C", JointBootstrapCases.all()),
            try BootstrapComparison.table($0),
        ]
    }

    static let intervals = BenchmarkGroup(
        name: "intervals", summary: "exact intervals beside 10,000 replicates of the same statistic"
    ) { _ in [BenchmarkCase.table("Exact intervals beside 10,000 replicates", IntervalCases.all())] }
}
