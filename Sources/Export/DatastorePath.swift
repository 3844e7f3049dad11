import Ingest

/// Where the files of a run lie below the output folder, as the data store of Every Eval Ever wants it:
/// `data/<collection>/<developer>/<model>/<uuid>`.
struct DatastorePath {
    /// The developer where the model's name gives none; the data store refuses `unknown`.
    static let noDeveloper = "unspecified"

    let developer: String
    let folder: String

    /// - Parameters:
    ///   - benchmark: the collection.
    ///   - model: the model's identifier, `developer/model` or a plain name.
    init(benchmark: String, model: String) {
        let parts = model.split(separator: "/").map(String.init)
        developer = parts.count > 1 ? parts[0] : Self.noDeveloper
        let name = parts.count > 1 ? parts.dropFirst().joined(separator: "_") : model
        folder = ["data", Self.component(benchmark), Self.component(developer), Self.component(name)]
            .joined(separator: "/")
    }

    /// The longest part of a path, in bytes; most systems take 255.
    private static let longest = 200

    /// A name as a part of a path on every system, which no shell takes for anything else. The documents below it hold the
    /// name as it is.
    static func component(_ name: String) -> String {
        var text = String(
            name.map { character -> Character in character.unicodeScalars.allSatisfy(isPlain) ? character : "_" })
        // What is cut off is told apart by a hash.
        if text.utf8.count > longest {
            let digest = Digest()
            digest.update(name)
            let hash = "-" + digest.finish().prefix(12)
            while text.utf8.count > longest - hash.utf8.count { text.removeLast() }
            text += hash
        }
        while let last = text.last, last == "." || last == " " { text.removeLast() }
        // A word that begins with a hyphen is an option, one with a point is hidden, and a space is easily overlooked.
        if let first = text.first, "-. ".contains(first) { text = "_" + text.dropFirst() }
        // `data` is the store's own name, and some systems keep a few for themselves.
        let reserved = ["", "data", "con", "prn", "aux", "nul"]
        let stem = text.split(separator: ".").first.map(String.init) ?? ""
        return reserved.contains(text.lowercased()) || reserved.contains(stem.lowercased()) ? "\(text)_" : text
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " -_.,+@=()".unicodeScalars.contains(scalar)
        }
        return switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// A UUID made from a digest: equal contents have equal names. Version and variant are those of version 4, which the
    /// schema demands.
    ///
    /// - Parameter sha256: a digest in lower-case hexadecimal.
    static func uuid(_ sha256: String) -> String {
        var digits = Array(sha256.prefix(32))
        digits[12] = "4"
        digits[16] = Array("89ab")[(digits[16].hexDigitValue ?? 0) & 3]
        var text = String(digits)
        for offset in [20, 16, 12, 8] { text.insert("-", at: text.index(text.startIndex, offsetBy: offset)) }
        return text
    }
}
