import Findings
import Testing

@testable import Report

@Suite("Two models in words")
struct PairSentencesTests {
    private func words(
        _ estimates: [Double], adjusted: Double? = 0.5, isHigherBetter: Bool = true
    ) -> PairSentences {
        let index = Ranked.index(estimates, adjusted: adjusted, isHigherBetter: isHigherBetter)
        return PairSentences(index: index, ranking: index.homeRanking())
    }

    @Test("say which is better, by how much, and what would have been seen, whatever their order")
    func betterIsNamed() {
        let sentence = """
            A is better than C on Task: the paired difference is +20.0 points [15.1, 24.9] by itself; adjusted over 3 \
            pairs, p\u{A0}=\u{A0}0.010; without the adjustment 80 of 100 studies like this one would show a true difference of \
            7.0 points.
            """
        let words = words([0.6, 0.5, 0.4], adjusted: 0.01)
        #expect(words.opening("a", "c").text == sentence)
        #expect(words.opening("c", "a").text == sentence)
    }

    @Test("turn round where lower is better")
    func lowerIsBetter() {
        let words = words([0.6, 0.5, 0.4], adjusted: 0.01, isHigherBetter: false)
        #expect(
            words.opening("a", "c").text.hasPrefix(
                "C is better than A on Task, where lower is better: the paired difference is −20.0 points [−24.9, −15.1]"
            ))
    }

    @Test("say that two cannot be told apart, first minus second")
    func untoldIsSaid() {
        #expect(
            words([0.6, 0.6]).opening("a", "b").text == """
                A and B cannot be told apart on Task: the paired difference is 0.0 points [−4.9, 4.9] (p\u{A0}=\u{A0}0.167); \
                80 of 100 studies like this one would show a true difference of 7.0 points.
                """)
        #expect(words([0.6, 0.5]).opening("b", "a").text.contains("is −10.0 points [−14.9, −5.1]"))
    }

    @Test("say so where no test compares two models")
    func untestedIsSaid() {
        #expect(
            words([0.6, 0.5], adjusted: nil).opening("a", "b").text == "No test of the study compares A with B.")
    }

    @Test("count benchmarks by what their tests say")
    func benchmarksAreCounted() throws {
        let findings = Fixture.study()
        let words = PairSentences(index: FindingsIndex(findings), ranking: nil)
        let text = try #require(words.onBenchmarks("lingshu-32b", "qwen2.5-vl-3b")?.text)
        #expect(
            text == """
                On single benchmarks, Lingshu-32B is better on 6 of 7 and Qwen2.5-VL-3B on none; on 1 they cannot be told \
                apart (family-wise error rate 5% over the pairs of each).
                """)
    }

    @Test("count all pairs and name those furthest apart")
    func pairsAreCounted() {
        func text(_ estimates: [Double], _ adjusted: Double?) -> String {
            let index = Ranked.index(estimates, adjusted: adjusted)
            return PairSentences(index: index, ranking: index.homeRanking()).all(index.homeRanking()).text
        }
        #expect(
            text([0.4, 0.5, 0.6], 0.5) == """
                None of 3 pairs of models can be told apart on Task (family-wise error rate 5%); the largest difference, \
                +20.0 points [15.1, 24.9], is that of C and A.
                """)
        #expect(
            text([0.6, 0.5], 0.01) == """
                The two models can be told apart on Task (family-wise error rate 5%); the difference, +10.0 points [5.1, \
                14.9], is that of A and B.
                """)
        #expect(text([0.6, 0.5], nil) == "No test of the study compares its 2 models with each other.")
        #expect(text([0.6], nil) == "The study has one model, so there is no pair to compare.")
        #expect(
            PairSentences(index: FindingsIndex(Variants.empty), ranking: nil).all(nil).text
                == "The study has no models to compare.")
    }
}
