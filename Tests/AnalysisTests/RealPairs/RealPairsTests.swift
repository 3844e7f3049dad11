import Analysis
import Findings
import Foundation
import Ingest
import Readers
import Statistics
import Store
import Study
import Testing

/// What `paired_logs.py` computed with SciPy, statsmodels and R from the raw files, without Acuity.
private struct RealPairs: Decodable {
    struct Pair: Decodable, CustomTestStringConvertible {
        var baseline: String
        var candidate: String
        var items: Int
        var baselineScore: Double
        var candidateScore: Double
        var estimate: Double
        /// Both right, only the baseline, only the candidate, neither; nil where scores are fractions.
        var table: [Int]?
        var pValue: Double?
        var newcombe: [Double]?
        var tango: [Double]?
        var bonettPrice: [Double]?
        var bca: [Double]?
        var bonettPriceEffective: [Double]

        var testDescription: String { candidate }
    }

    var level: Double
    var pairs: [Pair]

    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "real-pairs.json")

    static func read() throws -> RealPairs { try JSONDecoder().decode(RealPairs.self, from: Data(contentsOf: file)) }

    /// The logs of public projects that lie beside the repository, or nil.
    static let logs: URL? = {
        let package = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let folder = package.appending(path: "../shared/logs").standardizedFileURL
        return FileManager.default.fileExists(atPath: folder.appending(path: "MANIFEST.tsv").path) ? folder : nil
    }()
}

@Suite("Two models of real logs on the same items") struct RealPairsTests {
    private func expect(_ found: Interval, _ expected: [Double]?, _ tolerance: Double) {
        #expect(abs(found.lower - (expected?[0] ?? .nan)) <= tolerance)
        #expect(abs(found.upper - (expected?[1] ?? .nan)) <= tolerance)
    }

    @Test("McNemar's p values and every interval are those of SciPy, statsmodels and R") func statistics() throws {
        let file = try RealPairs.read()
        let counted = file.pairs.filter { $0.table != nil }
        #expect(counted.count >= 10)
        for pair in counted {
            let table = try #require(pair.table)
            let counts = PairedCounts(
                bothCorrect: Double(table[0]), onlyFirst: Double(table[2]), onlySecond: Double(table[1]),
                neither: Double(table[3]))
            let pValue = try #require(pair.pValue)
            let found = McNemar.test(onlyFirst: table[2], onlySecond: table[1]).exact
            #expect(abs(found - pValue) <= 1e-12 * pValue)
            #expect(abs(counts.difference - pair.estimate) < 1e-12)
            expect(Newcombe.pairedDifference(counts, level: file.level), pair.newcombe, 1e-12)
            expect(Tango.interval(counts, level: file.level), pair.tango, 1e-9)
            expect(BonettPrice.interval(counts, level: file.level), pair.bonettPrice, 1e-12)
        }
    }

    @Test(
        "from the raw logs to the comparison every number is that of SciPy, statsmodels and R",
        .enabled(if: RealPairs.logs != nil, "skipped: ../shared/logs is not there"),
        arguments: try RealPairs.read().pairs)
    private func comparisons(pair: RealPairs.Pair) throws {
        let found = try comparison(pair)
        #expect(found.items == pair.items && found.unpaired == 0)
        #expect(abs(found.estimate - pair.estimate) < 1e-12)
        #expect(abs((found.baselineScore ?? .nan) - pair.baselineScore) < 1e-12)
        #expect(abs((found.candidateScore ?? .nan) - pair.candidateScore) < 1e-12)
        if let table = pair.table, let pValue = pair.pValue {
            #expect(found.wrongToRight == table[2] && found.rightToWrong == table[1])
            #expect(abs(found.pValue - pValue) <= 1e-12 * pValue)
        }
        let expected = [IntervalMethod.bcaExact: pair.bca, .bonettPriceAtEffectiveSize: pair.bonettPriceEffective]
        let method = try #require(IntervalMethod(rawValue: found.interval.method))
        let interval = Interval(
            lower: found.interval.lower, upper: found.interval.upper, level: found.interval.level, method: method)
        expect(interval, try #require(expected[method], "no expected interval by \(method)"), 1e-9)
    }

    private func comparison(_ pair: RealPairs.Pair) throws -> ComparisonFinding {
        let logs = try #require(RealPairs.logs)
        let folder = FileManager.default.temporaryDirectory.appending(path: "acuity-pairs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var study = Study()
        study.replicates = 200
        let store = try Store(path: folder.appending(path: "store.sqlite").path)
        let paths = [pair.baseline, pair.candidate].map { logs.appending(path: $0).path }
        let summary = try LogIngest(store: store, study: study).ingest(LogFinder().find(paths).logs)
        func findings() throws -> FindingsDocument {
            try Analyzer(store: store, study: study, threads: 1, version: "test").findings(sources: summary.usable)
        }
        // Under which names the two logs know their models, the findings tell.
        let runs = try findings().runs
        let models = try paths.map { path in
            try #require(runs.first { $0.source.hasPrefix(path) || path.hasPrefix($0.source) }).model
        }
        study.compare = Comparison(baseline: models[0], candidate: models[1])
        return try #require(findings().comparisons.first { $0.scope == .benchmark })
    }
}
