import Findings

/// Findings in sentences, the leaderboard, the gap and the verdicts at a glance, the table models × benchmarks.
enum HomePage {
    static func page(_ material: PageMaterial) -> Page {
        let index = material.index
        let study = material.findings.study
        let gaps = GapSentences(index: index)
        let verdicts = VerdictSentences(index: index)
        let ranked = material.ranking.map { RankingSentences(index: index, ranking: $0) }
        let sentences = [
            ranked?.kinds() ?? ranked?.pairs(),
            gaps.everywhere() ?? gaps.standardised(),
            verdicts.highest(), VarianceSentences(index: index).range(),
        ]
        let claims = ClaimsPage.summary(material)
        return Page(
            .home, template: "index",
            value: [
                "studyTitle": .text(study.title), "summary": TemplateValue(study.summary),
                "sentences": claims == .none ? material.sentences(sentences) : .none, "claims": claims,
                "leaderboard": leaderboard(material),
                "gap": gap(material), "thresholds": ladder(verdicts, study.thresholds),
                "heatMap": material.figures.value("heat-map", in: .page),
                "matrix": MatrixTable(index: index, order: material.order).value,
                "isEmpty": .flag(material.findings.estimates.isEmpty),
                "counts": counts(material.findings),
                "warnings": TemplateValue(
                    RunWarnings.summary(material.findings.problems, areNotesCounted: false)),
                "hasVariance": .flag(!material.findings.variances.isEmpty),
                "hasRanks": .flag(!material.findings.ranks.isEmpty),
                "hasPairs": .flag(material.findings.models.count > 1),
            ],
            finding: ranked?.opening() ?? opening(material))
    }

    /// What is found where there is no leaderboard.
    private static func opening(_ material: PageMaterial) -> Sentence {
        guard !material.findings.estimates.isEmpty else {
            return "There are no estimates: no run of the study has a scored item."
        }
        return EstimateSentences(index: material.index).hardestToEasiest(material.rankings)
    }

    private static func leaderboard(_ material: PageMaterial) -> TemplateValue {
        guard let ranking = material.ranking else { return .none }
        let scope = ranking.benchmark.map { "accuracy on \(material.index.benchmarkName($0))" }
        let caption = "Models by \(scope ?? "macro-average accuracy, the unweighted mean over benchmarks")"
        let name = "leaderboard"
        return [
            "figure": material.figures.value(name, in: .wideColumn),
            "table": material.table(ranking, id: "leaderboard", caption: caption),
            "pairs": RankingSentences(index: material.index, ranking: ranking).pairs()?.value ?? .none,
        ]
    }

    private static func gap(_ material: PageMaterial) -> TemplateValue {
        let sentences = GapSentences(index: material.index)
        guard let sentence = sentences.standardised() ?? sentences.everywhere() else { return .none }
        let name = "gap"
        return [
            "sentence": sentence.value,
            "figure": material.figures.value(name, in: .narrowColumn),
        ]
    }

    private static func ladder(_ sentences: VerdictSentences, _ thresholds: [ThresholdFinding]) -> TemplateValue {
        let rows = thresholds.compactMap { threshold -> TemplateValue? in
            let count = VerdictSentences.Count(sentences.leading(threshold.id))
            guard count.all > 0 else { return nil }
            return VerdictsPage.summary(threshold, count, sentences.index)
        }
        return rows.isEmpty ? .none : ["rows": .list(rows)]
    }

    private static func counts(_ findings: FindingsDocument) -> TemplateValue {
        let predictions = findings.runs.filter(\.isUsed).map(\.predictions).reduce(0, +)
        let parts = [
            Digits.counted(findings.models.count, "model"), Digits.counted(findings.benchmarks.count, "benchmark"),
            Digits.counted(findings.runs.filter(\.isUsed).count, "run"), Digits.counted(predictions, "prediction"),
        ]
        return .text(parts.joined(separator: " · "))
    }
}
