import Findings
import Foundation
import Statistics
import Study
import Testing

@testable import Analysis

@Suite("Findings that charts draw") struct ChartFindingsTests {
    /// Four models on three benchmarks; `q` has two items an image.
    private func logs(benchmarks: [String] = ["p", "q", "r"]) -> AnalysisLogs {
        var logs = AnalysisLogs()
        for (place, benchmark) in benchmarks.enumerated() {
            let items = 120 + 40 * place
            let image = benchmark == "q" ? 2 : nil
            logs.add("a", benchmark, items: items, itemsPerImage: image) { $0 % 5 != 0 }
            logs.add("b", benchmark, items: items, itemsPerImage: image) { $0 % 3 != 0 }
            logs.add("c", benchmark, items: items, itemsPerImage: image) { $0 * 7 % 11 < 5 }
            logs.add("d", benchmark, items: items, itemsPerImage: image) { $0 % 5 != 0 }
        }
        return logs
    }

    @Test("mean ranks are those of the estimates, best first, and groups follow from the critical difference")
    func rankComparison() throws {
        let document = try logs().findings(AnalysisLogs.study(["p", "q", "r"]))
        let found = try #require(document.rankComparison)
        #expect(found.models == ["a", "d", "b", "c"])
        #expect(found.benchmarkIDs == ["p", "q", "r"] && found.benchmarks == 3)
        #expect(found.meanRanks.map(\.meanRank) == [1.5, 1.5, 3, 4])
        // All benchmarks rank alike; ties are the same everywhere.
        #expect(found.imanDavenport == nil && abs(found.friedman - 9) < 1e-12)
        let critical = StudentizedRange.quantile(0.95, members: 4) / 2.0.squareRoot() * (20.0 / 18).squareRoot()
        #expect(abs(found.criticalDifference - critical) < 1e-12)
        // 4 − 1.5 is less than 2.71.
        #expect(found.groups == [["a", "d", "b", "c"]])
        #expect(document.methods.contains { $0.id == "nemenyi" })
    }

    @Test("two benchmarks, or two models, are too few to compare ranks")
    func tooFew() throws {
        #expect(try logs(benchmarks: ["p", "q"]).findings(AnalysisLogs.study(["p", "q"])).rankComparison == nil)
        var two = AnalysisLogs()
        for benchmark in ["p", "q", "r"] {
            two.add("a", benchmark, items: 30) { $0 % 2 == 0 }
            two.add("b", benchmark, items: 30) { $0 % 3 == 0 }
        }
        #expect(try two.findings(AnalysisLogs.study(["p", "q", "r"])).rankComparison == nil)
    }

    @Test("a model with one benchmark does not take the others' ranks away")
    func incomplete() throws {
        var logs = logs()
        logs.add("e", "p", items: 120) { $0 % 2 == 0 }
        let found = try #require(try logs.findings(AnalysisLogs.study(["p", "q", "r"])).rankComparison)
        #expect(found.models == ["a", "d", "b", "c"])
    }

    @Test("agreement counts items over all benchmarks, with the chance of each")
    func agreements() throws {
        let document = try logs().findings(AnalysisLogs.study(["p", "q", "r"]))
        #expect(document.agreements.map { "\($0.first)\($0.second)" } == ["ad", "ab", "ac", "db", "dc", "bc"])
        let same = document.agreements[0]
        #expect(same.observed == 1 && same.kappa == 1 && same.interval == nil, "kappa of one model does not vary")
        let pair = document.agreements[1]
        var (both, only, expected) = (0, 0, 0.0)
        for items in [120, 160, 200] {
            let a = (0..<items).map { $0 % 5 != 0 }
            let b = (0..<items).map { $0 % 3 != 0 }
            both += zip(a, b).count { $0 && $1 }
            only += zip(a, b).count { $0 && !$1 }
            let (p, q) = (Double(a.count { $0 }) / Double(items), Double(b.count { $0 }) / Double(items))
            expected += Double(items) * (p * q + (1 - p) * (1 - q))
        }
        #expect(pair.items == 480 && pair.clusters == 120 + 80 + 200 && pair.benchmarks == 3)
        #expect(pair.bothRight == both && pair.onlyFirst == only)
        #expect(pair.bothRight + pair.onlyFirst + pair.onlySecond + pair.bothWrong == 480)
        #expect(abs(pair.expected - expected / 480) < 1e-12)
        let kappa = try #require(pair.kappa)
        #expect(abs(kappa - (pair.observed - pair.expected) / (1 - pair.expected)) < 1e-12)
        let interval = try #require(pair.interval)
        #expect(interval.lower < kappa && kappa < interval.upper && interval.method == "jackknife")
    }

    @Test("macro-averages have a distribution each: exact for independent items, else from the replicates")
    func distributions() throws {
        let clustered = try logs().findings(AnalysisLogs.study(["p", "q", "r"]))
        let exact = try logs(benchmarks: ["p", "r"]).findings(AnalysisLogs.study(["p", "r"]))
        #expect(clustered.distributions.allSatisfy { $0.kind == "replicates" && $0.replicates == 400 })
        #expect(exact.distributions.allSatisfy { $0.kind == "exact" && $0.replicates == nil })
        for document in [clustered, exact] {
            #expect(document.distributions.map(\.model) == ["a", "b", "c", "d"])
            for found in document.distributions {
                let estimate = document.estimates.first { $0.scope == .macroAverage && $0.model == found.model }
                #expect(found.estimate == estimate?.estimate && found.interval == estimate?.interval)
                #expect(found.bins.count <= 50 && abs(found.bins.reduce(0) { $0 + $1.mass } - 1) < 1e-12)
                #expect(zip(found.bins, found.bins.dropFirst()).allSatisfy { $0.upper == $1.lower })
                let mean = found.bins.reduce(0) { $0 + ($1.lower + $1.upper) / 2 * $1.mass }
                #expect(abs(mean - found.estimate) < 0.01)
            }
        }
    }

    @Test("the only benchmark has the binomial distributions of its accuracies")
    func onlyBenchmark() throws {
        let document = try logs(benchmarks: ["p"]).findings(AnalysisLogs.study(["p"]))
        let found = try #require(document.distributions.first)
        #expect(found.model == "a" && found.benchmark == "p" && found.kind == "exact" && found.estimate == 0.8)
        // 96 of 120 are right, and each bin holds one count.
        let bin = try #require(found.bins.first { $0.lower < 0.8 && 0.8 < $0.upper })
        #expect(abs(bin.mass - Binomial.mass(96, trials: 120, probability: 0.8)) < 1e-12)
        let curve = try #require(document.thresholdCurves.first)
        #expect(document.thresholdCurves.count == 1 && curve.benchmark == "p" && curve.threshold == nil)
        #expect(curve.models == 4 && curve.alpha == 0.025 && curve.minimum == nil)
    }

    @Test("power is that of the plan at the median discordance and design effect")
    func powers() throws {
        let document = try logs().findings(AnalysisLogs.study(["p", "q", "r"]))
        #expect(document.powers.map(\.benchmark) == ["p", "q", "r"])
        for found in document.powers {
            let pairs = document.differences.filter { $0.benchmark == found.benchmark }
            let shares = pairs.map { Double(($0.onlyFirst ?? 0) + ($0.onlySecond ?? 0)) / Double($0.items) }.sorted()
            #expect(found.pairs == 6 && abs(found.discordance - (shares[2] + shares[3]) / 2) < 1e-12)
            #expect((found.designEffect == 1) == (found.benchmark != "q"))
            #expect(found.curves.map(\.difference) == [0.01, 0.02, 0.05, 0.10])
            for curve in found.curves {
                #expect(curve.points.count == 40 && curve.points[0].items == 20 && curve.points[39].items == 100_000)
                let point = curve.points[17]
                let size = Int(Double(point.items) / max(1, found.designEffect))
                let power = Power.mcNemar(
                    size: size, onlyFirst: (found.discordance + curve.difference) / 2,
                    onlySecond: (found.discordance - curve.difference) / 2, alpha: found.alpha)
                #expect(abs(point.power - power) < 1e-12)
                let needed = try #require(curve.itemsFor80)
                for point in curve.points where point.items > needed * 11 / 10 { #expect(point.power >= 0.8) }
                for point in curve.points where point.items < needed * 9 / 10 { #expect(point.power < 0.8) }
            }
        }
    }

    @Test("differences greater than the discordance have no curve, and one model has no power")
    func powerLimits() throws {
        var logs = AnalysisLogs()
        logs.add("a", "p", items: 200) { $0 % 2 == 0 }
        logs.add("b", "p", items: 200) { $0 % 2 == 0 || $0 % 25 == 1 }
        logs.add("a", "q", items: 50) { $0 % 2 == 0 }
        let powers = try logs.findings(AnalysisLogs.study(["p", "q"])).powers
        #expect(powers.map(\.benchmark) == ["p"])
        #expect(powers[0].curves.map(\.difference) == [0.01, 0.02])
    }

    @Test("a curve's counts at a threshold's minimum are its verdicts, and fall with the minimum")
    func thresholdCurves() throws {
        var study = AnalysisLogs.study(["p", "q", "r"])
        study.thresholds = [
            Threshold(id: "each", name: "E", minimum: 0.6, source: "test"),
            Threshold(id: "mean", name: "M", minimum: 0.7, source: "test"),
            Threshold(id: "facets", name: "F", minimum: 0.7, source: "test"),
        ]
        study.thresholds[1].benchmark = "macro-average"
        study.thresholds[2].each = "image"
        let document = try logs().findings(study)
        #expect(document.thresholdCurves.map(\.threshold) == ["each", "each", "each", "mean"])
        #expect(document.thresholdCurves.map(\.benchmark) == ["p", "q", "r", nil])
        for curve in document.thresholdCurves {
            let verdicts = document.verdicts.filter {
                $0.threshold == curve.threshold && $0.benchmark == curve.benchmark && !$0.isJoint
            }
            let minimum = try #require(curve.minimum)
            // The last point at or below; between points of equal counts nothing changes.
            let point = try #require(curve.points.last { $0.minimum <= minimum })
            #expect(curve.models == 4 && curve.alpha == verdicts.first?.alpha)
            #expect(point.pass == verdicts.count { $0.verdict == .pass })
            #expect(point.fail == verdicts.count { $0.verdict == .fail })
            #expect(curve.points.first?.minimum == 0 && curve.points.first?.pass == 4)
            #expect(curve.points.last?.minimum == 1 && curve.points.last?.fail == 4)
            for (left, right) in zip(curve.points, curve.points.dropFirst()) {
                #expect(left.minimum < right.minimum && left.pass >= right.pass && left.fail <= right.fail)
                #expect(left.pass + left.inconclusive + left.fail == 4)
            }
        }
    }

    @Test("points that are left out have the counts of both their neighbours")
    func thinned() {
        let points = ThresholdCurveAnalyzer.points([
            OneSidedBounds(lower: 0.305, upper: 0.5), OneSidedBounds(lower: 0.4, upper: 0.6),
        ])
        #expect(points.map(\.minimum) == [0, 0.3, 0.31, 0.4, 0.41, 0.5, 0.51, 0.6, 0.61, 1])
        #expect(points.map(\.pass) == [2, 2, 1, 1, 0, 0, 0, 0, 0, 0])
        #expect(points.map(\.fail) == [0, 0, 0, 0, 0, 0, 1, 1, 2, 2])
    }
}
