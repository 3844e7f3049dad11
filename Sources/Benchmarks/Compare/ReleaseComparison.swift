import Foundation

/// `acuity compare` beside a script of pandas and statsmodels: two JSONL logs of a million predictions each.
enum ReleaseComparison {
    private static let items = 1_000_000
    /// Exit codes up to 4 are verdicts.
    private static let verdicts: Set<Int32> = [0, 1, 4]

    /// Makes the logs and runs both programs.
    ///
    /// - Throws: An error if the logs cannot be written, a program fails, or the two find different numbers.
    static func run(_ settings: BenchmarkSettings) throws -> [ResultTable] {
        let acuity = try AcuityProgram()
        let logs = try ReleaseLogs(items: items, folder: settings.emptyFolder("compare"))
        let files = [logs.baseline.path, logs.candidate.path]
        let bytes = files.reduce(0) { $0 + fileBytes(URL(filePath: $1)) }
        var table = ResultTable(
            ofPrograms: "Two releases compared: 2 × \(Figure.count(items)) predictions as JSONL, \(Figure.bytes(bytes))"
        )
        let ours = try MeasuredProcess.best(
            [acuity.path, "compare"] + files + ["--margin", "0.01", "--json"], accepted: verdicts)
        table.add("acuity compare", ours, against: ours)
        if let theirs = try Comparator.pandas.best(files + ["0.01"]) {
            table.add(Comparator.pandas.name, theirs, against: ours)
            try check(ours.output, against: theirs.output)
            table.notes.append("Items, flips, difference and p value are equal.")
        } else {
            table.notes.append(Comparator.pandas.absence)
        }
        return [table]
    }

    /// A fast program that finds something else has won nothing.
    private static func check(_ ours: Data, against theirs: Data) throws {
        struct Ours: Decodable {
            struct Comparison: Decodable {
                var scope: String
                var estimate: Double
                var items: Int
                var pValue: Double
                var rightToWrong: Int?
                var wrongToRight: Int?
            }
            var comparisons: [Comparison]
        }
        struct Theirs: Decodable {
            var estimate: Double
            var items: Int
            var pValue: Double
            var rightToWrong: Int
            var wrongToRight: Int
        }
        let expected = try JSONDecoder().decode(Theirs.self, from: theirs)
        let found = try JSONDecoder().decode(Ours.self, from: ours).comparisons.first { $0.scope == "benchmark" }
        guard let found, found.items == expected.items, found.rightToWrong == expected.rightToWrong,
            found.wrongToRight == expected.wrongToRight, abs(found.estimate - expected.estimate) < 1e-9,
            abs(found.pValue - expected.pValue) <= 1e-6 * expected.pValue
        else { throw ComparatorError(program: "compare", said: "the two programs find different numbers") }
    }
}

extension BenchmarkGroup {
    static let compare = BenchmarkGroup(
        name: "compare", summary: "`acuity compare` beside pandas and statsmodels", run: ReleaseComparison.run)
}
