import Foundation

/// `acuity compare` beside a script of pandas and statsmodels: two JSONL logs of a million predictions each.
enum ReleaseComparison {
    static let name = "compare"
    private static let items = 1_000_000
    private static let repeats = 3

    /// Makes the logs, runs both programs and prints the time by the clock, the peak memory and the ratios.
    ///
    /// - Throws: An error if the logs cannot be written or a program fails.
    static func run() throws {
        let acuity = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "acuity")
        guard FileManager.default.isExecutableFile(atPath: acuity.path) else {
            print("\(name): not run: build the program: swift build -c release --product acuity")
            return
        }
        let logs = try ReleaseLogs(
            items: items, folder: FileManager.default.temporaryDirectory.appending(path: "acuity-compare"))
        let files = [logs.baseline.path, logs.candidate.path]
        let bytes = try files.reduce(0) { sum, path in
            sum + (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0)
        }
        print("\(name): 2 × \(items) predictions as JSONL, \(bytes / 1_000_000) MB; the best of \(repeats) runs")
        let ours = try best([acuity.path, "compare"] + files + ["--margin", "0.01", "--json"])
        show("acuity compare", ours)
        guard let python = Comparator.pandas.interpreter() else {
            print("    without \(Comparator.pandas.name); `make bench` installs \(Comparator.pandas.packages)")
            return
        }
        let theirs = try best([python, Comparator.pandas.scriptPath] + files + ["0.01"])
        show(Comparator.pandas.name, theirs)
        print(
            "    "
                + String(
                    format: "%.1f times as fast with %.2f of the memory", theirs.seconds / ours.seconds,
                    Double(ours.peakBytes) / Double(theirs.peakBytes)))
        try check(ours.output, against: theirs.output)
    }

    /// The fastest of several runs. Exit codes up to 4 are verdicts, all else but success is a failure.
    private static func best(_ arguments: [String]) throws -> MeasuredProcess {
        let runs = try (0..<repeats).map { _ in try MeasuredProcess.run(arguments) }
        guard runs.allSatisfy({ [0, 1, 4].contains($0.status) }), let best = runs.min(by: { $0.seconds < $1.seconds })
        else { throw ComparatorError(program: arguments[0], said: "exit code \(runs.map(\.status))") }
        return best
    }

    private static func show(_ program: String, _ run: MeasuredProcess) {
        print(
            "    \(program.padding(toLength: 24, withPad: " ", startingAt: 0))"
                + String(format: "%8.2f s   %7.0f MB at most", run.seconds, Double(run.peakBytes) / 1e6))
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
        else { throw ComparatorError(program: name, said: "the two programs find different numbers") }
        print("    items, flips, difference and p value are equal")
    }
}
