import Foundation

/// Where a site will stand on the web, from the study's `base-url`.
struct SiteAddress: Equatable, Sendable {
    private let base: String

    /// Nil unless the text is an address of the web that paths can be added to.
    init?(_ text: String?) {
        guard let text, let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            ["http", "https"].contains(parts.scheme?.lowercased() ?? ""), parts.host?.isEmpty == false,
            parts.query == nil, parts.fragment == nil
        else { return nil }
        base = text.hasSuffix("/") ? text : text + "/"
    }

    /// The absolute address of a path below the site's folder; a home page goes by its folder.
    func url(_ path: String) -> String {
        let shown = path == SitePage.home.rawValue ? "" : path
        return base + (shown.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? shown)
    }
}
