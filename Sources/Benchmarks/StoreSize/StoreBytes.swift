import Foundation
import LogGeneration

/// Bytes that a prediction takes in the store, in the log, and in the log packed with gzip.
enum StoreBytes {
    static func table(_ settings: BenchmarkSettings) throws -> ResultTable {
        let acuity = try AcuityProgram()
        var table = ResultTable(
            title: "Bytes a prediction",
            columns: ["Logs", "Predictions", "Log", "Log in gzip", "Store", "Store ÷ log", "Store ÷ gzip"])
        let kinds = [
            ("0/1 scores without texts, 10 models", 10, false, 0.0), ("the same, 50 models", 50, false, 0.0),
            ("short texts", 10, true, 0), ("one in ten a chain of thought", 10, true, 0.1),
            ("chains of thought", 10, true, 1),
        ]
        for (name, models, hasTexts, long) in kinds {
            var plan = LogPlan()
            (plan.models, plan.benchmarks, plan.items) = (models, 1, long == 1 ? 5000 : 20_000)
            (plan.hasTexts, plan.longShare) = (hasTexts, long)
            let folder = try settings.emptyFolder("store")
            let log = try GeneratedStudy.write(plan, to: folder).logs.reduce(0) { $0 + $1.textBytes }
            var packed = plan
            packed.compression = .gzip
            let packedFolder = try settings.emptyFolder("store-gzip")
            _ = try GeneratedStudy.write(packed, to: packedFolder)
            let gzip = filesBelow(packedFolder.appending(path: "logs")).reduce(0) { $0 + fileBytes($1) }
            let study = folder.appending(path: "study.toml").path
            _ = try acuity.best(of: 1, ["ingest", study, "--output", folder.path, "--quiet"])
            let store = AcuityProgram.storeBytes(in: folder)
            func each(_ bytes: Int) -> String { Figure.significant(Double(bytes) / Double(plan.predictions)) }
            table.add(
                name, Figure.count(plan.predictions), each(log), each(gzip), each(store),
                Figure.ratio(Double(store), to: Double(log)), Figure.ratio(Double(store), to: Double(gzip)))
        }
        return table
    }
}

extension BenchmarkGroup {
    static let store = BenchmarkGroup(
        name: "store", summary: "bytes a prediction in the store, beside the log and its gzip"
    ) { [try StoreBytes.table($0)] }
}
