import Charts
import Findings

/// The frame around every page: head, navigation, notice, foot.
struct Layout: Sendable {
    private let study: StudyFinding
    private let version: String
    private let sections: [SitePage]
    private let templates: TemplateSet
    private let address: SiteAddress?

    init(material: PageMaterial, templates: TemplateSet) {
        study = material.findings.study
        version = material.findings.acuityVersion
        self.templates = templates
        address = material.address
        let findings = material.findings
        sections = SitePage.allCases.filter {
            switch $0 {
            case .gap: !findings.gaps.isEmpty
            case .verdicts: !findings.study.thresholds.isEmpty
            case .variance: !findings.variances.isEmpty
            case .ranks: !findings.ranks.isEmpty
            case .releases: ReleasesPage.isNeeded(material)
            default: true
            }
        }
    }

    /// The whole page as HTML.
    func html(_ page: Page) throws -> String {
        let shared: [String: TemplateValue] = [
            "root": .text(page.root), "notice": TemplateValue(study.notice), "label": TemplateValue(study.label),
            "studyLevel": .text(Digits.level(study.level)),
        ]
        let content = try templates.render(page.template, with: page.value.adding(shared))
        return try templates.render(
            "layout",
            with: TemplateValue.object(shared).adding([
                "pageTitle": page.section == .home ? .none : .text(page.title), "studyTitle": .text(study.title),
                "noticeSentence": TemplateValue(study.notice.map { $0.hasSuffix(".") ? $0 : $0 + "." }),
                "summary": TemplateValue(study.summary), "isHome": .flag(page.section == .home),
                "canonical": TemplateValue(address?.url(page.path)), "content": .text(content),
                "version": .text(version),
                "license": TemplateValue(study.license), "social": social(page),
                "hasDataset": .flag([SitePage.home, .data].contains { $0.rawValue == page.path }),
                "sections": .list(
                    sections.map {
                        [
                            "title": .text($0.title), "href": .text($0.rawValue),
                            "current": page.section != $0 ? .none : page.path == $0.rawValue ? "page" : "true",
                        ]
                    }),
            ]))
    }

    /// What networks and messengers show where the page is linked.
    private func social(_ page: Page) -> TemplateValue {
        let isHome = page.path == SitePage.home.rawValue
        return [
            "title": .text(isHome ? study.title : page.title), "type": .text(isHome ? "website" : "article"),
            "description": .text(description(page) ?? "\(page.title) of “\(study.title)”"),
            "url": TemplateValue(address?.url(page.path)), "image": TemplateValue(address?.url(page.card)),
            "width": TemplateValue(Int(Card.size.width)), "height": TemplateValue(Int(Card.height)),
            "alternative": .text(PageCards.alternative(page, study: study)),
        ]
    }

    /// The page's finding as plain text with the study's label, else the study's summary.
    private func description(_ page: Page) -> String? {
        guard let finding = page.finding else { return study.summary }
        return (study.label.map { Words.capitalised($0) + ": " } ?? "") + finding.text
    }
}
