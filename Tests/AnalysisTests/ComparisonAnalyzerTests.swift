import Findings
import Statistics
import Study
import Testing

@testable import Analysis

@Suite("Comparison of two releases") struct ComparisonAnalyzerTests {
    /// The candidate `a-next` is better on `better`, worse on `worse`, the same but for a few items on `same`, and on `few`
    /// nothing can be said. By name it stands behind the baseline, so that the pair is found the other way round.
    private func logs() -> AnalysisLogs {
        var logs = AnalysisLogs()
        logs.add("a", "better", items: 400) { $0 % 2 == 0 }
        logs.add("a-next", "better", items: 400) { $0 % 2 == 0 || $0 % 5 == 0 }
        logs.add("a", "worse", items: 400, itemsPerImage: 2) { $0 % 4 != 0 }
        logs.add("a-next", "worse", items: 400, itemsPerImage: 2) { $0 % 2 != 0 }
        logs.add("a", "same", items: 3000) { $0 % 3 == 0 || $0 == 1 }
        logs.add("a-next", "same", items: 3000) { $0 % 3 == 0 || $0 == 2 }
        logs.add("a", "few", items: 20) { $0 % 2 == 0 }
        logs.add("a-next", "few", items: 20) { $0 % 2 == 0 || $0 == 1 }
        logs.add("b", "same", items: 3000) { $0 % 3 == 1 }
        return logs
    }

    private func study(margin: Double?, baseline: String = "a", candidate: String = "a-next") -> Study {
        var study = AnalysisLogs.study(["better", "worse", "same", "few"])
        study.compare = Comparison(baseline: baseline, candidate: candidate)
        study.compare?.margin = margin
        return study
    }

    @Test("each verdict follows from the counts; overall and benchmarks are one family with two equal shares")
    func verdicts() throws {
        let document = try logs().findings(study(margin: 0.01))
        let all = document.comparisons
        #expect(all.map(\.benchmark) == [nil, "better", "worse", "same", "few"])
        let found = Array(all.dropFirst())
        #expect(found.map(\.verdict) == [.improved, .regressed, .equivalent, .inconclusive])
        #expect(found[0].wrongToRight == 40 && found[0].rightToWrong == 0 && found[0].estimate == 0.1)
        #expect(found[1].wrongToRight == 0 && found[1].rightToWrong == 100 && found[1].estimate == -0.25)
        #expect(found[1].clusters == 200)
        #expect(found[2].wrongToRight == 1 && found[2].rightToWrong == 1)
        #expect(found[0].pValue == McNemar.test(onlyFirst: 40, onlySecond: 0).exact)
        let weights = [0.5] + [Double](repeating: 0.125, count: 4)
        #expect(all.map(\.adjustedPValue) == Multiplicity.weightedHolm(all.map(\.pValue), weights: weights))
        #expect(all.map(\.family) == [5, 5, 5, 5, 5])
        let overall = all[0]
        #expect(overall.scope == .overall && overall.benchmarks == 4 && overall.items == 3820)
        #expect(abs(overall.estimate - (0.1 - 0.25 + 0 + 0.05) / 4) < 1e-12)
        // The test and the interval of the same method say the same.
        #expect((overall.pValue < 0.05) == (overall.interval.upper < 0 || overall.interval.lower > 0))
        for comparison in all {
            let equivalence = try #require(comparison.equivalenceInterval)
            #expect(abs(equivalence.level - 0.9) < 1e-12)
            #expect(comparison.interval.lower <= equivalence.lower && equivalence.upper <= comparison.interval.upper)
            #expect(equivalence.lower <= comparison.estimate && comparison.estimate <= equivalence.upper)
        }
        #expect(document.methods.contains { $0.id == "equivalence" })
    }

    @Test("the numbers are those of the pair among all pairs, turned so that the baseline is subtracted")
    func orientation() throws {
        let document = try logs().findings(study(margin: nil))
        let pair = try #require(document.differences.first { $0.benchmark == "better" })
        #expect(pair.first == "a" && pair.second == "a-next")
        let comparison = try #require(document.comparisons.first { $0.benchmark == "better" })
        #expect(comparison.interval.lower == -pair.interval.upper && comparison.interval.upper == -pair.interval.lower)
        let swapped = try logs().findings(study(margin: nil, baseline: "a-next", candidate: "a")).comparisons
        #expect(swapped.map(\.estimate) == document.comparisons.map { -$0.estimate })
        #expect(swapped[1].verdict == .regressed && swapped[2].verdict == .improved)
    }

    @Test("without a margin nothing is equivalent")
    func noMargin() throws {
        let found = try logs().findings(study(margin: nil)).comparisons
        #expect(found[3].verdict == .inconclusive && found[3].equivalenceInterval == nil && found[3].margin == nil)
        #expect(found[1].verdict == .improved)
    }

    @Test("where a smaller score is better, a smaller one is an improvement")
    func lowerIsBetter() throws {
        var study = study(margin: nil)
        for index in study.benchmarks.indices { study.benchmarks[index].higherIsBetter = false }
        let found = try logs().findings(study).comparisons
        #expect(found[1].verdict == .regressed && found[2].verdict == .improved)
    }

    @Test("a model that no log has is a warning with the nearest name, and no comparison")
    func unknown() throws {
        let document = try logs().findings(study(margin: nil, candidate: "a-nxt"))
        #expect(document.comparisons.isEmpty)
        let problem = try #require(document.problems.first { $0.kind == "comparison-without-model" })
        #expect(problem.severity == "warning" && problem.message.contains("`a-next`"))
        #expect(Analyzer.studyProblemKinds.contains(problem.kind))
        let same = try logs().findings(study(margin: nil, candidate: "a"))
        #expect(same.problems.contains { $0.kind == "comparison-of-one-model" } && same.comparisons.isEmpty)
    }

    @Test("two models without a common benchmark are a warning")
    func nothingShared() throws {
        var logs = AnalysisLogs()
        logs.add("a", "better", items: 30) { $0 % 2 == 0 }
        logs.add("b", "same", items: 30) { $0 % 2 == 0 }
        let document = try logs.findings(study(margin: nil, candidate: "b"))
        #expect(document.comparisons.isEmpty)
        #expect(document.problems.contains { $0.kind == "comparison-without-items" && $0.severity == "warning" })
    }
}
