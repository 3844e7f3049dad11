import Findings
import Testing

@testable import Report

@Suite("Findings in words")
struct SentenceTests {
    private func ranking(_ findings: FindingsDocument) throws -> RankingSentences {
        let index = FindingsIndex(findings)
        return RankingSentences(index: index, ranking: try #require(index.homeRanking()))
    }

    @Test("name the leader with number, interval and those that cannot be told apart")
    func leaderIsNamed() throws {
        let words = try ranking(Fixture.study())
        #expect(
            words.leader()?.text == """
                Lingshu-32B has the highest macro-average accuracy, 63.0% [61.5, 64.5]; it cannot be told apart from \
                Qwen2.5-VL-72B, HuatuoGPT-Vision-32B, Qwen2.5-VL-32B and Lingshu-7B.
                """)
        #expect(words.leader()?.parts.first?.path == "models/lingshu-32b.html")
    }

    @Test("claim that a model is ahead only with a test behind it")
    func claimsNeedTests() throws {
        var findings = Fixture.study(models: 3)
        findings.differences = []
        let words = try ranking(findings)
        #expect(words.leader()?.text.contains("no test compares it with every other model") == true)
        #expect(words.pairs() == nil)
        #expect(words.kinds() == nil)
        #expect(words.place(of: "qwen2.5-vl-3b")?.text.contains("no test compares it") == true)
    }

    @Test("count pairs of kinds by the outcome of their tests")
    func kindsAreCounted() throws {
        #expect(
            try ranking(Fixture.study()).kinds()?.text == """
                Of 24 pairs of a general with a medical model, the general model is better in 2, the medical model in \
                14, and 8 cannot be told apart.
                """)
    }

    @Test(
        "say where reasoning is lower, where it turns round and where nothing can be said",
        arguments: [
            ([0.1, 0.1], "Reasoning is lower than understanding in each of 2 models."),
            ([-0.1, -0.1], "Reasoning is higher than understanding in each of 2 models."),
            ([0.01, -0.01], "Understanding and reasoning cannot be told apart in any of 2 models."),
            (
                [0.1, -0.1, 0],
                "Reasoning is lower than understanding in 1 of 3 models and higher in 1; "
                    + "in 1 the two cannot be told apart."
            ),
            (
                [0.1, 0],
                "Reasoning is lower than understanding in 1 of 2 models and higher in none; "
                    + "in 1 the two cannot be told apart."
            ),
            ([0.1], "Reasoning is lower than understanding: the gap is +10.0 points [5.1, 14.9]."),
            ([0.0], "Understanding and reasoning cannot be told apart: the gap is 0.0 points [−4.9, 4.9]."),
        ])
    func gapsAreCounted(estimates: [Double], sentence: String) {
        let gaps = estimates.map {
            GapFinding(
                model: "m", benchmark: "b", form: .raw, estimate: $0, interval: Fixture.interval($0, 0.025, from: -1),
                standardError: 0.025, pValue: $0 > 0.05 ? 0.001 : 0.4, reversedPValue: $0 < -0.05 ? 0.001 : 0.6,
                lowerBound: $0, upperBound: $0,
                understanding: 0.5 + $0, reasoning: 0.5, understandingItems: 10, reasoningItems: 10, clusters: 20,
                without: 0, benchmarks: 1)
        }
        #expect(GapSentences.count(gaps, of: "models")?.text == sentence)
    }

    @Test("tell verdicts by model where each model has one, else by verdict")
    func verdictsAreCounted() {
        let words = VerdictSentences(index: FindingsIndex(Fixture.study()))
        let texts = Fixture.thresholds.map { words.outcome($0)?.text }
        #expect(
            texts == [
                "All 50 verdicts on “Better than guessing” (minimum: chance level) are passes.",
                "Of 70 verdicts on “Licensing examination” (minimum: 60%), 33 are passes; "
                    + "24 fail and 13 are inconclusive.",
                "No model passes “Clinical deployment” (minimum: 90%); all 10 fail.",
            ])
    }

    @Test("never speak of significance without statistics, nor of causes", arguments: Variants.all.map(\.name))
    func wordsAreSober(variant: String) throws {
        let findings = try #require(Variants.all.first { $0.name == variant }).findings
        guard variant != "attacks" else { return }
        for (path, data) in try Project.site(findings) where path.hasSuffix(".html") {
            let text = String(decoding: data, as: UTF8.self).lowercased()
                .replacing("statistically significant", with: "")
            let banned = ["significant", "because of", " causes ", " leads to ", "thanks to", "outperform", " proves "]
            let said = banned.filter(text.contains)
            #expect(said.isEmpty, "\(path)")
        }
    }
}
