/// File names and fragments from identifiers, which may hold anything.
struct Slugs: Sendable {
    private var slugs: [String: String] = [:]

    /// Gives every identifier a slug of its own: lower-case ASCII letters, digits, `.`, `-` and `_`, at most 80
    /// characters; a slug that is taken gets a number. The order of the identifiers decides who gets which.
    init(_ identifiers: [String]) {
        var taken: Set<String> = []
        for identifier in identifiers where slugs[identifier] == nil {
            let plain = Self.plain(identifier)
            var slug = plain
            var number = 2
            while !taken.insert(slug).inserted {
                slug = "\(plain)-\(number)"
                number += 1
            }
            slugs[identifier] = slug
        }
    }

    /// The slug of an identifier; identifiers that were not announced get their plain form.
    subscript(identifier: String) -> String { slugs[identifier] ?? Self.plain(identifier) }

    /// The plain form, which two identifiers may share.
    static func plain(_ identifier: String) -> String {
        var result = ""
        for scalar in identifier.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "_": result.unicodeScalars.append(scalar)
            case ".": if !result.isEmpty { result += "." }
            default: if let last = result.last, last != "-" { result += "-" }
            }
        }
        result = String(result.prefix(80))
        while let last = result.last, last == "-" || last == "." { result.removeLast() }
        return result.isEmpty ? "x" : result
    }
}
