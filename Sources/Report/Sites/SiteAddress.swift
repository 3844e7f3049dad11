/// Where the site will be found, for links that must be absolute.
struct SiteAddress: Sendable, Equatable {
    /// Ends in `/`.
    let base: String

    /// Nil where the study names no address, or one of another scheme.
    init?(_ baseURL: String?) {
        guard let baseURL, baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://") else { return nil }
        base = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
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
