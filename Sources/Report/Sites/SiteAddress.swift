import Foundation

/// Where the site will be found, for links that must be absolute.
struct SiteAddress: Sendable, Equatable {
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

    /// The address of a file by its path below the site's folder. The home page is the folder itself.
    func url(_ path: String) -> String { path == SitePage.home.rawValue ? base : base + Self.escaped(path) }

    /// The address without its scheme and the slash at its end, for reading.
    var shown: String {
        let rest = base.drop { $0 != ":" }.dropFirst(3)
        return String(rest.dropLast())
    }

    /// A path as a part of an address: what RFC 3986 does not allow there is percent-encoded.
    static func escaped(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
