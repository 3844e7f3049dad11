/// Gives the names that logs use the identifiers and entries under which a study knows them.
///
/// A name is looked up as it is, then among aliases, then folded (case, signs, `organisation/`), in the study first and in
/// the catalogue after it. A name that nobody knows makes an entry of its own, with an identifier made from the name.
public struct NameResolver: Sendable {
    private let models: [String: String]
    private let benchmarks: [String: String]
    private let modelEntries: [String: ModelEntry]
    private let benchmarkEntries: [String: BenchmarkEntry]

    public init(study: Study) {
        let known = study.benchmarks.map { entry in Self.completed(entry) }
        let catalogue = Catalogue.benchmarks.filter { entry in !known.contains { $0.id == entry.id } }
        modelEntries = Dictionary(study.models.map { ($0.id, $0) }) { first, _ in first }
        benchmarkEntries = Dictionary((known + catalogue).map { ($0.id, $0) }) { first, _ in first }
        models = Self.table(study.models.map { ($0.id, [$0.name].compactMap(\.self) + $0.aliases) })
        benchmarks = Self.table((known + catalogue).map { ($0.id, [$0.name].compactMap(\.self) + $0.aliases) })
    }

    /// The identifier of the model that a log calls `name`.
    public func modelID(_ name: String) -> String { Self.look(up: name, in: models) }

    /// The identifier of the benchmark that a log calls `name`.
    public func benchmarkID(_ name: String) -> String { Self.look(up: name, in: benchmarks) }

    /// What is known of a model; `name` is shown if the study gives none.
    public func model(id: String) -> ModelEntry { modelEntries[id] ?? ModelEntry(id: id) }

    /// What is known of a benchmark.
    public func benchmark(id: String) -> BenchmarkEntry { benchmarkEntries[id] ?? BenchmarkEntry(id: id) }

    /// Everything that decides what names become, as text: two resolvers with the same text do the same.
    public var fingerprint: String {
        (models.map { "m\t\($0.key)\t\($0.value)" } + benchmarks.map { "b\t\($0.key)\t\($0.value)" }).sorted()
            .joined(separator: "\n")
    }

    /// A study's entry with what the catalogue knows where the study is silent.
    private static func completed(_ entry: BenchmarkEntry) -> BenchmarkEntry {
        guard let known = Catalogue.benchmarks.first(where: { $0.id == entry.id }) else { return entry }
        var entry = entry
        entry.name = entry.name ?? known.name
        entry.aliases += known.aliases
        entry.cluster = entry.cluster ?? known.cluster
        entry.capability = entry.capability ?? known.capability
        entry.chance = entry.chance ?? known.chance
        entry.summary = entry.summary ?? known.summary
        entry.source = entry.source ?? known.source
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

    private static func look(up name: String, in table: [String: String]) -> String {
        if let exact = table[name] ?? table[folded(name)] { return exact }
        let short = name.split(separator: "/").last.map(String.init) ?? name
        if let withoutOrganisation = table[short] ?? table[folded(short)] { return withoutOrganisation }
        return slug(name)
    }

    /// A name without case and signs.
    static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }

    /// An identifier that is safe in file names and addresses.
    ///
    /// A name that loses letters on the way gets a hash of the whole, so that different names stay different.
    public static func slug(_ name: String) -> String {
        var slug = ""
        var isLossy = false
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", ".": slug.unicodeScalars.append(scalar)
            case "-", "_", " ", "/", ":", "@", "+", "|": if slug.last != "-" { slug.append("-") }
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
        // FNV-1a: short, and the same on every machine.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (slug.isEmpty ? "" : slug + "-") + String(hash & 0xFFFF_FFFF, radix: 16)
    }
}
