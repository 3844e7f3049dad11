import Findings

/// What guidelines ask a study of medical AI to report, ticked from the findings or marked as not given.
enum ChecklistPage {
    static func page(_ material: PageMaterial, hasItems: Bool) -> Page {
        let answers = Checklist.answers(ChecklistEvidence(index: material.index, hasItems: hasItems))
        return Page(
            .checklist, template: "checklist",
            value: [
                "rows": .list(answers.map(row)),
                "guidelines": .list(
                    Guideline.allCases.map {
                        ["name": .text($0.name), "citation": .text($0.citation), "doi": .text($0.doi)]
                    }),
            ], finding: opening(answers))
    }

    private static func opening(_ answers: [ChecklistItem.Answer]) -> Sentence {
        func count(_ status: ChecklistItem.Status) -> Int { answers.count { $0.status == status } }
        let (given, part, none) = (count(.given), count(.inPart), count(.notGiven))
        return """
            Of \(answers.count) things that guidelines for medical AI ask of a study, \(given) \
            \(Words.verb(given, "is", "are")) given here, \(part) in part, and \(none) \(Words.verb(none, "is", "are")) not given.
            """
    }

    private static func row(_ answer: ChecklistItem.Answer) -> TemplateValue {
        [
            "id": .text(answer.item.id), "question": .text(answer.item.question),
            "status": ["word": .text(answer.status.rawValue), "mark": .text(answer.status.mark.rawValue)],
            "shown": answer.shown?.value ?? .none, "stated": TemplateValue(answer.stated),
            "asked": .list(
                answer.item.asked.map { ["guideline": .text($0.guideline.name), "items": .text($0.items)] }),
        ]
    }
}
