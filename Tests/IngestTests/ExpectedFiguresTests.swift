import Foundation
import Readers
import Records
import Testing

@testable import Ingest

@Suite("Figures of real logs", .enabled(if: SharedLogs.folder != nil, "skipped: ../shared/logs is not there"))
struct ExpectedFiguresTests {
    /// What of a log a row of EXPECTED.tsv is about, where that is not all of it.
    private static func conditions(_ metric: String) -> [Facet] {
        if metric.contains("qtype closed") { return [Facet(name: "qtype", value: "closed")] }
        if metric.contains("type=closed") { return [Facet(name: "type", value: "closed")] }
        return []
    }

    /// Rows whose figure is not what Acuity should find, and why.
    private static func exception(_ row: [String: String]) -> String? {
        let path = row["path", default: ""]
        if path.contains("llava_med"), row["metric", default: ""].hasPrefix("pred == gt") {
            return "the table compares whole sentences with `yes`; Acuity extracts the yes from `Yes, the kidneys ...`"
        }
        return nil
    }

    private static func place(_ path: String, in folder: URL) -> String {
        // `{reviews,reports}/model/set.json` is about the data set's reviews, whichever files hold them.
        let base = path.components(separatedBy: "{reviews,reports}")[0]
        return folder.appending(path: base).path
    }

    @Test("the mean and the number of items are those of the table, for every row that has them") func means() throws {
        let folder = try #require(SharedLogs.folder)
        let rows = try SharedLogs.table("EXPECTED.tsv").filter {
            Double($0["recomputed_from_items", default: ""]) != nil
        }
        var compared = 0
        let groups = Dictionary(grouping: rows) { row in
            [row["path", default: ""], Self.conditions(row["metric", default: ""]).map(\.value).joined()]
        }
        for (key, rows) in groups.sorted(by: { $0.key[0] < $1.key[0] }) {
            let listing = LogFinder().find([Self.place(key[0], in: folder)])
            if listing.problems.contains(where: { $0.kind == "missing-converter" }) { continue }
            #expect(listing.problems.isEmpty && !listing.logs.isEmpty, "\(key[0]): \(listing.problems)")
            let runs = try listing.logs.flatMap {
                try Inspection($0, where: Self.conditions(rows[0]["metric", default: ""])).runs
            }
            for row in rows where Self.exception(row) == nil {
                let expected = try #require(Double(row["recomputed_from_items", default: ""]))
                let items = Int(row["items", default: ""])
                let agreeing = runs.filter { abs(($0.mean ?? .nan) - expected) < 1.01e-6 * max(1, abs(expected)) }
                // Where the table counts repeats as items, the number of predictions is that number.
                let metric = row["metric", default: ""]
                #expect(
                    agreeing.contains { $0.items == items || $0.predictions == items },
                    "\(key[0]) \(metric): \(expected) over \(items ?? 0) is not among \(runs.map { ($0.metric, $0.items, $0.mean) })"
                )
                compared += 1
            }
        }
        #expect(compared >= 190)
    }

    @Test("every file of the manifest is a log, belongs to one, or is passed over with a reason") func manifest() throws
    {
        let folder = try #require(SharedLogs.folder)
        let listing = LogFinder().find([folder.path])
        let problems = listing.problems.filter { $0.kind != "missing-converter" }
        #expect(problems.isEmpty, "\(problems)")
        #expect(listing.passedOver.allSatisfy { !$0.reason.isEmpty })
        let named = Set(
            listing.logs.flatMap { $0.parts.map(\.url.path) + $0.sidecars.map(\.path) }
                + listing.passedOver.map(\.path) + listing.problems.map(\.file))
        for row in try SharedLogs.table("MANIFEST.tsv") {
            let path = folder.appending(path: row["path", default: ""]).path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            #expect(named.contains(path), "\(path)")
        }
        for log in listing.logs {
            do {
                _ = try Inspection(log)
            } catch let problem as Problem {
                #expect(!problem.expected.isEmpty && !problem.remedy.isEmpty, "\(problem)")
            }
        }
    }
}
