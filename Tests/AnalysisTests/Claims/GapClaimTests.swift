import Findings
import Study
import Testing

@testable import Analysis

@Suite("The claim that reasoning is below understanding") struct GapClaimTests {
    /// Items 0 to 199 are understanding, the rest reasoning; the facet comes from the item's image, two items each.
    private func claim(_ shares: [(understanding: Int, reasoning: Int)]) throws -> ClaimFinding {
        var logs = AnalysisLogs()
        for (place, share) in shares.enumerated() {
            logs.add("m\(place)", "p", items: 400, itemsPerImage: 200) { item in
                let residue = (item * 37 + place * 11) % 100
                return residue < (item < 200 ? share.understanding : share.reasoning)
            }
        }
        var study = AnalysisLogs.study(["p"])
        study.benchmarks[0].cluster = "none"
        study.benchmarks[0].capability = CapabilityRule(
            facet: "image", values: ["understanding": ["i0"], "reasoning": ["i1"]])
        study.claims = [Claim(id: "c", name: "C", text: "t", source: "s", subject: .gap)]
        return try #require(try logs.findings(study).claims.first)
    }

    @Test("a gap in all models supports it") func below() throws {
        let claim = try claim([(80, 40), (70, 35), (75, 30)])
        let part = try #require(claim.parts.first)
        #expect(claim.verdict == .holds && part.support == .supports)
        #expect(part.lower == 3 && part.higher == 0 && part.below == 3 && part.models == 3)
        #expect(abs(part.estimate - 0.4) < 1e-12)
    }

    @Test("one model that surely points the other way contradicts it, although the mean supports it") func divided()
        throws
    {
        let claim = try claim([(90, 30), (85, 30), (30, 60)])
        let part = try #require(claim.parts.first)
        #expect(part.interval.lower > 0 && part.higher == 1 && part.support == .contradicts)
        #expect(claim.verdict == .doesNotHold)
    }

    @Test("no gap leaves it open, and a reversed one contradicts it") func openAndTurned() throws {
        #expect(try claim([(50, 50), (51, 50)]).verdict == .open)
        #expect(try claim([(30, 70), (35, 65)]).verdict == .doesNotHold)
    }
}
