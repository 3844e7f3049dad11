import Foundation
import Records

/// The rows of one file of a generic log, one at a time: JSONL (or parquet), a JSON list, a list or object within an
/// object, parallel lists, split tables, CSV, TSV, a spreadsheet, or one answer a file.
final class GenericRows {
    /// The layout of the file.
    enum Layout: Equatable {
        case lines
        case json
        /// An object of lists of equal length: one list a field.
        case parallelLists
        /// A file that is one row.
        case oneRow
        case table(separator: UInt8)
        case sheet
    }

    /// Lists and objects in which evaluation programs keep their rows.
    static let containers: Set<String> = [
        "predictions", "samples", "questions", "results", "details", "data", "items", "records", "responses",
        "examples",
        "rows", "outputs", "per_question", "perQuestion", "per_item", "perItem", "per_sample", "eval_results", "logs",
        "runs", "cases", "entries", "instances", "evaluations",
    ]

    private let part: LogPart
    private let layout: Layout
    private var columns: [String: Int] = [:]
    /// Scalars beside the rows, such as the model's name.
    private(set) var constants: [String: String] = [:]
    /// What was noted of rows; each kind once, with its count.
    private(set) var tally = ProblemTally()
    /// Lines that could not be read.
    private(set) var unreadLines = 0
    /// How many lists by name were begun.
    private(set) var groups = 0
    /// Whether the file is an object of rows by item key.
    private var isKeyedByItem = false
    /// Lists of rows that have names of their own, such as those of models.
    private var namedLists: Set<String> = []
    /// Takes the rows of JSONL that need no second look before they are made values of.
    var raw: RawRows?

    /// - Parameter isOneRow: whether the file was recognised as one of many that hold one row each.
    init(_ part: LogPart, isOneRow: Bool = false) throws {
        self.part = part
        layout = isOneRow ? .oneRow : try Self.layout(of: part)
        if layout == .json {
            let outline = JSONOutline(try part.open().readPrefix(1 << 17))
            isKeyedByItem =
                outline.root == .object && outline.topKeys.allSatisfy { outline.kinds[$0] == "{" }
                && !outline.topKeys.contains { Self.containers.contains($0) }
                && !outline.keys.contains { outline.kinds[$0] == "[" && NamedColumns.areAnswers($0) }
            namedLists = Set(Self.namedLists(in: try part.open().readPrefix(1 << 17), outline))
        }
    }

    /// The lists at the top of an object whose elements answer something, if none has a name that programs give to rows.
    static func namedLists(in bytes: [UInt8], _ outline: JSONOutline) -> [String] {
        guard outline.root == .object,
            !outline.topKeys.contains(where: { containers.contains($0) && "[{".contains(outline.kinds[$0] ?? " ") })
        else { return [] }
        // Lists of wrong answers and the like are selections, and so is all that stands beside them.
        guard !outline.topKeys.contains(where: FigureFile.isSelectionWord) else { return [] }
        return outline.topKeys.filter { key in
            guard outline.kinds[key] == "[", let start = JSONOutline.start(ofList: key, in: bytes) else { return false }
            let inner = JSONOutline(Array(bytes[start...]))
            return inner.root == .list && FieldGuess.haveAnswers(inner.topKeys.filter { inner.kinds[$0] != "{" })
                && !FieldGuess.areFigures(inner.topKeys)
        }
    }

    private static func layout(of part: LogPart) throws -> Layout {
        if try XLSXSheet.isWorkbook(part.url.path, shownAs: part.path) { return .sheet }
        var start = try part.open().readPrefix(1 << 17)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
        let text = Array(start.drop { $0 <= 0x20 })
        switch text.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if isLines(text) { return .lines }
            return ParallelLists.areLikely(text) ? .parallelLists : .json
        default:
            let header = String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
            guard let separator = QuotedRows.separator(ofHeader: header) else {
                throw InputPlace(file: part.path).problem(
                    "unknown-form", line: 1, expected: "JSON, JSONL, CSV or TSV with a header", found: "other text",
                    remedy: "Export the log in one of these forms.")
            }
            return .table(separator: separator)
        }
    }

    /// Whether a text has more than one JSON value, one a line.
    ///
    /// - Parameter text: the first bytes, without white space before them.
    static func isLines(_ text: [UInt8]) -> Bool {
        guard JSONLines.areLines(text) else { return false }
        if JSONLines.areSeveral(text) { return true }
        // One value alone may be a single row, or an object that holds the rows.
        let outline = JSONOutline(text)
        return !outline.topKeys.contains { containers.contains($0) && "[{".contains(outline.kinds[$0] ?? " ") }
            && !outline.topKeys.allSatisfy { outline.kinds[$0] == "{" }
            && outline.kinds["columns"] != "[" && !ParallelLists.areLikely(text)
            && namedLists(in: text, outline).isEmpty
    }

    /// Hands each row to `body` until it returns false.
    ///
    /// - Throws: `Problem` if the file cannot be read further; what `body` throws.
    func forEach(_ body: (GenericRow) throws -> Bool) throws {
        switch layout {
        case .lines: try forEachLine(body)
        case .json: try forEachPart(body)
        case .parallelLists: try ParallelLists(part, constants: &constants).forEach(body)
        case .oneRow: try readWhole(body)
        case .table(let separator): try forEachCellRow(QuotedRows(open: part.open, separator: separator), body)
        case .sheet: try forEachCellRow(XLSXSheet(path: part.url.path, shownAs: part.path), body)
        }
    }

    private func forEachLine(_ body: (GenericRow) throws -> Bool) throws {
        let reader = LineReader(try part.open())
        let parser = JSONParser()
        while true {
            let goesOn: Bool? = try reader.next { bytes in
                guard bytes.contains(where: { $0 > 0x20 }) else { return true }
                if let raw, try raw.take(bytes, line: reader.number) { return true }
                let value: JSONValue
                do {
                    value = try parser.parse(bytes, place: reader.place, line: reader.number)
                } catch let problem as Problem {
                    // A line that was cut takes nothing else with it.
                    unreadLines += 1
                    tally.add(problem.asMalformedLine)
                    return true
                }
                parser.repairs.encodingProblem(at: reader.place, line: reader.number).map { tally.add($0) }
                guard value.kind == .object else {
                    unreadLines += 1
                    tally.add(
                        reader.place.problem(
                            "malformed-line", line: reader.number, expected: "a row in JSON",
                            found: "a value that is no object", remedy: "The line was left out."))
                    return true
                }
                return try expand(value, line: reader.number, key: nil, body)
            }
            guard goesOn == true else { return }
        }
    }

    /// Hands over a row, or each of the answers in its list of answers.
    private func expand(
        _ row: JSONValue, line: Int, key: String?, _ body: (GenericRow) throws -> Bool
    ) throws -> Bool {
        guard let list = AnswerList.key(in: row), let answers = row[list] else {
            return try body(GenericRow(json: row, line: line, key: key))
        }
        for (index, answer) in answers.elements.enumerated() {
            let goesOn = try body(
                GenericRow(answer: answer, number: index + 1, of: row, list: list, line: line, key: key))
            if !goesOn { return false }
        }
        return true
    }

    private func forEachPart(_ body: (GenericRow) throws -> Bool) throws {
        let scanner = JSONStreamScanner(try part.open(), streaming: Self.containers.union(namedLists))
        while let part = try scanner.next() {
            guard let value = part.value else { continue }
            let goesOn =
                switch part.kind {
                case .element: try element(value, part, body)
                case .member: try member(value, part, body)
                case .skipped: true
                }
            if !goesOn { return }
        }
    }

    private func element(
        _ value: JSONValue, _ part: JSONStreamPart, _ body: (GenericRow) throws -> Bool
    ) throws -> Bool {
        if value.kind == .object {
            if part.index == 0, namedLists.contains(part.container) { beginGroup(part.container) }
            return try expand(value, line: part.index + 1, key: part.key, body)
        }
        if value.kind == .array, !columns.isEmpty {
            return try body(GenericRow(columns: columns, values: value, line: part.index + 1))
        }
        if value.kind == .array, let key = part.key, Self.containers.contains(key) || value[0]?.kind == .object {
            if !Self.containers.contains(key) { beginGroup(key) }
            for (index, row) in value.elements.enumerated() where row.kind == .object {
                if try !expand(row, line: index + 1, key: nil, body) { return false }
            }
        }
        if let key = part.key, let text = value.scalarText { constants[key] = text }
        return true
    }

    private func member(
        _ value: JSONValue, _ part: JSONStreamPart, _ body: (GenericRow) throws -> Bool
    ) throws -> Bool {
        guard let key = part.key else { return true }
        if key == "columns", value.kind == .array {
            let names = value.elements.map { $0.scalarText ?? "" }
            columns = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        } else if let text = value.scalarText {
            constants[key] = text
        } else if value.kind == .array, !namedLists.isEmpty, let first = value[0], first.kind == .object {
            // A list of the same kind that begins beyond the first bytes.
            guard FieldGuess.haveAnswers(first.members.map(\.key)) else { return true }
            beginGroup(key)
            for (index, row) in value.elements.enumerated() where row.kind == .object {
                if try !expand(row, line: index + 1, key: nil, body) { return false }
            }
        } else if value.kind == .object {
            if !isKeyedByItem, let columns = NamedColumns(value) {
                beginGroup(key)
                return try columns.forEach(body)
            }
            if isKeyedByItem { return try expand(value, line: part.index + 1, key: key, body) }
            // What stands beside the rows describes the run.
            for member in value.members where constants[member.key] == nil {
                constants[member.key] = member.value.scalarText
            }
        }
        return true
    }

    private static let rowWords = [
        "result", "prediction", "sample", "item", "detail", "record", "question", "case", "response", "answer",
        "output", "example",
        "row", "data", "test", "eval", "trial", "run", "log", "entries", "list",
    ]

    /// Rows in lists by name belong to the model or the benchmark of that name.
    private func beginGroup(_ name: String) {
        let lower = name.lowercased()
        // `baseline` among lists is the plain prompt.
        let isModel = lower != "baseline" && PathNames.looksLikeModel(name)
        // `test_results` names no group.
        guard isModel || PathNames.looksLikeBenchmark(name) || !Self.rowWords.contains(where: lower.contains) else {
            return
        }
        groups += 1
        constants[isModel ? "model" : "benchmark"] = name
    }

    private func readWhole(_ body: (GenericRow) throws -> Bool) throws {
        let source = try part.open()
        let root = try JSONDocument(source.readAll(limit: 1 << 26), place: source.place).root
        let key = LogProbe.stem(part.url.lastPathComponent)
        if root.kind == .object {
            _ = try expand(root, line: 1, key: key, body)
            return
        }
        let texts = root.elements.compactMap(\.scalarText)
        if texts.isEmpty { _ = try body(GenericRow(prediction: "", key: key, repetition: nil)) }
        for (index, text) in texts.enumerated() {
            let row = GenericRow(prediction: text, key: key, repetition: texts.count > 1 ? index + 1 : nil)
            if try !body(row) { return }
        }
    }

    private func forEachCellRow(_ rows: any SheetRows, _ body: (GenericRow) throws -> Bool) throws {
        var columns: [String: Int]?
        try rows.forEachRow { row in
            if row.isBlank { return true }
            if row.isOtherEncoding {
                tally.add(
                    InputPlace(file: part.path).problem(
                        "other-encoding", .warning, line: row.number, expected: "text in UTF-8",
                        found: "bytes that are none; read as Windows-1252",
                        remedy: "Save the table as UTF-8 if letters look wrong."))
            }
            guard let columns else {
                // pandas leaves the name of its index column empty.
                let names = row.cells.enumerated().filter { !$1.isEmpty || $0 == 0 }
                columns = Dictionary(names.map { ($1.isEmpty ? "index" : $1, $0) }) { first, _ in first }
                return true
            }
            return try body(GenericRow(columns: columns, cells: row.cells, line: row.number))
        }
    }
}
