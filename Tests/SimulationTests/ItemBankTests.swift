import Simulation
import Testing

@Suite("Simulated items") struct ItemBankTests {
    private let plan = BenchmarkPlan.all[5]

    @Test(
        "the counts of right answers are exact, overall and for reasoning",
        arguments: [(242, 210), (320, 283), (357, 357)])
    func exactCounts(correct: Int, reasoning: Int) {
        let bank = ItemBank(plan, seed: 1)
        let outcomes = bank.outcomes(model: "m", correct: correct, correctReasoning: reasoning, seed: 1)
        #expect(outcomes.count { $0 } == correct)
        #expect(zip(outcomes, bank.isReasoning).count { $0 && $1 } == reasoning)
        #expect(bank.isReasoning.count { $0 } == plan.reasoningItems)
    }

    @Test("the same seed gives the same log, another seed another one") func seeds() {
        func log(_ seed: UInt64) -> String {
            let bank = ItemBank(plan, seed: seed)
            return SimulatedLog.text(
                bank: bank, model: "m",
                outcomes: bank.outcomes(model: "m", correct: 250, correctReasoning: 220, seed: seed),
                seed: seed)
        }
        #expect(log(3) == log(3))
        #expect(log(3) != log(4))
    }

    @Test("models are right on the same items more often than by chance") func sharedDifficulty() {
        let bank = ItemBank(BenchmarkPlan.all[0], seed: 2)
        let a = bank.outcomes(model: "a", correct: 600, correctReasoning: 400, seed: 2)
        let b = bank.outcomes(model: "b", correct: 600, correctReasoning: 400, seed: 2)
        let both = zip(a, b).count { $0 && $1 }
        // Independent models would agree on 180 of 2,000 with a standard deviation of about 9.
        #expect(both > 180 + 5 * 9)
    }

    @Test("every published pair of percentages fits the plan") func plans() {
        #expect(BenchmarkPlan.all.allSatisfy { $0.understandingItems > 0 && $0.images <= $0.items })
        #expect(BenchmarkPlan.all.allSatisfy { abs($0.modalities.reduce(0) { $0 + $1.share } - 1) < 1e-9 })
    }

    @Test("counts are those nearest to the printed percentages") func counts() throws {
        let table = PublishedTable(
            csv: """
                model,family,kind,parameters_billions,benchmark,accuracy_percent,source
                M,F,general,7,VQA-RAD,54.58,Table 1
                M,F,general,7,VQA-RAD:reasoning,53.40,Table 2, with a comma
                """)
        let counts = try #require(table.counts(model: "M", plan: BenchmarkPlan.all[6]))
        #expect(counts == (137, 110))
    }
}
