import Findings

/// What the outputs say of a document of releases.
struct ReleaseContent {
    let index: GateIndex

    init(_ document: ReleaseDocument) { index = GateIndex(document) }

    private var document: ReleaseDocument { index.document }

    var content: GateContent {
        let candidates = Words.list(index.candidates.map(GateWords.name), limit: 3)
        let notes = ReleaseNotes(index: index)
        let sections = ReleaseSections(index: index)
        return GateContent(
            title:
                "\(candidates) against \(GateWords.name(index.baseline))",
            word: document.outcome.decision.word, decision: document.outcome.decision,
            headline: ReleaseHeadline(index: index).text, notice: document.study.notice,
            sections: sections.comparisons
                + [
                    HistoryWords(index: index).section, sections.thresholds, sections.exceptions, sections.measures,
                    sections.flips, sections.items,
                    sections.problems,
                ].compactMap(\.self),
            marks: notes.marks, notes: notes.all, cases: ReleaseCases(index: index).all,
            isStrict: document.policy.isStrict, acuityVersion: document.acuityVersion, candidates: index.candidates)
    }
}
