import Charts
import Findings

/// The frame around every page: head, navigation, notice, foot.
struct Layout: Sendable {
    private let study: StudyFinding
    private let version: String
    private let sections: [SitePage]
    private let address: SiteAddress?
    private let hasFeed: Bool
    private let templates: TemplateSet

    init(material: PageMaterial, templates: TemplateSet, hasItems: Bool) {
        study = material.findings.study
        version = material.findings.acuityVersion
        self.templates = templates
        let findings = material.findings
        address = material.address
        hasFeed = Feed.isNeeded(findings)
        sections = SitePage.allCases.filter {
            switch $0 {
            case .claims: ClaimsPage.isNeeded(findings)
            case .compare: findings.models.count > 1
            case .gap: !findings.gaps.isEmpty
            case .verdicts: !findings.study.thresholds.isEmpty
            case .variance: !findings.variances.isEmpty
            case .ranks: !findings.ranks.isEmpty
            case .releases: ReleasesPage.isNeeded(material)
            case .items: hasItems
            default: true
            }
        }
    }

    /// The whole page as HTML.
    func html(_ page: Page) throws -> String {
        let content = try templates.render(page.template, with: value(of: page))
        return try templates.render("layout", with: frame(page, content: content))
    }

    /// What every template knows.
    private func shared(_ page: Page) -> [String: TemplateValue] {
        [
            "root": .text(page.root), "notice": TemplateValue(study.notice), "label": TemplateValue(study.label),
            "studyLevel": .text(Digits.level(study.level)), "feed": hasFeed ? .text(Feed.path) : .none,
        ]
    }

    /// What fills the template of a page.
    func value(of page: Page) -> TemplateValue {
        page.value.adding(shared(page)).adding(["finding": page.finding?.value ?? .none])
    }

    /// What fills the template around a page.
    func frame(_ page: Page, content: String) -> TemplateValue {
        TemplateValue.object(shared(page)).adding([
            "pageTitle": page.section == .home ? .none : .text(page.title), "studyTitle": .text(study.title),
            "noticeSentence": TemplateValue(study.notice.map { $0.hasSuffix(".") ? $0 : $0 + "." }),
            "description": TemplateValue(description(page)), "isHome": .flag(page.section == .home),
            "isBrowse": .flag(page.template == "items"),
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
        ])
    }

    /// The page's finding as plain text for searches and previews, with the study's label, else the study's summary.
    private func description(_ page: Page) -> String? {
        guard let finding = page.finding else { return study.summary }
        let label = study.label.map { Words.capitalised($0) + ": " } ?? ""
        return Words.cut(label + finding.text, to: Self.descriptionLength)
    }

    /// About as much as a search shows.
    static let descriptionLength = 300

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
}
