import Charts
import Findings

/// The claims that the study names: what holds of each, how surely, and what published numbers alone cannot tell.
enum ClaimsPage {
    /// Whether the study names claims, or figures of other sources.
    static func isNeeded(_ findings: FindingsDocument) -> Bool {
        !findings.claims.isEmpty || !findings.published.isEmpty
    }

    static func page(_ material: PageMaterial) -> Page {
        let claims = material.findings.claims
        return Page(
            .claims, template: "claims",
            value: [
                "summary": summary(material), "sections": .list(claims.map { section($0, material) }),
                "published": PublishedTable(index: material.index, rows: material.findings.published).value,
            ],
            finding: claims.isEmpty
                ? PublishedSentences(index: material.index).outcome() : opening(claims))
    }

    /// How many claims hold.
    private static func opening(_ claims: [ClaimFinding]) -> Sentence {
        guard !claims.isEmpty else { return "The study names no claims." }
        let clauses = [ClaimVerdict.holds, .holdsInPart, .doesNotHold, .open].compactMap { verdict -> String? in
            let count = claims.count { $0.verdict == verdict }
            guard count > 0 else { return nil }
            switch verdict {
            case .holds: return "\(count) \(Words.verb(count, "holds", "hold"))"
            case .holdsInPart: return "\(count) \(Words.verb(count, "holds", "hold")) in part"
            case .doesNotHold: return "\(count) \(Words.verb(count, "does", "do")) not hold"
            case .open: return "\(count) \(Words.verb(count, "is", "are")) open"
            }
        }
        return "Of \(Digits.counted(claims.count, "claim")) held against the findings, \(Words.list(clauses))."
    }

    /// All claims at a glance, as this page and the home page show them.
    static func summary(_ material: PageMaterial) -> TemplateValue {
        let claims = material.findings.claims
        guard !claims.isEmpty else { return .none }
        return [
            "rows": .list(
                claims.map { claim in
                    [
                        "name": .text(claim.name), "text": .text(claim.text),
                        "href": .text("\(SitePage.claims.rawValue)#\(id(claim, material.index))"),
                        "verdict": verdict(claim.verdict),
                        "sentence": ClaimSentences(index: material.index, claim: claim).outcome().withoutLinks.value,
                    ]
                })
        ]
    }

    private static func id(_ claim: ClaimFinding, _ index: FindingsIndex) -> String {
        "claim-\(index.claimSlugs[claim.id])"
    }

    private static func verdict(_ verdict: ClaimVerdict) -> TemplateValue {
        ["word": .text(verdict.words), "mark": .text(verdict.mark.rawValue)]
    }

    private static func section(_ claim: ClaimFinding, _ material: PageMaterial) -> TemplateValue {
        let sentences = ClaimSentences(index: material.index, claim: claim)
        return [
            "id": .text(id(claim, material.index)), "name": .text(claim.name), "text": .text(claim.text),
            "source": .text(claim.source), "verdict": verdict(claim.verdict),
            "outcome": sentences.outcome().value, "details": material.sentences(sentences.details()),
            "rule": sentences.rule().value, "published": sentences.published()?.value ?? .none,
            "caveats": claim.caveats.isEmpty ? .none : ["list": .list(claim.caveats.map { .text($0) })],
            "figure": figure(claim, material),
            "table": ClaimTable(
                index: material.index, id: "parts-\(material.index.claimSlugs[claim.id])", claim: claim
            ).value,
            "more": more(claim),
        ]
    }

    /// The drawing that shows what the claim is about.
    private static func figure(_ claim: ClaimFinding, _ material: PageMaterial) -> TemplateValue {
        let figures = FigureMaterial(material.index)
        let name: String? =
            switch claim.about {
            case .kinds: nil
            case .gap: "gap-scatter"
            case .variance: "strips"
            case .threshold:
                material.findings.study.thresholds.first { $0.id == claim.threshold }
                    .map { figures.name("threshold-curve", of: $0) }
            }
        return name.map { material.figures.value($0, in: .page) } ?? .none
    }

    /// Where everything on the claim's subject stands.
    private static func more(_ claim: ClaimFinding) -> TemplateValue {
        let page: SitePage =
            switch claim.about {
            case .kinds: .compare
            case .gap: .gap
            case .variance: .variance
            case .threshold: .verdicts
            }
        return ["href": .text(page.rawValue), "title": .text(page.title)]
    }
}
