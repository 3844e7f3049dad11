import Foundation

/// File names and fragments from identifiers, which may hold anything.
///
/// A slug has lower-case ASCII letters, digits, `.`, `-` and `_`, at most 80 characters, and is a safe file name on
/// every system. Links to a site should outlive its next build, so a slug depends on the other identifiers as little as
/// can be, and never on their order: an identifier that is a slug already keeps it; one whose plain form tells it
/// enough has that; where letters are lost or two identifiers share a form, a short hash of the identifier follows.
struct Slugs: Sendable {
    private static let maximum = 80
    private static let hashLength = 6
    /// Names that Windows gives to devices, with any ending, and the page that a server shows for a folder.
    private static let reserved = Set(
        ["con", "prn", "aux", "nul", "index"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    private var slugs: [String: String] = [:]

    /// Gives every identifier a slug of its own.
    init(_ identifiers: [String]) {
        let distinct = Set(identifiers).sorted()
        let plain = Dictionary(uniqueKeysWithValues: distinct.map { ($0, Self.plain($0)) })
        let sharers = Dictionary(grouping: distinct) { plain[$0] ?? $0 }
        var taken: Set<String> = []
        var others: [String] = []
        for identifier in distinct {
            let form = plain[identifier] ?? identifier
            if form == identifier || (sharers[form]?.count == 1 && !Self.losesLetters(identifier)) {
                slugs[identifier] = form
                taken.insert(form)
            } else {
                others.append(identifier)
            }
        }
        for identifier in others {
            var length = Self.hashLength
            var slug = Self.hashed(identifier, length)
            while !taken.insert(slug).inserted {
                length += 1
                slug = Self.hashed(identifier, length)
            }
            slugs[identifier] = slug
        }
    }

    /// The slug of an identifier; identifiers that were not announced get their plain form.
    subscript(identifier: String) -> String { slugs[identifier] ?? Self.plain(identifier) }

    /// The plain form, which two identifiers may share.
    static func plain(_ identifier: String) -> String {
        let form = trimmed(folded(identifier), to: maximum)
        return form.isEmpty ? "x" : form
    }

    private static func hashed(_ identifier: String, _ length: Int) -> String {
        let hash = Checksum.sha256(Data(identifier.utf8)).prefix(length)
        return "\(trimmed(plain(identifier), to: maximum - 1 - hash.count))-\(hash)"
    }

    private static func folded(_ identifier: String) -> String {
        var result = ""
        for scalar in identifier.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "_": result.unicodeScalars.append(scalar)
            case ".": if let last = result.last, last != "." { result += "." }
            default: if let last = result.last, last != "-" { result += "-" }
            }
        }
        let stem = result.prefix { $0 != "." }
        // The hyphen at the end of a stem goes only if it ends the whole slug.
        return reserved.contains(String(stem)) || reserved.contains(trimmed(String(stem), to: maximum))
            ? "x-" + result : result
    }

    /// Windows drops dots at the end of a name.
    private static func trimmed(_ slug: String, to count: Int) -> String {
        var slug = slug.prefix(count)
        while let last = slug.last, last == "-" || last == "." { slug.removeLast() }
        return String(slug)
    }

    /// Whether the plain form lacks a letter or digit: then it may say nothing of the identifier.
    private static func losesLetters(_ identifier: String) -> Bool {
        let hasASCII = identifier.unicodeScalars.contains {
            $0.isASCII && $0.properties.isAlphabetic || ("0"..."9") ~= $0
        }
        return !hasASCII || identifier.unicodeScalars.contains { !$0.isASCII && $0.properties.isAlphabetic }
    }
}
