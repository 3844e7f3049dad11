import Foundation

/// Where a site will stand on the web, from the study's `base-url`.
struct SiteAddress: Equatable, Sendable {
    /// Ends in `/`.
    let base: String

    /// Nil unless the text is an address of the web that paths can be added to.
    init?(_ text: String?) {
        guard let text, let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            ["http", "https"].contains(parts.scheme?.lowercased() ?? ""), parts.host?.isEmpty == false,
            parts.query == nil, parts.fragment == nil
        else { return nil }
        base = text.hasSuffix("/") ? text : text + "/"
    }

    /// The absolute address of a path below the site's folder; a home page goes by its folder.
    func url(_ path: String) -> String { path == SitePage.home.rawValue ? base : base + Self.escaped(path) }

    /// The address without its scheme and the slash at its end, for reading.
    var shown: String {
        let rest = base.drop { $0 != ":" }.dropFirst(3)
        return String(rest.dropLast())
    }

    /// A path as a part of an address: what RFC 3986 does not allow there is percent-encoded.
    static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }
}
