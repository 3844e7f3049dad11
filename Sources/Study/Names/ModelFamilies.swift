/// What is known of the names of models, read from `models.toml`.
struct ModelFamilies: Sendable {
    /// A family, and how its names are built: root, version, suffix.
    struct Family: Sendable {
        /// The root, as it is shown.
        var name: String
        /// `general` or `medical`.
        var kind: String
        /// The organisations that release the family, as they are written before a slash.
        var organisations: [String]
        /// What stands between root and version when shown.
        var join: String
        /// Words that belong to the family's name, as they are shown.
        var suffixes: [String]
        /// Words that may stand between root and version.
        var tiers: [String]
        /// The spellings of the root as parts, the name's own first.
        var roots: [[String]]
    }

    static let known: ModelFamilies = Catalogue.tables(
        String(decoding: PackageResources.models_toml, as: UTF8.self), file: "models.toml", read: ModelFamilies.init)

    let families: [Family]
    let routes: Set<String>
    let packagers: Set<String>
    let organisations: Set<String>
    let instructOnly: Set<String>
    let words: [String: String]
    let totals: [String: Double]

    private init(_ top: TableReader) {
        routes = Set(top.strings("routes") ?? [])
        packagers = Set(top.strings("packagers") ?? [])
        instructOnly = Set(top.strings("instruct-only") ?? [])
        var words: [String: String] = [:]
        if let table = top.table("words") {
            for member in table.freeMembers { words[member.key] = table.string(member.key) }
        }
        self.words = words
        var totals: [String: Double] = [:]
        if let table = top.table("totals") {
            for member in table.freeMembers {
                totals[member.key] = table.number(member.key, allowed: "above 0") { $0 > 0 }
            }
        }
        self.totals = totals
        families = top.tables("family").map { table in
            let name = table.string("name") ?? ""
            let spellings = [name] + (table.strings("aliases") ?? [])
            let family = Family(
                name: name, kind: table.string("kind") ?? "", organisations: table.strings("organisations") ?? [],
                join: table.string("join") ?? "-", suffixes: table.strings("suffixes") ?? [],
                tiers: table.strings("tiers") ?? [], roots: spellings.map { NamePart.parts($0).map(\.text) })
            table.finish()
            return family
        }
        organisations = Set(families.flatMap(\.organisations).map { $0.lowercased() })
    }

    /// The family whose root stands at a position of a name, the longest of several.
    func family(
        at position: Int, of parts: [NamePart], where isWanted: (Family) -> Bool
    ) -> (family: Family, length: Int)? {
        var best: (family: Family, length: Int)?
        for family in families where isWanted(family) {
            for root in family.roots where parts.count >= position + root.count && root.count > best?.length ?? 0 {
                if zip(root, parts[position...]).allSatisfy({ $0 == $1.text }) { best = (family, root.count) }
            }
        }
        return best
    }

    /// The total number of parameters of a model whose name does not give it.
    ///
    /// What follows the name in the table must not tell another size: `deepseek-v2-lite` is no `deepseek-v2`.
    func total(id: String) -> Double? {
        totals.filter { name, _ in
            guard id != name else { return true }
            guard id.hasPrefix(name + "-") else { return false }
            return id.dropFirst(name.count).split(separator: "-").allSatisfy { NameRest.keepsSize(String($0)) }
        }.max { $0.key.count < $1.key.count }?.value
    }
}

/// A run of letters or of digits in a name, in lower case.
struct NamePart: Equatable, Sendable {
    var text: String
    /// The sign before the part; nil at the start and where letters meet digits.
    var separator: Character?
    /// Where the part ends in the lower-case name.
    var end: String.Index

    var isNumber: Bool { text.first?.isNumber ?? false }

    /// Splits a name at signs and where letters meet digits: `Qwen2.5-VL` has the parts `qwen`, `2`, `5`, `vl`.
    static func parts(_ name: String) -> [NamePart] {
        let name = name.lowercased()
        var parts: [NamePart] = []
        var separator: Character?
        var start = name.startIndex
        while start < name.endIndex {
            let first = name[start]
            guard first.isLetter || first.isNumber else {
                separator = first
                start = name.index(after: start)
                continue
            }
            let end =
                name[start...].firstIndex { !($0.isLetter || $0.isNumber) || $0.isNumber != first.isNumber }
                ?? name.endIndex
            parts.append(NamePart(text: String(name[start..<end]), separator: separator, end: end))
            separator = nil
            start = end
        }
        return parts
    }
}
