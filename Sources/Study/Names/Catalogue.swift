import Foundation

/// Benchmarks that Acuity knows without a study file. A study's own entries come first.
///
/// The entries lie as TOML in `Resources`, with the keys of a study's `[[benchmark]]`; a part inherits from its parent
/// what it does not say itself.
public enum Catalogue {
    /// The benchmarks, with the names under which runners know them.
    public static let benchmarks: [BenchmarkEntry] = {
        let files = [
            ("vision-benchmarks.toml", PackageResources.vision_benchmarks_toml),
            ("text-benchmarks.toml", PackageResources.text_benchmarks_toml),
            ("subject-benchmarks.toml", PackageResources.subject_benchmarks_toml),
        ]
        return inherited(
            files.flatMap { file, bytes in
                tables(String(decoding: bytes, as: UTF8.self), file: file) { top in
                    top.tables("benchmark").compactMap(BenchmarkReader.read)
                }
            })
    }()

    /// Reads a file that is part of the program.
    static func tables<Value>(_ text: String, file: String, read: (TableReader) -> Value) -> Value {
        do {
            let root = try TOMLNode.parse(text)
            guard case .table(let members) = root.content else { fatalError("\(file) is no table") }
            let errors = TableReader.Errors(file: file)
            let top = TableReader(members, path: "", place: root.place, errors: errors)
            let value = read(top)
            top.finish()
            precondition(errors.problems.isEmpty, errors.problems.map(\.description).joined(separator: "\n"))
            return value
        } catch {
            fatalError("\(file): \(error)")
        }
    }

    /// Entries with what their parents know, and with the names by which runners call a part.
    static func inherited(_ entries: [BenchmarkEntry]) -> [BenchmarkEntry] {
        entries.map { entry in
            guard let parent = entries.first(where: { $0.id == entry.parent }) else { return entry }
            var entry = completed(entry, from: parent)
            if let subset = entry.subset {
                // A pattern of the parent must not hide a name that the part or another entry gives itself.
                entry.aliases += parent.subsetAliases.map { $0.replacingOccurrences(of: "{}", with: subset) }
                    .filter { !entry.aliases.contains($0) }
            }
            return entry
        }
    }

    /// An entry with what another one knows where the entry is silent; names, counts and relations stay its own.
    static func completed(_ entry: BenchmarkEntry, from known: BenchmarkEntry) -> BenchmarkEntry {
        var entry = entry
        if entry.cluster == nil {
            entry.cluster = known.cluster
            entry.clusterAlternatives = known.clusterAlternatives
        }
        // A part with an own form of answers has an own chance level.
        if entry.chance == nil, entry.answers == nil || entry.answers == known.answers {
            entry.chance = known.chance
            entry.options = entry.options ?? known.options
        }
        entry.capability = entry.capability ?? known.capability
        entry.answers = entry.answers ?? known.answers
        entry.metric = entry.metric ?? known.metric
        entry.source = entry.source ?? known.source
        entry.countsSource = entry.countsSource ?? known.countsSource
        entry.license = entry.license ?? known.license
        if entry.strata.isEmpty { entry.strata = known.strata }
        if entry.languages.isEmpty { entry.languages = known.languages }
        return entry
    }
}
