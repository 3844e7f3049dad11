import Foundation
import LogGeneration

/// How time, memory and store grow with the number of items and with the number of models.
enum Growth {
    static func tables(_ settings: BenchmarkSettings) throws -> [ResultTable] {
        let acuity = try AcuityProgram()
        var sizes = [500, 1_600, 5_000, 16_000, 50_000]
        if settings.isLarge { sizes += [160_000, 500_000] }
        let byItems = try sizes.map { try point(settings, acuity, models: 10, benchmarks: 2, items: $0) }
        let byModels = try [5, 10, 20, 40].map { try point(settings, acuity, models: $0, benchmarks: 2, items: 2000) }
        return [
            table(
                "Growth with items: 10 models × 2 benchmarks, short texts, clusters of 2", "Predictions", byItems,
                \.predictions),
            table("Growth with models: 2 benchmarks of 2,000 items, clusters of 2", "Models", byModels, \.models),
        ]
    }

    private static func point(
        _ settings: BenchmarkSettings, _ acuity: AcuityProgram, models: Int, benchmarks: Int, items: Int
    ) throws -> GrowthPoint {
        var plan = LogPlan()
        (plan.models, plan.benchmarks, plan.items, plan.itemsPerImage) = (models, benchmarks, items, 2)
        let folder = try settings.emptyFolder("growth")
        _ = try GeneratedStudy.write(plan, to: folder)
        let study = folder.appending(path: "study.toml").path
        let repeats = plan.predictions > 300_000 ? 1 : 3
        let results = folder.appending(path: "results")
        let ingest = try acuity.best(of: repeats, ["ingest", study, "--output", folder.path, "--quiet"]) {
            try? FileManager.default.removeItem(at: results)
        }
        let store = AcuityProgram.storeBytes(in: folder)
        let analyze = try acuity.best(of: repeats, ["analyze", study, "--output", folder.path, "--quiet"])
        let site = try acuity.best(of: repeats, ["site", "--output", folder.path, "--quiet"]) {
            try? FileManager.default.removeItem(at: folder.appending(path: "site"))
        }
        return GrowthPoint(
            models: models, predictions: plan.predictions, ingest: ingest, analyze: analyze, site: site,
            storeBytes: store,
            findingsBytes: fileBytes(results.appending(path: "findings.json")),
            siteBytes: filesBelow(folder.appending(path: "site")).reduce(0) { $0 + fileBytes($1) })
    }

    /// What grows, and how it is shown.
    private static let measures:
        [(name: String, value: @Sendable (GrowthPoint) -> Double, text: @Sendable (Double) -> String)] = [
            ("Ingest", { $0.ingest.seconds }, Figure.time), ("its memory", { Double($0.ingest.peakBytes) }, bytes),
            ("Store", { Double($0.storeBytes) }, bytes), ("Analyze", { $0.analyze.seconds }, Figure.time),
            ("its memory", { Double($0.analyze.peakBytes) }, bytes), ("Findings", { Double($0.findingsBytes) }, bytes),
            ("Site", { $0.site.seconds }, Figure.time), ("its memory", { Double($0.site.peakBytes) }, bytes),
            ("its bytes", { Double($0.siteBytes) }, bytes),
        ]

    private static func bytes(_ value: Double) -> String { Figure.bytes(Int(value)) }

    private static func table(
        _ title: String, _ size: String, _ points: [GrowthPoint], _ amount: (GrowthPoint) -> Int
    ) -> ResultTable {
        var table = ResultTable(title: title, columns: [size] + measures.map(\.name))
        for point in points {
            table.rows.append([Figure.count(amount(point))] + measures.map { $0.text($0.value(point)) })
        }
        let sizes = points.map { Double(amount($0)) }
        for (name, part) in [("exponent, all sizes", points.count), ("exponent, the three largest", 3)] {
            table.rows.append(
                [name]
                    + measures.map { measure in
                        String(
                            format: "%.2f",
                            Exponent.of(points.suffix(part).map(measure.value), over: Array(sizes.suffix(part))))
                    })
        }
        return table
    }
}

/// What a study of one size took.
private struct GrowthPoint {
    var models: Int
    var predictions: Int
    var ingest: MeasuredProcess
    var analyze: MeasuredProcess
    var site: MeasuredProcess
    var storeBytes: Int
    var findingsBytes: Int
    var siteBytes: Int
}

extension BenchmarkGroup {
    static let growth = BenchmarkGroup(
        name: "growth", summary: "exponents of time, memory and bytes over studies of many sizes", run: Growth.tables)
}
