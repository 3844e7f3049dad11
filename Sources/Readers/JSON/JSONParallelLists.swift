import Records

/// Lists of equal length in one JSON object, handed out row by row: one walk over the text for each list, so that memory
/// holds one row only.
struct JSONParallelLists {
    /// The names of the lists that have a value for each row, in the order of the text.
    let names: [String]
    /// How many rows there are.
    let count: Int
    /// The scalars beside the lists, in the order of the text.
    private(set) var constants: [(name: String, value: JSONScalar)] = []
    /// Lists of another length, which belong to no row.
    let others: [String]
    private let open: () throws -> any ByteSource

    /// A scalar that outlives the text it stood in.
    struct JSONScalar {
        let text: String
        let number: Double?
    }

    /// - Parameters:
    ///   - leading: the list whose length tells how many rows there are.
    ///   - keys: the names of all lists.
    ///   - open: opens the text from its start.
    /// - Throws: `Problem` if the text cannot be read.
    init(leading: String, keys: [String], open: @escaping () throws -> any ByteSource) throws {
        self.open = open
        let scanner = JSONStreamScanner(try open(), streaming: Set(keys))
        var lengths: [String: Int] = [:]
        while let part = try scanner.next() {
            if part.kind == .element {
                lengths[part.container] = part.index + 1
            } else if let key = part.key, let text = part.value?.scalarText {
                constants.append((key, JSONScalar(text: text, number: part.value?.double)))
            }
        }
        count = lengths[leading] ?? 0
        let rows = count
        names = keys.filter { lengths[$0] == rows }
        others = keys.filter { lengths[$0] != rows }
    }

    /// Hands each row to `body`: its values by name, valid until the next row, and its position from 1.
    func forEach(_ body: ([String: JSONValue], Int) throws -> Void) throws {
        let scanners = try names.map { name in (name, JSONStreamScanner(try open(), streaming: [name])) }
        for position in 1...max(1, count) where count > 0 {
            var row: [String: JSONValue] = [:]
            for (name, scanner) in scanners {
                while let part = try scanner.next() {
                    guard part.kind == .element, part.container == name else { continue }
                    row[name] = part.value
                    break
                }
            }
            try body(row, position)
        }
    }
}
