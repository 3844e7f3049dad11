import Findings

/// What changed between releases: the study's comparison, and the history of each family.
enum ReleasesPage {
    /// Whether there is anything to show, and so an entry in the navigation.
    static func isNeeded(_ material: PageMaterial) -> Bool {
        !material.findings.comparisons.isEmpty || material.figures.value("history", in: .page) != .none
    }

    static func page(_ material: PageMaterial) -> Page {
        let findings = material.findings.comparisons
        return Page(
            .releases, template: "releases",
            value: [
                "isEmpty": .flag(!isNeeded(material)),
                "comparison": table(findings, material),
                "history": material.drawings(["history"]),
                "sentences": material.sentences(
                    changes(material.findings.histories, ComparisonSentences(index: material.index))),
                "hasHistory": .flag(material.figures.value("history", in: .page) != .none),
            ],
            finding: opening(findings, material))
    }

    /// What each history says, the macro-average or the only benchmark of a family before its other benchmarks.
    private static func changes(_ histories: [HistoryFinding], _ words: ComparisonSentences) -> [Sentence] {
        histories.flatMap { words.changes($0) }
    }

    private static func opening(_ findings: [ComparisonFinding], _ material: PageMaterial) -> Sentence {
        let words = ComparisonSentences(index: material.index)
        if let outcome = words.opening(findings) { return outcome }
        guard let history = FigureMaterial(material.index).history() else { return "The study compares no releases." }
        let changes = history.lineages.flatMap(\.releases).map(\.change)
        return words.history(apart: changes.count { $0 == .apart }, notApart: changes.count { $0 == .notApart })
            ?? "No test compares one release of a family with the next."
    }

    private static func table(_ findings: [ComparisonFinding], _ material: PageMaterial) -> TemplateValue {
        guard let some = findings.first else { return .none }
        let cells = material.cells
        let whole = findings.filter { $0.scope == .benchmark } + findings.filter { $0.scope == .overall }
        let parts = findings.filter { $0.scope == .capability || $0.scope == .facet }
        let (scale, partScale) = (
            BarScale(differences: whole.map(\.interval)), BarScale(differences: parts.map(\.interval))
        )
        return [
            "baseline": cells.model(some.baseline), "candidate": cells.model(some.candidate),
            "pairPage": .text(material.index.pairPath(some.baseline, some.candidate)),
            "margin": TemplateValue(some.margin.map { Self.points($0) }),
            "family": .text(Digits.counted(some.family, "test")),
            "drawings": material.drawings(["releases"]), "scale": scale.heading,
            "basis": cells.basis(FindingsIndex.sharedBasis(findings.map(\.basis))),
            "rows": .list(whole.map { row($0, scale, material) }),
            "parts": parts.isEmpty
                ? .none
                : [
                    "scale": partScale.heading,
                    "basis": cells.basis(FindingsIndex.sharedBasis(parts.map(\.basis))),
                    "rows": .list(parts.map { row($0, partScale, material) }),
                ],
        ]
    }

    /// `1 point`, `0.5 points`.
    private static func points(_ margin: Double) -> String {
        let number = Digits.plain(margin * 100)
        return number + (number == "1" ? " point" : " points")
    }

    private static func row(
        _ finding: ComparisonFinding, _ scale: BarScale, _ material: PageMaterial
    ) -> TemplateValue {
        let cells = material.cells
        return [
            "benchmark": finding.benchmark.map { cells.benchmark($0) } ?? .none,
            "part": TemplateValue(finding.capability ?? finding.facet.map { "\($0.name): \($0.value)" }),
            "number": cells.number(
                finding.estimate, finding.interval, decimals: Digits.decimals(finding.interval), isSigned: true),
            "bar": scale.bar(finding.estimate, finding.interval), "verdict": .text(finding.verdict.rawValue),
            "gained": TemplateValue(finding.wrongToRight.map { Digits.count($0) }),
            "lost": TemplateValue(finding.rightToWrong.map { Digits.count($0) }),
            "p": .text(Digits.pValue(finding.adjustedPValue)), "items": cells.count(finding.items),
            "unpaired": cells.count(finding.unpaired), "method": cells.method(finding.interval),
        ]
    }
}
