import Records

/// An object of lists of equal length, each of which holds one field of all rows.
struct ParallelLists {
    private let document: JSONDocument
    private let columns: [(name: String, values: [String])]

    /// Whether the beginning of an object looks like parallel lists: at least two lists of scalars, one of which names
    /// items or answers, and none of objects.
    ///
    /// - Parameter text: the first bytes of the text.
    static func areLikely(_ text: [UInt8]) -> Bool {
        let outline = JSONOutline(text)
        guard outline.root == .object else { return false }
        let lists = outline.topKeys.filter { outline.kinds[$0] == "[" }
        guard lists.count >= 2 else { return false }
        for list in lists {
            guard let start = JSONOutline.start(ofList: list, in: text) else { continue }
            let first = text[(start + 1)...].first { $0 > 0x20 }
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return false }
        }
        let roles = ["item", "prediction", "score", "target"].compactMap { FieldGuess.names[$0] }.joined()
        return lists.contains { key in
            let name = FieldGuess.folded(key)
            return roles.contains(name) || (name.hasSuffix("s") && roles.contains(String(name.dropLast())))
        } && !lists.contains("columns")
    }

    /// - Parameter constants: gets the scalars beside the lists.
    /// - Throws: `Problem` if the text is no JSON, or if the lists have different lengths.
    init(_ part: LogPart, constants: inout [String: String]) throws {
        let source = try part.open()
        document = try JSONDocument(source.readAll(limit: 1 << 28), place: source.place)
        var columns: [(name: String, values: [String])] = []
        for (key, value) in document.root.members {
            if value.kind == .array {
                columns.append((key, value.elements.map { $0.scalarText ?? ($0.isNull ? "" : $0.compactText) }))
            } else if let text = value.scalarText {
                constants[key] = text
            }
        }
        let lengths = Set(columns.map(\.values.count))
        guard lengths.count == 1 else {
            throw source.place.problem(
                "unequal-lists", expected: "lists of one length, one a field",
                found: columns.prefix(6).map { "`\($0.name)` of \($0.values.count)" }.joined(separator: ", "),
                remedy: "Write the log with one row an item.")
        }
        self.columns = columns
    }

    /// Hands each row to `body` until it returns false.
    func forEach(_ body: (GenericRow) throws -> Bool) throws {
        let positions = Dictionary(columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        for row in 0..<(columns.first?.values.count ?? 0) {
            if try !body(GenericRow(columns: positions, cells: columns.map { $0.values[row] }, line: row + 1)) { return }
        }
    }
}
