/// Gives the names that logs use the identifiers and entries under which a study knows them.
///
/// A name is looked up as it is, then among aliases, then folded (case, signs, `organisation/`), in the study first and in
/// the catalogue after it; of a benchmark also without split, shots and arguments, of a model also as `ModelName` reads it.
/// A name that nobody knows makes an entry of its own, with an identifier made from the name.
public struct NameResolver: Sendable {
    private let models: [String: String]
    private let benchmarks: [String: String]
    private let modelEntries: [String: ModelEntry]
    private let benchmarkEntries: [String: BenchmarkEntry]

    /// Everything that decides what names become, as text: two resolvers with the same text do the same.
    public let fingerprint: String

    /// A resolver of the study's names and, after them, those of the catalogue.
    public init(study: Study) {
        let known = study.benchmarks.map { entry in Self.completed(entry) }
        let catalogue = Catalogue.benchmarks.filter { entry in !known.contains { $0.id == entry.id } }
        modelEntries = Dictionary(study.models.map { ($0.id, Self.completed($0)) }) { first, _ in first }
        benchmarkEntries = Dictionary((known + catalogue).map { ($0.id, $0) }) { first, _ in first }
        models = Self.table(study.models.map { ($0.id, [$0.name].compactMap(\.self) + $0.aliases) })
        // A study may give a name of the catalogue to another benchmark.
        benchmarks = Self.table(known.map { ($0.id, [$0.name].compactMap(\.self) + $0.aliases) })
            .merging(Self.table(catalogue.map { ($0.id, [$0.name].compactMap(\.self) + $0.aliases) })) { study, _ in
                study
            }
        let rules = "r\t\(BenchmarkName.version)\t\(ModelName.rulesFingerprint)"
        let scoring = known.filter { $0.measure != nil || $0.tolerance != nil }.map { entry -> String in
            let tolerance = entry.tolerance.map { "\($0)" } ?? ""
            return "s\t\(entry.id)\t\(entry.measure?.rawValue ?? "")\t\(tolerance)"
        }
        fingerprint =
            (models.map { "m\t\($0.key)\t\($0.value)" } + benchmarks.map { "b\t\($0.key)\t\($0.value)" } + scoring + [
                rules
            ])
            .sorted()
            .joined(separator: "\n")
    }

    /// The identifier of the model that a log calls `name`.
    public func modelID(_ name: String) -> String {
        if let exact = models[name] ?? models[Self.folded(name)] { return exact }
        let short = name.split(separator: "/").last.map(String.init) ?? name
        if let withoutOrganisation = models[short] ?? models[Self.folded(short)] { return withoutOrganisation }
        let id = ModelName(name).id
        return models[id] ?? models[Self.folded(id)] ?? id
    }

    /// The identifier of the benchmark that a log calls `name`.
    public func benchmarkID(_ name: String) -> String {
        for candidate in BenchmarkName.candidates(name) {
            if let id = benchmarks[candidate] ?? benchmarks[Self.folded(candidate)] { return id }
        }
        return Self.slug(name)
    }

    /// What is known of a model: from the study, and where it is silent from the name.
    public func model(id: String) -> ModelEntry {
        if let entry = modelEntries[id] { return entry }
        var entry = ModelEntry(id: id)
        entry.name = ModelName(id).name
        return Self.completed(entry)
    }

    /// What is known of a benchmark.
    public func benchmark(id: String) -> BenchmarkEntry { benchmarkEntries[id] ?? BenchmarkEntry(id: id) }

    /// A study's entry with what its names tell where the study is silent; the first name that tells anything counts.
    private static func completed(_ entry: ModelEntry) -> ModelEntry {
        guard entry.family == nil || entry.kind == nil || entry.parameters == nil else { return entry }
        let names = [entry.id, entry.name].compactMap(\.self) + entry.aliases
        guard let known = names.lazy.map({ ModelName($0) }).first(where: { $0.family != nil }) else { return entry }
        var entry = entry
        entry.family = entry.family ?? known.family
        entry.kind = entry.kind ?? known.kind
        entry.parameters = entry.parameters ?? known.parameters
        return entry
    }

    /// A study's entry with what the catalogue knows where the study is silent.
    private static func completed(_ entry: BenchmarkEntry) -> BenchmarkEntry {
        guard let known = Catalogue.benchmarks.first(where: { $0.id == entry.id }) else { return entry }
        var entry = Catalogue.completed(entry, from: known)
        entry.name = entry.name ?? known.name
        entry.aliases += known.aliases
        entry.summary = entry.summary ?? known.summary
        entry.itemCount = entry.itemCount ?? known.itemCount
        if entry.splits.isEmpty { entry.splits = known.splits }
        entry.parent = entry.parent ?? known.parent
        entry.subset = entry.subset ?? known.subset
        return entry
    }

    private static func table(_ entries: [(id: String, names: [String])]) -> [String: String] {
        var table: [String: String] = [:]
        func add(_ key: String, _ id: String) { if !key.isEmpty, table[key] == nil { table[key] = id } }
        // What is named exactly goes before what only looks alike.
        for entry in entries { add(entry.id, entry.id) }
        for entry in entries { for name in entry.names { add(name, entry.id) } }
        for entry in entries { for name in [entry.id] + entry.names { add(folded(name), entry.id) } }
        return table
    }

    /// A name without case and signs.
    static func folded(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.lowercased().unicodeScalars.filter { scalar in
                    // Asking the tables of Unicode for each letter of a thousand aliases would take most of the start.
                    scalar.isASCII
                        ? ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                }))
    }

    /// An identifier: small letters and figures of any script, `.` and `-`.
    ///
    /// A name that loses signs on the way gets a hash of the whole, so that different names stay different.
    public static func slug(_ name: String) -> String {
        var slug = ""
        var isLossy = false
        // One spelling of letters with marks, whichever way a log composed them.
        for scalar in name.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", ".": slug.unicodeScalars.append(scalar)
            case "-", "_", " ", "/", ":", "@", "+", "|", "=", ",": if slug.last != "-" { slug.append("-") }
            case _ where !scalar.isASCII && Self.isLetterOrFigure(scalar): slug.unicodeScalars.append(scalar)
            default: isLossy = true
            }
        }
        while let last = slug.last, last == "-" || last == "." { slug.removeLast() }
        while let first = slug.first, first == "-" || first == "." { slug.removeFirst() }
        if slug.count > 80 {
            slug = String(slug.prefix(80))
            isLossy = true
        }
        guard isLossy || slug.isEmpty else { return slug }
        return (slug.isEmpty ? "" : slug + "-") + String(hash(name.utf8) & 0xFFFF_FFFF, radix: 16)
    }

    /// Whether a sign outside of ASCII is a part of words: a letter, a figure, or a mark on one.
    private static func isLetterOrFigure(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// FNV-1a: short, and the same on every machine.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
