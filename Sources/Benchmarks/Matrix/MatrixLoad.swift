import Foundation
import LogGeneration
import Store

/// A benchmark's score matrix from the store, beside a raw read of as many bytes as its vectors have.
enum MatrixLoad {
    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        let acuity = try AcuityProgram()
        var table = ResultTable(
            title: "Loading a benchmark's score matrix, keys and facets from the store",
            columns: [
                "Matrix", "Scores", "Time", "Scores a second", "Raw read, a byte a score", "Raw read as doubles",
                "Time ÷ raw read as doubles",
            ])
        for (models, items) in [(50, 10_000), (10, 100_000)] {
            var plan = LogPlan()
            (plan.models, plan.benchmarks, plan.items, plan.hasTexts) = (models, 1, items, false)
            let folder = try settings.emptyFolder("matrix")
            let study = try GeneratedStudy.write(plan, to: folder)
            _ = try acuity.best(
                of: 1, ["ingest", folder.appending(path: "study.toml").path, "--output", folder.path, "--quiet"])
            let store = try Store(path: folder.appending(path: "results/acuity.sqlite").path)
            let name = study.logs[0].benchmark
            let matrix = try store.matrix(benchmark: name)
            guard matrix.runs.count == models, matrix.keys.count == items else {
                throw ComparatorError(program: "the store", said: "another matrix than was written")
            }
            let time = seconds { _ = try? store.matrix(benchmark: name) }
            let floors = try [1, 8].map { width in
                let file = folder.appending(path: "raw")
                try Data(count: plan.predictions * width).write(to: file)
                return seconds { Floors.read(file.path) }
            }
            table.add(
                "\(models) models × \(Figure.count(items)) items", Figure.count(plan.predictions), Figure.time(time),
                Figure.significant(Double(plan.predictions) / time / 1e6) + " million", Figure.time(floors[0]),
                Figure.time(floors[1]), Figure.ratio(time, to: floors[1]))
        }
        table.notes.append(
            "All from the page cache. A matrix in memory holds doubles, so that their read is the floor.")
        return table
    }
}

extension BenchmarkGroup {
    static let matrix = BenchmarkGroup(
        name: "matrix", summary: "a benchmark's score matrix from the store, beside a raw read"
    ) { [try MatrixLoad.table($0)] }
}
