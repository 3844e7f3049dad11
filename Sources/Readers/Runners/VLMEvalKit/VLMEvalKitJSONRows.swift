import Records

/// A table of VLMEvalKit in JSON, a list of rows with the same keys, as a table of cells.
struct VLMEvalKitJSONRows: SheetRows {
    /// Opens the text from its start.
    let open: () throws -> any ByteSource

    func forEachRow(_ body: (SheetRow) throws -> Bool) throws {
        var header: [String] = []
        let scanner = JSONStreamScanner(try open())
        while let part = try scanner.next() {
            guard part.kind == .element, let value = part.value, value.kind == .object else { continue }
            if header.isEmpty {
                header = value.members.map(\.key)
                guard try body(SheetRow(number: 0, cells: header)) else { return }
            }
            let cells = header.map { value[$0].map(Self.text) ?? "" }
            guard try body(SheetRow(number: part.index + 1, cells: cells)) else { return }
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value.kind {
        case .null: return ""
        case .number:
            // pandas has NaN where a cell is empty.
            if let number = value.double, number.isNaN { return "" }
            return RawCell.number(value.scalarText ?? "")
        case .array, .object: return value.compactText
        case .bool, .string: return value.scalarText ?? ""
        }
    }
}
