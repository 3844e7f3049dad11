import Foundation
import Records

/// The rows of a generic log, one at a time: JSONL, a JSON list, a list or object within an object, split tables, CSV, TSV.
final class GenericRows {
    private enum Form {
        case lines(LineReader, JSONParser)
        case json(JSONStreamScanner)
        case table(DelimitedText, columns: [String: Int])
    }

    /// Lists and objects in which evaluation programs keep their rows.
    static let containers: Set<String> = [
        "predictions", "samples", "questions", "results", "details", "data", "items", "records", "responses", "examples",
        "rows", "outputs", "per_question", "per_item", "eval_results", "logs", "runs",
    ]

    private let form: Form
    private let place: InputPlace
    private var columns: [String: Int] = [:]
    /// Scalars beside the rows, such as the model's name.
    private(set) var constants: [String: String] = [:]
    /// Rows that could not be read.
    private(set) var problems: [Problem] = []

    init(_ log: Log) throws {
        let source = try log.open()
        place = source.place
        let start = try Self.start(of: log)
        switch start.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            form = Self.isLines(start)
                ? .lines(LineReader(source), JSONParser())
                : .json(JSONStreamScanner(source, streaming: Self.containers))
        default:
            let header = String(decoding: start.prefix { $0 != 0x0A }, as: UTF8.self)
            guard let separator = DelimitedText.separator(ofHeader: header) else {
                throw source.place.problem(
                    "unknown-form", line: 1, expected: "JSON, JSONL, CSV or TSV with a header", found: "other text",
                    remedy: "Export the log in one of these forms.")
            }
            let text = DelimitedText(source, separator: separator)
            let names = try text.next() ?? []
            form = .table(text, columns: Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first })
        }
    }

    /// Whether a text has more than one JSON value, one a line.
    static func isLines(_ start: [UInt8]) -> Bool {
        guard start.first == UInt8(ascii: "{") else { return false }
        let line = Array(start.prefix { $0 != 0x0A })
        // In indented JSON the first line is only an opening brace.
        let outline = JSONOutline(line)
        guard outline.isComplete else { return false }
        // One value alone may be a single row, or an object that holds the rows.
        let isAlone = start.dropFirst(line.count).allSatisfy { $0 <= 0x20 }
        return !isAlone || !outline.topKeys.contains { containers.contains($0) && "[{".contains(outline.kinds[$0] ?? " ") }
            && !outline.topKeys.allSatisfy { outline.kinds[$0] == "{" }
            && outline.kinds["columns"] != "["
    }

    private static func start(of log: Log) throws -> [UInt8] {
        var start = try log.open().readPrefix(1 << 17)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
        return Array(start.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
    }

    /// Hands the next row to `body`; returns nil at the end.
    func next<Result>(_ body: (GenericRow) throws -> Result) throws -> Result? {
        switch form {
        case .lines(let reader, let parser): try nextLine(reader, parser, body)
        case .json(let scanner): try nextPart(scanner, body)
        case .table(let text, let columns):
            try text.next().map { try body(GenericRow(columns: columns, fields: $0, line: text.line)) }
        }
    }

    private func nextLine<Result>(
        _ reader: LineReader, _ parser: JSONParser, _ body: (GenericRow) throws -> Result
    ) throws -> Result? {
        while true {
            let result = try reader.next { bytes -> Result? in
                guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
                let value: JSONValue
                do {
                    value = try parser.parse(bytes, place: place, line: reader.number)
                } catch var problem as Problem {
                    // A line that was cut takes nothing else with it.
                    problem.kind = "malformed-line"
                    problem.severity = .error
                    problem.line = reader.number
                    problem.remedy += " The line was left out; the others were read."
                    problems.append(problem)
                    return nil
                }
                guard value.kind == .object else { return nil }
                return try body(GenericRow(json: value, line: reader.number))
            }
            switch result {
            case .none: return nil
            case .some(.some(let result)): return result
            case .some(.none): continue
            }
        }
    }

    private func nextPart<Result>(_ scanner: JSONStreamScanner, _ body: (GenericRow) throws -> Result) throws -> Result? {
        while let part = try scanner.next() {
            guard let value = part.value else { continue }
            switch part.kind {
            case .element:
                if value.kind == .object {
                    return try body(GenericRow(json: value, line: part.index + 1, key: part.key))
                }
                if value.kind == .array, !columns.isEmpty {
                    return try body(GenericRow(columns: columns, values: value, line: part.index + 1))
                }
                if let key = part.key, let text = value.scalarText { constants[key] = text }
            case .member:
                if part.key == "columns", value.kind == .array {
                    let names = value.elements.map { $0.scalarText ?? "" }
                    columns = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
                } else if let key = part.key, let text = value.scalarText {
                    constants[key] = text
                } else if let key = part.key, value.kind == .object {
                    if Self.describes(key) {
                        for member in value.members { if let text = member.value.scalarText { constants[member.key] = text } }
                    } else {
                        return try body(GenericRow(json: value, line: part.index + 1, key: key))
                    }
                }
            case .skipped: break
            }
        }
        return nil
    }

    /// Objects that describe the run and are no rows.
    private static func describes(_ key: String) -> Bool {
        ["metadata", "meta", "summary", "config", "info", "args", "metrics", "params", "settings"].contains(key.lowercased())
    }
}
