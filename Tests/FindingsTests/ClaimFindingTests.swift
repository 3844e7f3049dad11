import Findings
import Testing

@Suite("What parts make of a claim") struct ClaimFindingTests {
    @Test(
        "a claim holds, is open, or fails by how many parts it asks for and can still have",
        arguments: [
            ("+++", 3, ClaimVerdict.holds), ("++-", 2, .holds), ("++-", 3, .holdsInPart), ("+--", 2, .holdsInPart),
            ("+?-", 2, .open), ("++?", 3, .open), ("???", 1, .open), ("---", 1, .doesNotHold), ("?--", 2, .doesNotHold),
            ("?--", 1, .open), ("", 0, .open),
        ]) func verdict(parts: String, least: Int, verdict: ClaimVerdict)
    {
        let supports = parts.map { $0 == "+" ? ClaimSupport.supports : $0 == "-" ? .contradicts : .open }
        let counts = ClaimCounts(supports, least: least)
        #expect(counts.verdict == verdict)
        #expect(counts.supporting + counts.contradicting + counts.open == parts.count)
    }

    @Test("parts that stand beside the claim do not enter its verdict, and no more can be asked for than there are")
    func beside() {
        func part(_ support: ClaimSupport, isCounted: Bool) -> ClaimPart {
            ClaimPart(
                isCounted: isCounted, estimate: 0,
                interval: IntervalFinding(lower: 0, upper: 0, level: 0.95, method: "m", reason: ""), reference: 0,
                support: support, items: 1, clusters: 1, models: 1)
        }
        let claim = ClaimFinding(
            id: "c", name: "C", text: "c", source: "s", about: .gap, least: 5, level: 0.95,
            parts: [part(.supports, isCounted: true), part(.contradicts, isCounted: false)])
        #expect(claim.verdict == .holds && claim.least == 1)
        #expect((claim.supporting, claim.contradicting, claim.open) == (1, 0, 0))
        #expect(claim.counts == nil, "nothing is published apart")
    }
}
