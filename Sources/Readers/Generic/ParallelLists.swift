import Records

/// An object of lists of equal length, each of which holds one field of all rows.
struct ParallelLists {
    private let lists: JSONParallelLists

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
        let outline = JSONOutline(try part.open().readPrefix(1 << 17))
        let keys = outline.topKeys.filter { outline.kinds[$0] == "[" }
        lists = try JSONParallelLists(leading: keys.first ?? "", keys: keys, open: part.open)
        for constant in lists.constants { constants[constant.name] = constant.value.text }
        guard lists.others.isEmpty else {
            throw InputPlace(file: part.path).problem(
                "unequal-lists", field: lists.others[0],
                expected: "lists of one length, one a field: \(lists.count) as in `\(keys[0])`",
                found: "another length",
                remedy: "Write the log with one row an item.")
        }
    }

    /// Hands each row to `body` until it returns false.
    func forEach(_ body: (GenericRow) throws -> Bool) throws {
        let columns = Dictionary(uniqueKeysWithValues: lists.names.enumerated().map { ($1, $0) })
        var goesOn = true
        try lists.forEach { values, position in
            // The lists end together; after the last row that is wanted there is nothing to stop.
            guard goesOn else { return }
            let cells = lists.names.map { name in
                values[name].map { $0.scalarText ?? ($0.isNull ? "" : $0.compactText) } ?? ""
            }
            goesOn = try body(GenericRow(columns: columns, cells: cells, line: position))
        }
    }
}
