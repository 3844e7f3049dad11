import Findings
import Testing

@testable import Report

@Suite("A ranking in words")
struct RankingSentencesTests {
    private func words(
        _ estimates: [Double], adjusted: Double? = 0.5, isHigherBetter: Bool = true
    ) throws -> RankingSentences {
        let index = Ranked.index(estimates, adjusted: adjusted, isHigherBetter: isHigherBetter)
        return RankingSentences(index: index, ranking: try #require(index.homeRanking()))
    }

    @Test(
        "opens a benchmark's page with who leads and what can be told apart",
        arguments: [
            (
                [0.6, 0.5, 0.4], 0.5, true,
                "A has the highest accuracy on Task, 60.0% [55.1, 64.9]; it cannot be told apart from B and C; "
                    + "none of 3 pairs of models can be told apart (family-wise error rate 5%)."
            ),
            (
                [0.6, 0.5, 0.4], 0.01, true,
                "A has the highest accuracy on Task, 60.0% [55.1, 64.9], and every other model is lower by a family-wise "
                    + "test at 5%; 3 of 3 pairs of models can be told apart (family-wise error rate 5%)."
            ),
            (
                [0.6, 0.5, 0.4], 0.01, false,
                "C has the lowest score on Task, 40.0% [35.1, 44.9] (lower is better), and every other model is higher by a "
                    + "family-wise test at 5%; 3 of 3 pairs of models can be told apart (family-wise error rate 5%)."
            ),
            (
                [0.6, 0.6, 0.4], 0.5, true,
                "A and B share the highest accuracy on Task, 60.0% [55.1, 64.9]; none of 3 pairs of models can be told "
                    + "apart (family-wise error rate 5%)."
            ),
            (
                [0.6, 0.5], 0.5, true,
                "A has the highest accuracy on Task, 60.0% [55.1, 64.9]; it cannot be told apart from B."
            ),
            (
                [0.6, 0.5, 0.4], nil, true,
                "A has the highest accuracy on Task, 60.0% [55.1, 64.9]; no test compares it with every other model."
            ),
            ([0.6], nil, true, "A stands at 60.0% [55.1, 64.9] in accuracy on Task."),
        ] as [([Double], Double?, Bool, String)])
    func benchmarksOpen(estimates: [Double], adjusted: Double?, isHigherBetter: Bool, sentence: String) throws {
        #expect(try words(estimates, adjusted: adjusted, isHigherBetter: isHigherBetter).opening()?.text == sentence)
    }

    @Test(
        "opens the list of models with the leader and how many of the others cannot be told apart from it",
        arguments: [
            (
                [0.6, 0.5, 0.4], 0.5,
                "Of 3 models, A has the highest accuracy on Task, 60.0% [55.1, 64.9]; of the other 2, 2 cannot be told "
                    + "apart from it (family-wise error rate 5%)."
            ),
            (
                [0.6, 0.5, 0.4], 0.01,
                "Of 3 models, A has the highest accuracy on Task, 60.0% [55.1, 64.9]; of the other 2, 2 are worse "
                    + "(family-wise error rate 5%)."
            ),
            (
                [0.6, 0.6, 0.4], 0.5,
                "Of 3 models, A and B share the highest accuracy on Task, 60.0% [55.1, 64.9]; of the other 2, 2 cannot be "
                    + "told apart from A (family-wise error rate 5%)."
            ),
            (
                [0.6, 0.5], nil,
                "Of 2 models, A has the highest accuracy on Task, 60.0% [55.1, 64.9]; no test compares it with another "
                    + "model."
            ),
            ([0.6], nil, "A stands at 60.0% [55.1, 64.9] in accuracy on Task."),
        ] as [([Double], Double?, String)])
    func modelsOpen(estimates: [Double], adjusted: Double?, sentence: String) throws {
        #expect(try words(estimates, adjusted: adjusted).group()?.text == sentence)
    }

    @Test("counts what no test compares with the leader")
    func untestedIsCounted() throws {
        var findings = Ranked.study([0.6, 0.5, 0.4], adjusted: 0.01)
        findings.differences.removeAll { $0.second == "c" }
        let index = FindingsIndex(findings)
        let words = RankingSentences(index: index, ranking: try #require(index.homeRanking()))
        #expect(
            words.group()?.text == """
                Of 3 models, A has the highest accuracy on Task, 60.0% [55.1, 64.9]; of the other 2, 1 is worse and 1 was \
                not tested against it (family-wise error rate 5%).
                """)
    }

    @Test("places a model with the rate of its tests")
    func modelsArePlaced() throws {
        #expect(
            try words([0.6, 0.5, 0.4], adjusted: 0.01).place(of: "b")?.text == """
                B stands at 50.0% [45.1, 54.9] in accuracy on Task, place 2 of 3 by estimate; 1 model is better and 1 is \
                worse (family-wise error rate 5%).
                """)
    }
}
