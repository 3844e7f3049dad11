/// One page of the site: where it lies, what it is called, which template it fills and with what.
struct Page {
    /// The path below the site's folder.
    var path: String
    /// The title without the study's.
    var title: String
    /// The template that makes the page's main part.
    var template: String
    /// What fills the template.
    var value: TemplateValue
    /// The entry of the navigation that the page belongs to, or nil.
    var section: SitePage?
    /// The one sentence that the page opens with: what was found, how surely. It describes the page elsewhere too.
    var finding: Sentence?
    /// Whether a card is drawn for this page; if not, it goes by its section's.
    var hasOwnCard = true

    init(
        path: String, title: String, template: String, value: TemplateValue, section: SitePage?,
        finding: Sentence? = nil
    ) {
        self.path = path
        self.finding = finding
        self.title = title
        self.template = template
        self.value = value
        self.section = section
    }

    init(_ page: SitePage, title: String? = nil, template: String, value: TemplateValue, finding: Sentence? = nil) {
        self.init(
            path: page.rawValue, title: title ?? page.title, template: template, value: value, section: page,
            finding: finding)
    }

    /// The way from the page to the site's root: empty or `../` for each folder.
    var root: String { String(repeating: "../", count: path.count { $0 == "/" }) }

    /// The picture that stands for the page where it is linked, below the site's folder.
    var card: String {
        let path = hasOwnCard ? path : (section ?? .home).rawValue
        return "cards/" + (path.hasSuffix(".html") ? path.dropLast(5) : path[...]) + ".png"
    }
}
