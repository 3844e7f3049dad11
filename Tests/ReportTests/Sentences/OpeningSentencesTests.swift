import Findings
import Testing

@testable import Report

@Suite("The sentences that pages open with")
struct OpeningSentencesTests {
    private let whole = FindingsIndex(Fixture.study())
    private let empty = FindingsIndex(Variants.empty)

    @Test("tell the gap of all models with the rate of its tests, on benchmarks where none is standardised")
    func gapOpens() {
        #expect(
            GapSentences(index: whole).opening().text == """
                Understanding and reasoning cannot be told apart in any of 10 models (equal weight on 7 benchmarks; \
                one-sided tests at 2.5%, adjusted over the models).
                """)
        #expect(
            GapSentences(index: FindingsIndex(Fixture.study(models: 1, benchmarks: 1))).opening().text.hasPrefix(
                "Understanding and reasoning cannot be told apart: the gap is "))
        #expect(
            GapSentences(index: empty).opening().text
                == "No benchmark of the study has items of both capabilities, so there is no gap to tell.")
    }

    @Test("count the benchmarks on which reasoning is lower and higher in some model")
    func gapIsCountedByBenchmark() {
        var findings = Fixture.study()
        for position in findings.gaps.indices where findings.gaps[position].benchmark == "slake" {
            findings.gaps[position].adjustedPValue = 0.001
        }
        #expect(
            GapSentences(index: FindingsIndex(findings)).byBenchmark()?.text == """
                Reasoning is lower than understanding in at least one model on 1 of 7 benchmarks, and higher in at least \
                one on none.
                """)
        #expect(GapSentences(index: empty).byBenchmark() == nil)
    }

    @Test("run from the hardest to the easiest benchmark, those apart on which lower is better")
    func benchmarksOpen() {
        func text(_ findings: FindingsDocument) -> String {
            let index = FindingsIndex(findings)
            let rankings = Dictionary(
                uniqueKeysWithValues: findings.benchmarks.map { ($0.id, Ranking(index, on: $0.id)) })
            return EstimateSentences(index: index).hardestToEasiest(rankings).text
        }
        #expect(
            text(Fixture.study()) == """
                From hardest to easiest, the best model's accuracy rises from 31.1% [29.0, 33.1] on MedXpertQA-MM \
                (Lingshu-32B) to 80.3% [77.9, 82.7] on SLAKE (Lingshu-7B), over 7 benchmarks.
                """)
        #expect(text(Ranked.study([0.6, 0.5])) == "The best model, A, has an accuracy of 60.0% [55.1, 64.9] on Task.")
        #expect(
            text(Ranked.study([0.6], isHigherBetter: false)) == "On the study's 1 benchmark a lower score is better.")
        var unscored = Ranked.study([0.6])
        unscored.estimates = []
        #expect(text(unscored) == "No model has a scored item on the study's 1 benchmark.")
        #expect(text(Variants.empty) == "The study has no benchmarks.")
        var mixed = Fixture.study()
        mixed.benchmarks[0].higherIsBetter = false
        #expect(text(mixed).hasSuffix("over 6 benchmarks; 1 more, on which lower is better, left out."))
    }

    @Test("tell where a model stands that no ranking holds")
    func modelsOpen() {
        let words = EstimateSentences(index: FindingsIndex(Variants.bare))
        #expect(
            words.of("lingshu-32b").text == """
                The accuracy of Lingshu-32B runs from 31.1% [29.0, 33.1] on MedXpertQA-MM to 77.2% [74.7, 79.7] on SLAKE, \
                over 7 benchmarks.
                """)
        #expect(
            EstimateSentences(index: Ranked.index([0.6])).of("a").text
                == "A has an accuracy of 60.0% [55.1, 64.9] on Task.")
        #expect(words.of("nobody").text == "No run of nobody has a scored item.")
    }

    @Test("give the variance between benchmarks with its interval")
    func varianceOpens() {
        #expect(
            VarianceSentences(index: whole).opening().text == """
                Beyond sampling noise, a model's accuracy varies over 7 benchmarks with a standard deviation of 13.9 \
                points [9.8, 27.8] for Qwen2.5-VL-3B to 18.0 points [12.7, 36.0] for HuatuoGPT-Vision-32B.
                """)
        #expect(
            VarianceSentences(index: FindingsIndex(Fixture.study(models: 1))).opening().text == """
                Beyond sampling noise, the accuracy of Qwen2.5-VL-3B varies over 7 benchmarks with a standard deviation of \
                13.9 points [9.8, 27.8].
                """)
        #expect(
            VarianceSentences(index: FindingsIndex(Fixture.study(benchmarks: 1))).opening().text == """
                Beyond sampling noise, the accuracy of each of 10 models varies over 1 benchmark with a standard deviation \
                of 0.0 points [0.0, 0.0].
                """)
        #expect(
            VarianceSentences(index: empty).opening().text
                == "No model has estimates on enough benchmarks to tell how much benchmarks differ.")
    }

    @Test("say which ranks are settled, and at what level")
    func ranksOpen() {
        let words = RankSentences(index: whole)
        let ranks = whole.document.ranks
        #expect(
            words.opening(ranks).text == """
                Of 10 models, Lingshu-32B has a settled rank by macro-average accuracy; the 95% confidence sets of the \
                others hold up to 2 ranks.
                """)
        #expect(
            words.opening(Array(ranks[1...])).text == """
                Of 9 models, none has a settled rank by macro-average accuracy; the 95% confidence sets hold up to 2 ranks.
                """)
        #expect(
            words.opening([ranks[0], ranks[0]]).text == """
                The order of all 2 models by macro-average accuracy is settled: each 95% confidence set holds a single rank.
                """)
        #expect(words.opening([ranks[0]]).text == "A single model is ranked, so there is no order to tell.")
        #expect(words.opening([]).text == "There are no ranks: they need at least two models on a benchmark.")
    }

    @Test("tell releases by benchmark and over all of them")
    func releasesOpen() {
        let findings = Fixture.charted()
        let words = ComparisonSentences(index: FindingsIndex(findings))
        #expect(
            words.opening(findings.comparisons)?.text == """
                Against Qwen2.5-VL-7B, Lingshu-7B is improved on 3, regressed on 1 and inconclusive on 3 of 7 benchmarks \
                (family-wise error rate 5%); by macro-average the difference is +15.0 points [11.1, 18.9].
                """)
        #expect(words.opening([]) == nil)
        #expect(
            findings.histories.flatMap(words.changes).map(\.text) == [
                "By macro-average accuracy the level of 3 releases of Qwen2.5-VL changes with Qwen2.5-VL-32B by "
                    + "+7.5 points [3.6, 11.4] (p\u{A0}<\u{A0}0.001, error rate 5%, n = 5\u{202F}000).",
                "On SLAKE no change of level is found over 3 releases of Qwen2.5-VL (error rate 5%, n = 800).",
            ])
        #expect(
            words.history(apart: 0, notApart: 2)?.text == """
                In none of 2 steps from one release of a family to the next the two can be told apart (family-wise error \
                rate 5% over all pairs).
                """)
        #expect(words.history(apart: 0, notApart: 0) == nil)
    }

    @Test("say where intervals come from")
    func methodsOpen() {
        #expect(
            MethodSentences(index: whole).opening().text == """
                All 920 intervals of accuracies, differences and gaps, at a level of 95% come from exact distributions; \
                the study uses 4 methods in all.
                """)
        var findings = Ranked.study([0.6, 0.5])
        findings.estimates[0].interval.method = "bca-joint"
        findings.estimates[1].interval.method = "mover"
        #expect(
            MethodSentences(index: FindingsIndex(findings)).opening().text == """
                Of 3 intervals of accuracies, differences and gaps, at a level of 95%, 1 comes from exact distributions, 1 \
                from closed formulas and 1 from 1\u{202F}000 random replicates.
                """)
        #expect(
            MethodSentences(index: empty).opening().text
                == "No number of the study was made yet, so no method was used.")
    }

    @Test("count what is offered and what was read")
    func dataOpen() {
        let words = DataSentences(index: whole)
        #expect(
            words.offer(files: 6).text == """
                6 files hold 430 estimates, 360 paired differences, 130 gaps and 200 verdicts, unrounded, each with its \
                interval or bounds, n and method.
                """)
        #expect(
            words.provenance().text == """
                70 logs hold 70 runs with 1\u{202F}013\u{202F}770 predictions of 10 models on 7 benchmarks and gave reason \
                for 1 warning.
                """)
        #expect(
            DataSentences(index: empty).offer(files: 6).text
                == "The files hold no findings: no run of the study has a scored item.")
        #expect(DataSentences(index: empty).provenance().text == "The study has no logs, so nothing was read.")
        var unused = Fixture.study(models: 1, benchmarks: 2)
        unused.runs[0].isUsed = false
        unused.problems = []
        #expect(
            DataSentences(index: FindingsIndex(unused)).provenance().text == """
                2 logs hold 1 run (1 more not used) with 88\u{202F}996 predictions of 1 model on 1 benchmark and gave reason \
                for no note.
                """)
    }
}
