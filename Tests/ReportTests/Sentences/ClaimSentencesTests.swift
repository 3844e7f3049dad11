import Findings
import Testing

@testable import Report

@Suite("Claims in sentences") struct ClaimSentencesTests {
    private func sentences(_ id: String, _ change: (inout ClaimFinding) -> Void = { _ in }) throws -> ClaimSentences {
        let document = Fixture.study(models: 4, benchmarks: 3)
        var claim = try #require(document.claims.first { $0.id == id })
        change(&claim)
        return ClaimSentences(index: FindingsIndex(document), claim: claim)
    }

    @Test("kinds are told by the benchmarks that support, contradict and leave open") func kinds() throws {
        #expect(
            try sentences("kinds").outcome().text
                == "The best general model matches the best medical one (within 1 point) or beats it on MedXpertQA-MM; it falls "
                + "short of the best medical one on OmniMedVQA; neither can be said on PMC-VQA.")
    }

    @Test("a gap turns round where no model has it, and is divided where some have") func gap() throws {
        #expect(
            try sentences("gap").outcome().text
                == "Reasoning is below understanding on MedXpertQA-MM; models point both ways on OmniMedVQA; nothing can be "
                + "said on PMC-VQA.")
        let turned = try sentences("gap") { claim in
            for place in claim.parts.indices { claim.parts[place].lower = 0 }
        }
        #expect(turned.outcome().text.contains("it turns round on OmniMedVQA"))
    }

    @Test("a claim without parts says that nothing bears on it") func empty() throws {
        let none = try sentences("gap") { $0.parts = [] }
        #expect(none.outcome().text == "Nothing of the study's logs bears on it.")
    }

    @Test("what published counts say is told with their own verdict, and only of a simulated study") func published()
        throws
    {
        let found = try #require(try sentences("variance").published()?.text)
        #expect(found.contains("0 support it, 0 contradict it and 4 leave it open. By them the claim is open;"))
        #expect(try sentences("variance") { $0.counts = nil }.published() == nil)
    }

    @Test("the rule says what was asked for and what was found") func rule() throws {
        #expect(
            try sentences("kinds").rule().text
                == "The claim holds if each of 3 benchmarks supports it; here 1 supports it, 1 contradicts it and 1 leaves it "
                + "open. The intervals hold for all 3 benchmarks at once at a level of 95%.")
    }
}
