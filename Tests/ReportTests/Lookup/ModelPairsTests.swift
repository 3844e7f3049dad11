import Findings
import Testing

@testable import Report

@Suite("Pairs of models with pages")
struct ModelPairsTests {
    @Test("are all pairs of up to twelve models, in the document's order")
    func fewAreAll() {
        let index = FindingsIndex(Fixture.study(models: 4))
        #expect(index.pairs.all.count == 6 && index.pairs.areAll(of: 4))
        #expect(index.pairPath("qwen2.5-vl-7b", "qwen2.5-vl-3b") == "compare/qwen2.5-vl-3b--qwen2.5-vl-7b.html")
        #expect(index.pairPath("qwen2.5-vl-3b", "qwen2.5-vl-7b") == "compare/qwen2.5-vl-3b--qwen2.5-vl-7b.html")
    }

    @Test("of more models are neighbours in the ranking and the pair that the study compares; scripts do the rest")
    func manyAreNeighbours() throws {
        var findings = Variants.many
        let (baseline, candidate) = (findings.models[50].id, findings.models[3].id)
        findings.comparisons = [
            ComparisonFinding(
                scope: .overall, baseline: baseline, candidate: candidate, estimate: 0.1, baselineScore: 0.5,
                candidateScore: 0.6,
                interval: Fixture.interval(0.1, 0.02), verdict: .improved, items: 10, clusters: 10, pValue: 0.01,
                adjustedPValue: 0.01, test: "mcnemar", family: 1)
        ]
        let index = FindingsIndex(findings)
        let ranked = index.modelsInOrder(index.homeRanking()).map(\.id)
        #expect(index.pairs.all.count == 60)
        #expect(index.pairs.path(baseline, candidate) != nil)
        #expect(zip(ranked, ranked.dropFirst()).allSatisfy { index.pairs.path($0, $1) != nil })
        #expect(index.pairs.path(ranked[0], ranked[7]) == nil)
        #expect(index.pairPath(ranked[0], ranked[7]).hasPrefix("compare.html?a=lingshu-32b&b="))
        #expect(index.pairPath(ranked[0], "unknown") == "compare.html")
    }

    @Test("are none of fewer than two models")
    func singlesHaveNone() {
        #expect(FindingsIndex(Variants.single).pairs.all.isEmpty && FindingsIndex(Variants.empty).pairs.all.isEmpty)
    }

    @Test("turn round with all that belongs to a difference")
    func differencesTurn() throws {
        let found = try #require(Ranked.index([0.6, 0.5]).difference("a", "b", on: "task"))
        let turned = try #require(Ranked.index([0.6, 0.5]).difference("b", "a", on: "task"))
        #expect(turned.estimate == -found.estimate && turned.interval.lower == -found.interval.upper)
        #expect(turned.lowerBound == -found.upperBound && turned.upperBound == -found.lowerBound)
        #expect(turned.onlyFirst == 7 && turned.onlySecond == 12)
        #expect(turned.turned == found)
    }
}
