import Findings
import Testing

@testable import Report

@Suite("Verdicts in words")
struct VerdictSentencesTests {
    private func verdict(
        _ model: String, _ verdict: Verdict, _ estimate: Double, on benchmark: String? = "task", minimum: Double = 0.6,
        isJoint: Bool = false
    ) -> VerdictFinding {
        VerdictFinding(
            threshold: "bar", model: model, benchmark: benchmark, isJoint: isJoint, verdict: verdict, minimum: minimum,
            estimate: estimate, lower: estimate - 0.04, upper: estimate + 0.04, alpha: 0.05, passPValue: 0.5,
            failPValue: 0.5, method: "bca-exact", items: 100, clusters: 100, parts: isJoint ? 3 : 1)
    }

    private func words(
        _ verdicts: [VerdictFinding], minimum: Double? = 0.6, capability: String? = nil
    ) -> (VerdictSentences, ThresholdFinding) {
        var findings = Ranked.study([0.7, 0.6, 0.5])
        let threshold = ThresholdFinding(
            id: "bar", name: "Bar", minimum: minimum, benchmark: "*", capability: capability, alpha: 0.05, source: "us")
        findings.study.thresholds = [threshold]
        findings.verdicts = verdicts
        return (VerdictSentences(index: FindingsIndex(findings)), threshold)
    }

    @Test("name the nearest model with its number and its bounds where none passes")
    func nearestIsNamed() {
        let (words, bar) = words(
            [verdict("a", .inconclusive, 0.58), verdict("b", .inconclusive, 0.59), verdict("c", .fail, 0.4)],
            capability: "reasoning")
        #expect(
            words.opening(bar)?.text == """
                No model passes “Bar” (minimum 60%) on reasoning; 1 fails and 2 are inconclusive; the nearest, B on Task, \
                stands at 59.0% [55.0, 63.0] (one-sided 95% bounds).
                """)
        #expect(words.highest() == words.opening(bar))
    }

    @Test("name who passes and the nearest of the others")
    func passesAreNamed() {
        let (words, bar) = words(
            [verdict("a", .pass, 0.7), verdict("b", .fail, 0.5), verdict("c", .fail, 0.4)])
        #expect(
            words.opening(bar)?.text == """
                1 of 3 models passes “Bar” (minimum 60%), namely A; 2 fail; the nearest of these, B on Task, stands at \
                50.0% [46.0, 54.0] (one-sided 95% bounds).
                """)
    }

    @Test("say who came closest to not passing where all pass")
    func allPass() {
        let (words, bar) = words([verdict("a", .pass, 0.7), verdict("b", .pass, 0.65)])
        #expect(
            words.opening(bar)?.text == """
                All 2 models pass “Bar” (minimum 60%); the lowest bound is that of B on Task, at 65.0% [61.0, 69.0] \
                (one-sided 95% bounds).
                """)
    }

    @Test("name the first of those that are equally near")
    func tiesAreStable() {
        let (words, bar) = words([verdict("a", .fail, 0.5), verdict("b", .fail, 0.5)])
        #expect(words.opening(bar)?.text.contains("all 2 fail; the nearest, A on Task, stands at 50.0%") == true)
    }

    @Test("say what a single model does, and the minimum where it is the chance level")
    func singleIsSaid() {
        let (failing, bar) = words([verdict("a", .fail, 0.5)])
        #expect(
            failing.opening(bar)?.text
                == "A on Task fails “Bar” (minimum 60%): it stands at 50.0% [46.0, 54.0] (one-sided 95% bounds).")
        let (open, chance) = words([verdict("a", .inconclusive, 0.5, minimum: 0.48)], minimum: nil)
        #expect(
            open.opening(chance)?.text == """
                A on Task neither passes nor fails “Bar” (minimum chance level): it stands at 50.0% [46.0, 54.0] against \
                48.0% (one-sided 95% bounds).
                """)
    }

    @Test("count verdicts where models have several, and tell of the weakest part where they are joint")
    func severalAreCounted() {
        let (none, bar) = words([
            verdict("a", .fail, 0.5, on: "task"), verdict("a", .fail, 0.4, on: "other"),
            verdict("b", .fail, 0.3, on: "task"), verdict("b", .fail, 0.2, on: "other"),
        ])
        #expect(
            none.opening(bar)?.text == """
                No model passes “Bar” (minimum 60%) on any of 2 benchmarks; all 4 fail; the nearest, A on Task, stands at \
                50.0% [46.0, 54.0] (one-sided 95% bounds).
                """)
        let (joint, _) = words([
            verdict("a", .fail, 0.5, on: nil, isJoint: true), verdict("b", .fail, 0.4, on: nil, isJoint: true),
        ])
        #expect(joint.opening(bar)?.text.contains("A, stands at 50.0% [46.0, 54.0] on the weakest of 3 parts") == true)
    }

    @Test("prefer the verdict over all benchmarks to those on each")
    func wholeIsPreferred() {
        let (words, bar) = words([
            verdict("a", .pass, 0.7, isJoint: true), verdict("a", .fail, 0.5, on: nil, isJoint: true),
            verdict("b", .pass, 0.7, isJoint: true), verdict("b", .pass, 0.7, on: nil, isJoint: true),
        ])
        #expect(
            words.opening(bar)?.text == """
                1 of 2 models passes “Bar” (minimum 60%), namely B; 1 fails; A stands at 50.0% [46.0, 54.0] on the weakest \
                of 3 parts (one-sided 95% bounds).
                """)
    }

    @Test("are silent without verdicts")
    func nothingIsSaid() {
        let (words, bar) = words([])
        #expect(words.opening(bar) == nil && words.highest() == nil)
    }
}
