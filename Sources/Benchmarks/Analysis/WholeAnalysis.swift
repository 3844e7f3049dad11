import Foundation
import LogGeneration

/// `acuity analyze` of 50 models on 10 benchmarks of 10,000 items, and its statistics alone.
enum WholeAnalysis {
    private static let size =
        "\(StudyStatistics.models) models × \(StudyStatistics.benchmarks) benchmarks × "
        + "\(Figure.count(StudyStatistics.items)) items, \(Figure.count(StudyStatistics.replicates)) replicates"

    static func tables(_ settings: BenchmarkSettings) throws -> [ResultTable] {
        [statistics(), try programs(settings)]
    }

    private static func statistics() -> ResultTable {
        var table = ResultTable(
            title: "The statistics of \(size), 2 threads",
            columns: ["Items", "Joint bootstrap", "Intervals and exact tests of all pairs", "Ranks", "Together"])
        for clusterSize in [1, 2] {
            let work = StudyStatistics(clusterSize: clusterSize)
            let replicates = work.bootstrap()
            let times = [
                seconds { _ = work.bootstrap() }, seconds { work.pairs() }, seconds { work.ranks(replicates) },
            ]
            table.rows.append([name(clusterSize)] + (times + [times.reduce(0, +)]).map(Figure.time))
        }
        return table
    }

    private static func programs(_ settings: BenchmarkSettings) throws -> ResultTable {
        let acuity = try AcuityProgram()
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items) = (
            StudyStatistics.models, StudyStatistics.benchmarks, StudyStatistics.items
        )
        plan.hasTexts = false
        var table = ResultTable(
            title: "`acuity analyze` of \(size): from the store to the findings",
            columns: ["Items", "Time", "Processor time", "Peak memory"])
        for clusterSize in [1, 2] {
            plan.itemsPerImage = clusterSize
            let folder = try settings.emptyFolder("analysis")
            _ = try GeneratedStudy.write(plan, to: folder)
            let arguments = [folder.appending(path: "study.toml").path, "--output", folder.path, "--quiet"]
            _ = try acuity.best(of: 1, ["ingest"] + arguments)
            let run = try acuity.best(["analyze"] + arguments)
            table.add(
                name(clusterSize), Figure.time(run.seconds), Figure.time(run.processorSeconds),
                Figure.bytes(run.peakBytes))
        }
        table.notes.append(
            "Beside the statistics above: gaps, standardised gaps, agreement of all pairs, power, variance components, checks of "
                + "consistency, and the writing of the findings.")
        return table
    }

    private static func name(_ clusterSize: Int) -> String {
        clusterSize == 1 ? "independent" : "in clusters of \(clusterSize)"
    }
}

extension BenchmarkGroup {
    static let analysis = BenchmarkGroup(
        name: "analysis", summary: "`acuity analyze` of 5 million predictions, and its statistics alone",
        run: WholeAnalysis.tables)
}
