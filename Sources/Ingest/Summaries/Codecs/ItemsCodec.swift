import Records
import Store

/// The items of a benchmark in a log, as a summary keeps them.
struct ItemsForm: Codable {
    var keys: TextsForm
    /// A part with a number an item: how many options it has.
    var choices: Int
    /// A part with a byte an item: which texts it lacks, as in `ItemTextKinds`.
    var lacking: Int
    /// The texts, if the summary has any.
    var texts: Texts?
    var facets: [Facet]

    struct Texts: Codable {
        var questions: TextsForm
        var targets: ListsForm
        var options: ListsForm
    }

    struct Facet: Codable {
        var name: String
        var dictionary: TextsForm
        /// A part with a number an item.
        var codes: Int
        var conflicts: Int
    }
}

/// A list of lists of texts: how many each has, and all of them.
struct ListsForm: Codable {
    var counts: Int
    var texts: TextsForm
}

extension ItemsForm {
    init(_ items: LogItems, texts hasTexts: Bool, to parts: inout PartWriter) {
        let list = items.items
        keys = parts.add(list.map(\.key))
        choices = parts.add(list.map { UInt32(clamping: $0.choices) })
        lacking = parts.add(list.map(\.lackingTexts.rawValue))
        if hasTexts {
            texts = Texts(
                questions: parts.add(list.map { $0.question ?? "" }), targets: parts.add(lists: list.map(\.targets)),
                options: parts.add(lists: list.map(\.options)))
        }
        facets = []
        for (column, conflicts) in zip(items.facets.columns, items.facets.conflicts) {
            facets.append(
                Facet(
                    name: column.name, dictionary: parts.add(column.dictionary), codes: parts.add(column.codes),
                    conflicts: conflicts))
        }
    }

    func decoded(from parts: PartReader) throws -> LogItems {
        let keys = try parts.texts(keys)
        let choices = try parts.numbers(choices)
        let lacking = try parts.bytes(lacking)
        guard choices.count == keys.count, lacking.count == keys.count else { throw DamagedPart() }
        let questions = try texts.map { try parts.texts($0.questions) }
        let targets = try texts.map { try parts.lists($0.targets) }
        let options = try texts.map { try parts.lists($0.options) }
        guard [questions?.count, targets?.count, options?.count].allSatisfy({ $0 == nil || $0 == keys.count }) else {
            throw DamagedPart()
        }
        let items = keys.indices.map { place in
            // Which log completes an item depends on which texts the others have: an empty text stands for one left out.
            let lacks = ItemTextKinds(rawValue: lacking[place])
            return StoredItem(
                key: keys[place], question: lacks.contains(.question) ? nil : questions?[place] ?? "",
                targets: lacks.contains(.targets) ? [] : targets?[place] ?? [""], choices: Int(choices[place]),
                options: lacks.contains(.options) ? [] : options?[place] ?? [""])
        }
        return LogItems(items, facets: try facets(from: parts, itemCount: keys.count))
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

extension PartWriter {
    mutating func add(lists: [[String]]) -> ListsForm {
        ListsForm(counts: add(lists.map { UInt32($0.count) }), texts: add(lists.flatMap { $0 }))
    }
}

extension PartReader {
    func lists(_ form: ListsForm) throws -> [[String]] {
        let counts = try numbers(form.counts)
        let texts = try texts(form.texts)
        guard counts.reduce(0, { $0 + Int($1) }) == texts.count else { throw DamagedPart() }
        var start = 0
        return counts.map { count in
            defer { start += Int(count) }
            return Array(texts[start..<(start + Int(count))])
        }
    }
}
