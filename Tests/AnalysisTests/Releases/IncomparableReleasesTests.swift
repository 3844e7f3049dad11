import Analysis
import Findings
import Records
import Study
import Testing

@Suite("Releases that cannot be compared are bad input, not a verdict") struct IncomparableReleasesTests {
    private typealias Logs = ReleaseLogs

    private func problems(
        _ releases: [[Logs.Row]], accepting: Set<AcceptedDifference> = []
    ) throws -> [Problem] {
        do {
            _ = try Logs.document(releases, accepting: accepting)
            return []
        } catch let error as IncomparableReleases {
            return error.problems
        }
    }

    @Test("no common items") func nothingShared() throws {
        let old = Logs.rows(40) { _ in true }
        let new = old.map { row in
            var row = row
            row.item += 1000
            return row
        }
        #expect(try problems([old, new]).map(\.kind) == ["releases-without-common-items"])
    }

    @Test("other targets: refused with the items, or left out and counted where that is accepted") func targets() throws
    {
        let old = Logs.rows(100) { $0 % 2 == 0 }
        let new = old.map { row in
            var row = row
            if row.item < 10 { row.target = "B" }
            return row
        }
        let refused = try problems([old, new])
        #expect(refused.map(\.kind) == ["releases-differ-targets"] && refused[0].count == 10)
        #expect(refused[0].description.contains("`0`") && refused[0].description.contains("--accept targets"))
        let document = try Logs.document([old, new], accepting: [.targets])
        #expect(document.pairings[0].differingTargets == 10 && document.pairings[0].shared == 90)
        #expect(document.comparisons[0].items == 90 && document.comparisons[0].estimate == 0)
        #expect(document.problems.contains { $0.kind == "releases-differ-targets" && $0.severity == "warning" })
    }

    @Test("other benchmarks are not taken for one, though each side has a single one and the keys agree")
    func otherBenchmarks() throws {
        let found = try problems([Logs.rows(30, on: "p") { _ in true }, Logs.rows(30, on: "q") { _ in true }])
        #expect(Set(found.map(\.kind)) == ["benchmark-of-one-side", "releases-without-common-items"])
    }

    @Test("common items without scores") func withoutScores() throws {
        var rows = Logs.rows(30) { _ in true }
        for index in rows.indices {
            rows[index].target = ""
            rows[index].prediction = "free words"
        }
        let found = try problems([rows, rows])
        #expect(found.map(\.kind) == ["releases-without-scores"] && found[0].expected.contains("30 items"))
    }

    @Test("other numbers of epochs") func epochs() throws {
        let old = Logs.rows(40) { $0 % 2 == 0 }
        let new = [1, 2].flatMap { epoch in
            old.map { row in
                var row = row
                row.epoch = epoch
                return row
            }
        }
        #expect(try problems([old, new]).map(\.kind) == ["releases-differ-epochs"])
        #expect(try Logs.document([old, new], accepting: [.epochs]).pairings[0].candidateEpochs == 2)
    }
}
