/// A table that a study file may have.
public struct StudyTable: Sendable {
    /// Its name with those of the tables it lies in: `logs.fields`.
    public let path: String
    /// Whether there may be several, each beginning with `[[path]]`.
    public let isRepeated: Bool
    /// What it says, in a sentence or two.
    public let summary: String
    /// Its keys, in the order of the example.
    public let keys: [StudyKey]
    /// The keys that cannot stand beside all others: the example has a second table for them.
    let apart: Set<String>
    /// Sets of keys of which a table has one: the example has a table for each.
    private let variants: [[StudyKey]]

    init(
        _ path: String, isRepeated: Bool = false, _ summary: String, apart: Set<String> = [],
        variants: [[StudyKey]] = [], keys shared: [StudyKey]
    ) {
        var names: Set<String> = []
        self.variants = variants
        let keys = (shared + variants.flatMap(\.self)).filter { names.insert($0.name).inserted }
        self.path = path
        self.isRepeated = isRepeated
        self.summary = summary
        self.apart = apart
        self.keys = keys
    }

    /// The line with which it begins in a file.
    public var header: String { isRepeated ? "[[\(path)]]" : "[\(path)]" }

    /// Every key with its tables, as messages name it; `*` stands for names that the study chooses.
    var fieldNames: [String] {
        keys.flatMap { key in ["\(path).\(key.name)"] + key.inner.map { "\(path).\(key.name).\($0)" } }
    }

    /// The keys of each table of the example.
    var exampleKeys: [[StudyKey]] {
        let own = Set(variants.flatMap(\.self).map(\.name))
        let shared = keys.filter { !own.contains($0.name) }
        if let first = variants.first {
            return [shared + first] + variants.dropFirst().map { shared.filter { $0.fallback == nil } + $0 }
        }
        let first = keys.filter { !apart.contains($0.name) }
        guard !apart.isEmpty else { return [first] }
        return [first, keys.filter { apart.contains($0.name) || $0.fallback == nil }]
    }
}
