import CoverageStudy
import Foundation

/// Makes the table of the coverage study anew: `swift run -c release Coverage FOLDER` writes `coverage.csv` and
/// `coverage-tables.md` there.
@main
enum Coverage {
    /// Data sets for each true value; the standard error of a coverage of 0.95 is then 0.0034.
    private static let datasets = 4000

    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            FileHandle.standardError.write(Data("Usage: Coverage FOLDER\n".utf8))
            exit(2)
        }
        let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
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
