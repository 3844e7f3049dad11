import Records
import Store

/// The items of a benchmark in a log, as a summary keeps them.
struct ItemsForm: Codable {
    var count: Int
    var keyLengths: Int
    var keys: Int
    var choices: Int
    var lacking: Int
    /// Nil in a summary without texts.
    var texts: Int?
    var facets: [Facet]

    struct Facet: Codable {
        var name: String
        var dictionary: TextsForm
        var codes: Int
        var conflicts: Int
    }
}

extension ItemsForm {
    init(_ items: LogItems, texts hasTexts: Bool, to parts: inout PartWriter) {
        let columns = items.list.columns(texts: hasTexts)
        count = items.list.count
        keyLengths = parts.add(columns.keyLengths)
        keys = parts.add(columns.keys)
        choices = parts.add(columns.choices)
        lacking = parts.add(columns.lacking)
        texts = columns.texts.map { parts.add($0) }
        facets = []
        for (column, conflicts) in zip(items.facets.columns, items.facets.conflicts) {
            facets.append(
                Facet(
                    name: column.name, dictionary: parts.add(column.dictionary), codes: parts.add(column.codes),
                    conflicts: conflicts))
        }
    }

    func decoded(from parts: PartReader) throws -> LogItems {
        var columns = ItemColumns()
        columns.keyLengths = try parts.numbers(keyLengths)
        columns.keys = try parts.bytes(keys)
        columns.choices = try parts.numbers(choices)
        columns.lacking = try parts.bytes(lacking)
        columns.texts = try texts.map { try parts.bytes($0) }
        guard let list = ItemList(columns), list.count == count else { throw DamagedPart() }
        return LogItems(list, facets: try facets(from: parts, itemCount: count))
    }

    private func facets(from parts: PartReader, itemCount: Int) throws -> FacetTable {
        let columns = try facets.map { facet in
            let column = FacetColumn(
                name: facet.name, dictionary: try parts.texts(facet.dictionary), codes: try parts.numbers(facet.codes))
            guard column.codes.count <= itemCount, column.codes.allSatisfy({ $0 <= column.dictionary.count }),
                Set(column.dictionary).count == column.dictionary.count, facet.conflicts >= 0
            else { throw DamagedPart() }
            return column
        }
        return FacetTable(columns, conflicts: facets.map(\.conflicts))
    }
}
