import Findings
import Records
import Testing

@testable import Analysis
@testable import Study

@Suite("The gate's policy") struct GatePolicyTests {
    @Test("the words of a study file are those of the findings") func words() {
        #expect(ComparisonReader.blockable == PolicyFinding.blockable)
        #expect(ComparisonReader.measures == Measure.allCases.map(\.rawValue))
    }

    @Test("without a table every regression of a score blocks and nothing is waived") func defaults() {
        #expect(PolicyFinding(nil, date: "2026-03-31") == PolicyFinding(date: "2026-03-31"))
        #expect(PolicyFinding(Comparison(), date: "2026-03-31") == PolicyFinding(date: "2026-03-31"))
    }

    @Test("a study's policy is taken over whole, its blocks in one order") func whole() {
        var comparison = Comparison()
        comparison.blocks = ["cost", "threshold", "overall"]
        comparison.isStrict = true
        var waiver = Waiver(reason: "r", until: "2026-03-31")
        waiver.candidate = "c"
        waiver.benchmark = "b"
        waiver.capability = "reasoning"
        waiver.facet = Facet(name: "modality", value: "CT")
        waiver.threshold = "t"
        var late = Waiver(reason: "late", until: "2026-03-30")
        late.measure = "output-tokens"
        comparison.waivers = [waiver, late]
        #expect(
            PolicyFinding(comparison, isSequential: true, date: "2026-03-31")
                == PolicyFinding(
                    blocks: ["overall", "threshold", "cost"], isStrict: true, isSequential: true,
                    waivers: [
                        WaiverFinding(
                            candidate: "c", benchmark: "b", capability: "reasoning",
                            facet: FacetValue(name: "modality", value: "CT"), threshold: "t", reason: "r",
                            until: "2026-03-31"),
                        WaiverFinding(measure: .outputTokens, reason: "late", until: "2026-03-30", isExpired: true),
                    ], date: "2026-03-31"))
    }

    @Test("an empty list blocks nothing, and the command line can only add") func flags() {
        var comparison = Comparison()
        comparison.blocks = []
        comparison.isSequential = true
        let policy = PolicyFinding(comparison, isStrict: true, date: "2026-03-31")
        #expect(policy.blocks == [] && policy.isStrict && policy.isSequential)
    }
}
