import Findings
import Testing

@testable import Report

@Suite("The reporting checklist") struct ChecklistTests {
    private func answers(_ document: FindingsDocument, hasItems: Bool = false) -> [String: ChecklistItem.Answer] {
        let evidence = ChecklistEvidence(index: FindingsIndex(document), hasItems: hasItems)
        return Dictionary(uniqueKeysWithValues: Checklist.answers(evidence).map { ($0.item.id, $0) })
    }

    @Test("each item has a name of its own and a question") func items() {
        #expect(Set(Checklist.items.map(\.id)).count == Checklist.items.count)
        #expect(Checklist.items.allSatisfy { $0.question.hasSuffix("?") && !$0.asked.isEmpty })
    }

    @Test("what the findings show is ticked, what they show in part is said so, the rest is not given") func statuses()
    {
        let found = answers(Fixture.study())
        #expect(found["uncertainty"]?.status == .given && found["comparisons"]?.status == .given)
        #expect(found["thresholds"]?.status == .inPart && found["sample-size"]?.status == .inPart)
        #expect(found["prompts"]?.status == .notGiven && found["leakage"]?.status == .notGiven)
        #expect(found["error-analysis"]?.status == .notGiven)
        #expect(answers(Fixture.study(), hasItems: true)["error-analysis"]?.status == .inPart)
    }

    @Test("the study's own words give an item, and stand beside what the findings show") func stated() {
        #expect(answers(Fixture.study())["funding"]?.stated == "None was received.")
        #expect(answers(Fixture.study())["funding"]?.status == .given)
        var document = Fixture.study()
        document.study.reporting = ["sample-size": "As many as there are."]
        let answer = answers(document)["sample-size"]
        #expect(answer?.status == .given && answer?.shown != nil && answer?.stated == "As many as there are.")
        #expect(answers(document)["funding"]?.status == .notGiven)
    }

    @Test("an empty study is given nothing that it does not have") func empty() {
        let found = answers(Variants.empty)
        #expect(found.values.allSatisfy { $0.status != .given })
        #expect(found["uncertainty"]?.status == .notGiven && found["missing-data"]?.status == .notGiven)
    }
}
