/// What the guidelines for medical AI ask on uncertainty, subgroups, missing data, thresholds and what belongs to them.
///
/// The numbers of items are those of the versions that `Guideline` cites. A new item is one entry here and one word in the
/// list of the study file's `[reporting]`.
enum Checklist {
    static let items: [ChecklistItem] = [
        ChecklistItem(
            id: "sample-size", question: "How many items, and why so many?",
            asked: [(.claim, "21"), (.stardAI, "22"), (.decideAI, "3")], evidence: \.sampleSize),
        ChecklistItem(
            id: "uncertainty", question: "How sure is each estimate?",
            asked: [(.claim, "29, 37, 38"), (.stardAI, "31, 33"), (.tripodLLM, "19b")], evidence: \.uncertainty),
        ChecklistItem(
            id: "subgroups", question: "How does performance differ between subgroups?",
            asked: [
                (.claim, "37, 38"), (.stardAI, "23, 35"), (.tripodLLM, "19a"), (.decideAI, "8"),
                (.futureAI, "Fairness 1–3"),
            ], evidence: \.subgroups),
        ChecklistItem(
            id: "clusters", question: "Do items share images or patients, and was that allowed for?",
            asked: [(.claim, "20")], evidence: \.clusters),
        ChecklistItem(
            id: "missing-data", question: "What is missing, and how was it handled?",
            asked: [(.tripodLLM, "5e"), (.claim, "12"), (.stardAI, "20"), (.decideAI, "4b, 9a")],
            evidence: \.missingData),
        ChecklistItem(
            id: "unparsed-outputs", question: "What became of refusals and of answers that could not be read?",
            asked: [(.stardAI, "19"), (.tripodLLM, "6d")], evidence: \.unparsedOutputs),
        ChecklistItem(
            id: "repeats", question: "Were runs repeated, and how much do their answers vary?",
            asked: [(.miClearLLM, "7"), (.tripodLLM, "6c")], evidence: \.repeats),
        ChecklistItem(
            id: "thresholds", question: "Were thresholds set before results were seen, and where do they come from?",
            asked: [(.stardAI, "15c"), (.tripodLLM, "6e"), (.futureAI, "General 4")], evidence: \.thresholds),
        ChecklistItem(
            id: "comparisons", question: "How were models compared, and by which test?",
            asked: [(.claim, "28, 29"), (.stardAI, "18"), (.tripodLLM, "7e")], evidence: \.comparisons),
        ChecklistItem(
            id: "calibration", question: "Do the models know when they are wrong?",
            asked: [(.claim, "38"), (.tripodLLM, "6e")], evidence: \.calibration),
        ChecklistItem(
            id: "error-analysis", question: "Which cases go wrong?",
            asked: [(.claim, "39"), (.stardAI, "23, 30"), (.decideAI, "6a, 13a")], evidence: \.errorAnalysis),
        ChecklistItem(
            id: "model-versions", question: "Which models, in which version, and when were they asked?",
            asked: [
                (.tripodLLM, "6a, 7c"), (.miClearLLM, "1, 2"), (.claim, "22, 23"), (.stardAI, "13"),
                (.decideAI, "4a, 11"),
            ], evidence: \.modelVersions),
        ChecklistItem(
            id: "prompts", question: "With which prompts, and how were these found?",
            asked: [(.miClearLLM, "5, 6"), (.tripodLLM, "9a, 9b")], evidence: { _ in .none() }),
        ChecklistItem(
            id: "leakage", question: "Could the models have seen the test items in training?",
            asked: [(.miClearLLM, "8"), (.tripodLLM, "9b"), (.claim, "19, 20"), (.stardAI, "15b, 29")],
            evidence: { _ in .none() }),
        ChecklistItem(
            id: "data-source", question: "Where do the items come from, and which were taken?",
            asked: [(.tripodLLM, "5a–c"), (.claim, "7, 8"), (.stardAI, "7–11"), (.miClearLLM, "3")],
            evidence: \.dataSource),
        ChecklistItem(
            id: "reference-standard", question: "Who decided what is right, and how well?",
            asked: [(.claim, "14–18"), (.stardAI, "12, 16, 17"), (.tripodLLM, "8a–c")], evidence: { _ in .none() }),
        ChecklistItem(
            id: "availability", question: "Can data, code and outputs be had?",
            asked: [(.tripodLLM, "14e, 14f"), (.claim, "43"), (.stardAI, "40"), (.decideAI, "17")],
            evidence: \.availability),
        ChecklistItem(
            id: "funding", question: "Who paid, and who has an interest?",
            asked: [(.tripodLLM, "14a, 14b"), (.claim, "44"), (.stardAI, "38, 39")], evidence: { _ in .none() }),
        ChecklistItem(
            id: "ethics", question: "Who approved the use of the data?",
            asked: [(.tripodLLM, "13"), (.stardAI, "6"), (.futureAI, "General 6")], evidence: { _ in .none() }),
        ChecklistItem(
            id: "limits", question: "What can the study not show, and what may it not be used for?",
            asked: [(.claim, "40, 41"), (.tripodLLM, "19b, 19d–g"), (.stardAI, "33, 34"), (.decideAI, "15, 16")],
            evidence: \.limits),
    ]

    static func answers(_ evidence: ChecklistEvidence) -> [ChecklistItem.Answer] { items.map { $0.answer(evidence) } }
}
