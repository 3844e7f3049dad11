import CoverageStudy
import Foundation

/// Makes the tables of the studies anew: `swift run -c release Coverage FOLDER` writes `coverage.csv`, `coverage-tables.md`
/// and `release-gate-power.md` there; with `release-gate` after the folder, the last one only.
@main
enum Coverage {
    /// Data sets for each true value; the standard error of a coverage of 0.95 is then 0.0034.
    private static let datasets = 4000
    /// Simulated comparisons for each row; the standard error of a share of 0.05 is then 0.0034.
    private static let simulations = 4000

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let path = arguments.first, arguments.count == 1 || Array(arguments.dropFirst()) == ["release-gate"]
        else {
            FileHandle.standardError.write(Data("Usage: Coverage FOLDER [release-gate]\n".utf8))
            exit(2)
        }
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        if arguments.count == 1 { try writeIntervals(to: folder) }
        let rows = ReleaseGateStudy.rows(simulations: simulations)
        try Data(ReleaseGateTable.markdown(rows).utf8).write(to: folder.appendingPathComponent("release-gate-power.md"))
    }

    private static func writeIntervals(to folder: URL) throws {
        let cells = CoverageStudy.cells(datasets: datasets)
        try Data(CoverageTable.csv(cells).utf8).write(to: folder.appendingPathComponent("coverage.csv"))
        try Data(CoverageTable.markdown(cells).utf8).write(to: folder.appendingPathComponent("coverage-tables.md"))
        for statistic in Set(cells.map(\.statistic)).sorted() {
            let worst = cells.filter { $0.statistic == statistic && $0.method == "default" }
                .min { $0.lowestCoverage < $1.lowestCoverage }
            if let worst {
                print("\(statistic): lowest coverage \(worst.lowestCoverage) at \(worst.setting), \(worst.lowestAt)")
            }
        }
    }
}
