import Records

/// The rows of a table that MLflow or W&B kept: `{"columns": [...], "data": [[...]]}`, or rows that name their columns
/// themselves, as those of parquet files do.
struct EvaluationTable {
    /// One row.
    struct Row {
        private let cells: [JSONValue]
        private let object: JSONValue?
        private let positions: [String: Int]
        /// The row as the generic machinery sees it.
        let generic: GenericRow
        /// The position of the row in its table, from 1.
        let line: Int

        init?(_ value: JSONValue, positions: [String: Int], line: Int) {
            self.positions = positions
            self.line = line
            switch value.kind {
            case .array:
                cells = Array(value.elements)
                object = nil
                generic = GenericRow(columns: positions, values: value, line: line)
            case .object:
                cells = []
                object = value
                generic = GenericRow(json: value, line: line)
            default: return nil
            }
        }

        /// The value in a column, or nil.
        func cell(_ column: String) -> JSONValue? {
            if let object { return object[column] }
            return positions[column].flatMap { $0 < cells.count ? cells[$0] : nil }
        }

        /// The value in a column as text, nested values as JSON; nil if it is missing, null or empty.
        func text(_ column: String) -> String? {
            guard let cell = cell(column), !cell.isNull else { return nil }
            let text = cell.scalarText ?? cell.compactText
            return text.isEmpty ? nil : text
        }
    }

    /// The names of the columns in order; empty if the rows name them.
    let columns: [String]
    private let positions: [String: Int]
    private let open: () throws -> any ByteSource

    /// - Parameter open: opens the text from its start.
    /// - Throws: `Problem` if the text cannot be read.
    init(open: @escaping () throws -> any ByteSource) throws {
        self.open = open
        let source = try PrefixedSource(open(), count: 1 << 17)
        let outline = JSONOutline(source.prefix)
        guard outline.root == .object, outline.has("columns", "data") || !outline.isComplete && outline.has("data"),
            outline.kinds["data"] == "["
        else {
            columns = []
            positions = [:]
            return
        }
        // The names may come after the rows, which are stepped over here.
        let scanner = JSONStreamScanner(source, skipping: ["data"])
        var names: [String] = []
        while let part = try scanner.next() {
            guard part.key == "columns", let value = part.value else { continue }
            names = value.elements.map { $0.scalarText ?? $0.compactText }
            break
        }
        columns = names
        positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Hands each row to `body` until that returns false.
    ///
    /// - Parameter note: told of rows that cannot be read, and of a fault that ends the text early.
    func forEach(note: (Problem) -> Void, _ body: (Row) throws -> Bool) throws {
        struct Enough: Error {}
        do {
            try JSONRows(streaming: columns.isEmpty ? [] : ["data"], open: open).forEach(note: note) { row in
                guard let row = Row(row.value, positions: positions, line: row.line) else { return }
                guard try body(row) else { throw Enough() }
            }
        } catch is Enough {}
    }

    /// The names of the columns of a table as far as its first bytes tell.
    static func columnNames(_ probe: LogProbe) -> [String] {
        let outline = probe.outline
        if probe.container == .parquet { return outline.topKeys }
        guard isSplit(outline) else { return [] }
        let scanner = JSONStreamScanner(
            MemorySource(probe.firstBytes, place: InputPlace(file: probe.path)), streaming: ["columns"],
            skipping: ["data"])
        var names: [String] = []
        // The bytes may end anywhere; what was named before is enough.
        while let part = try? scanner.next() {
            if part.container == "columns", part.kind == .element { names.append(part.value?.scalarText ?? "") }
        }
        return names
    }

    /// Whether a text is a table in split orientation and nothing else.
    static func isSplit(_ outline: JSONOutline) -> Bool {
        outline.root == .object && outline.kinds["data"] == "["
            && (outline.kinds["columns"] == "[" || outline.topKeys == ["data"] && !outline.isComplete)
    }
}
