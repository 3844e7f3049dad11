import Records

/// Lists of equal length within an object that is named after a benchmark or a model: one list a field, one place a row.
struct NamedColumns {
    private let lists: [(name: String, values: [JSONValue])]
    private let count: Int

    /// Whether a dotted path ends in the name of predictions, or of several of them.
    static func areAnswers(_ path: String) -> Bool {
        guard path.contains(".") else { return false }
        let name = FieldGuess.folded(path)
        let names = FieldGuess.names["prediction"] ?? []
        return name.hasSuffix("s") && (names.contains(name) || names.contains(String(name.dropLast())))
    }

    /// Nil if the object holds no list of predictions, or no other of its length.
    init?(_ object: JSONValue) {
        let all = object.members.filter { member in
            member.value.kind == .array && member.value[0].map { $0.scalarText != nil || $0.isNull } ?? false
        }
        guard let predictions = all.first(where: { Self.areAnswers(".\($0.key)") }) else { return nil }
        let length = Array(predictions.value.elements).count
        count = length
        lists = all.map { ($0.key, Array($0.value.elements)) }.filter { $0.1.count == length }
        guard lists.count >= 2 else { return nil }
    }

    /// Hands each row to `body`; false if it wants no more.
    func forEach(_ body: (GenericRow) throws -> Bool) throws -> Bool {
        let columns = Dictionary(lists.enumerated().map { ($1.name, $0) }) { first, _ in first }
        for index in 0..<count {
            let cells = lists.map { $0.values[index].scalarText ?? "" }
            if try !body(GenericRow(columns: columns, cells: cells, line: index + 1)) { return false }
        }
        return true
    }
}
