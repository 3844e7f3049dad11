import CoverageStudy
import Foundation
import Testing

@Suite("The coverage study")
struct CoverageStudyTests {
    /// What the default intervals promise: a nominal level of 0.95 and never less than this.
    static let promise = 0.935

    @Test(
        "The default interval of an accuracy covers at its level and is nowhere wider than Clopper-Pearson",
        arguments: [5, 12, 20, 33, 100, 451, 1000])
    func proportions(size: Int) throws {
        let cell = try #require(ProportionCoverage.cells(size: size).first { $0.method == "default" })
        #expect(cell.lowestCoverage >= 0.95)
        #expect(ProportionCoverage.largestWidthRatio(size: size) <= 1 + 1e-12)
    }

    @Test("The default interval of a paired difference keeps its promise", arguments: [5, 20, 40])
    func pairs(size: Int) throws {
        let cell = try #require(PairedCoverage.cells(size: size).first { $0.method == "default" })
        #expect(cell.lowestCoverage >= Self.promise)
    }

    @Test("The default interval of clustered items keeps its promise where Korn-Graubard's does not")
    func clusters() throws {
        let setting = try #require(ClusterCoverage.settings.first { $0.clusters == 20 && $0.sizes == 20...20 })
        let cells = ClusterCoverage.cells(setting, datasets: 400)
        // 400 data sets: three standard errors of a coverage of 0.95 are 0.033.
        #expect(try #require(cells.first { $0.method == "default" }).lowestCoverage >= Self.promise - 0.01)
        #expect(try #require(cells.first { $0.method == "korn-graubard" }).lowestCoverage < 0.92)
    }

    @Test("The committed table holds no default interval below the promise")
    func committedTable() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let table = try String(contentsOf: root.appendingPathComponent("docs/coverage.csv"), encoding: .utf8)
        let rows = table.split(separator: "\n").dropFirst().filter { $0.contains(",default,") }
        #expect(rows.count > 80)
        for row in rows {
            let coverage = try #require(row.components(separatedBy: ",default,").last?.split(separator: ",").first)
            #expect(try #require(Double(coverage)) >= Self.promise, "\(row)")
        }
    }
}
