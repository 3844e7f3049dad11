import Foundation
import LogGeneration
import Store

/// Whole programs over the same logs: the accuracy of each model by Acuity's reader, DuckDB and pandas.
enum ScanComparison {
    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items, plan.longShare) = (4, 2, 100_000, 0.1)
        let folder = try settings.emptyFolder("scan")
        let made = try GeneratedStudy.write(plan, to: folder).logs
        let logs = folder.appending(path: "logs").path
        let bytes = made.reduce(0) { $0 + $1.textBytes }
        var table = ResultTable(
            ofPrograms:
                "The accuracy of each model from \(made.count) logs of JSONL: \(Figure.count(plan.predictions)) "
                + "predictions, \(Figure.bytes(bytes))")
        let truth = Dictionary(grouping: made, by: \.model).mapValues { logs in
            Double(logs.reduce(0) { $0 + $1.right }) / Double(logs.reduce(0) { $0 + $1.rows })
        }
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        let ours = try MeasuredProcess.best([program, "--accuracies", logs])
        try check(ours.output, truth, "Acuity's reader")
        table.add("Acuity's reader", ours, against: ours)
        for rival in [Comparator.duckDB, .pandasScan] {
            if let theirs = try rival.best([logs]) {
                try check(theirs.output, truth, rival.name)
                table.add(rival.name, theirs, against: ours)
            } else {
                table.notes.append(rival.absence)
            }
        }
        let acuity = try AcuityProgram()
        let output = folder.appending(path: "out")
        let ingest = try acuity.best(["ingest", logs, "--output", output.path, "--quiet"]) {
            try? FileManager.default.removeItem(at: output)
        }
        try checkStore(output, truth)
        table.add("acuity ingest (scores, items and texts into the store)", ingest, against: ours)
        table.notes.append("All find the accuracies that the generator states.")
        return table
    }

    private static func check(_ output: Data, _ truth: [String: Double], _ program: String) throws {
        try compare(JSONDecoder().decode([String: Double].self, from: output), truth, program)
    }

    private static func checkStore(_ output: URL, _ truth: [String: Double]) throws {
        let store = try Store(path: output.appending(path: "results/acuity.sqlite").path)
        let runs = try store.benchmarkNames().flatMap { try store.matrix(benchmark: $0).runs }
        let means = Dictionary(grouping: runs, by: \.model).mapValues { runs in
            runs.reduce(0) { $0 + ($1.scores.first?.mean ?? 0) } / Double(runs.count)
        }
        try compare(means, truth, "acuity ingest")
    }

    private static func compare(_ found: [String: Double], _ truth: [String: Double], _ program: String) throws {
        guard found.count == truth.count, truth.allSatisfy({ abs((found[$0.key] ?? .nan) - $0.value) < 1e-9 }) else {
            throw ComparatorError(program: program, said: "found other accuracies than the logs have")
        }
    }
}

extension BenchmarkGroup {
    static let scan = BenchmarkGroup(
        name: "scan", summary: "readers beside simdjson and the unpackers; a scan beside DuckDB and pandas"
    ) { [try FormScan.table($0), try ScanComparison.table($0)] }
}
