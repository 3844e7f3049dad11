/// One row of a log that no reader knows: fields by name or dotted path.
struct GenericRow {
    private enum Content {
        case json(JSONValue)
        /// One of several answers that a row holds in a list; fields of the list's member are called `<list>.<field>`.
        case answer(JSONValue, of: JSONValue, list: String)
        case cells(columns: [String: Int], cells: [String])
        case split(columns: [String: Int], values: JSONValue)
        case text(String)
    }

    private let content: Content
    /// The line, row or position of the row in the log, from 1.
    let line: Int
    /// The key of the row where rows are members of an object, or the file's name where each file is a row.
    let key: String?
    /// Which of the answers in the row's list this is, from 1; nil if the row has no such list.
    let repetition: Int?

    init(json: JSONValue, line: Int, key: String? = nil) {
        self.init(.json(json), line: line, key: key)
    }

    init(answer: JSONValue, number: Int, of row: JSONValue, list: String, line: Int, key: String?) {
        self.init(.answer(answer, of: row, list: list), line: line, key: key, repetition: number)
    }

    init(columns: [String: Int], cells: [String], line: Int) {
        self.init(.cells(columns: columns, cells: cells), line: line)
    }

    init(columns: [String: Int], values: JSONValue, line: Int) {
        self.init(.split(columns: columns, values: values), line: line)
    }

    /// A row that is nothing but a prediction.
    init(prediction: String, key: String, repetition: Int?) {
        self.init(.text(prediction), line: 1, key: key, repetition: repetition)
    }

    private init(_ content: Content, line: Int, key: String? = nil, repetition: Int? = nil) {
        self.content = content
        self.line = line
        self.key = key
        self.repetition = repetition
    }

    /// What a field holds, as far as its role is guessed from it.
    struct FieldContent {
        /// A scalar as text; nil if there is none or it is empty.
        let text: String?
        /// Whether the field is a list or an object.
        let isNested: Bool

        fileprivate init(_ text: String?) {
            self.text = text.flatMap { $0.isEmpty ? nil : $0 }
            isNested = false
        }

        fileprivate init(_ value: JSONValue) {
            isNested = value.kind == .array || value.kind == .object
            text = value.scalarText.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// The names of the fields, nested ones dotted, at most three levels deep; each once.
    var fieldNames: [String] { fields.map(\.name) }

    /// The fields with what they hold, in one walk: to look up each by its name takes the square of their number.
    var fields: [(name: String, content: FieldContent)] {
        var found: [(name: String, content: FieldContent)] = []
        switch content {
        case .json(let value):
            Self.collect(value, prefix: "", depth: 0, into: &found)
        case .answer(let answer, let row, let list):
            Self.collect(row, prefix: "", depth: 0, into: &found)
            Self.collect(answer, prefix: list + ".", depth: 1, into: &found)
        case .cells(let columns, let cells):
            return columns.sorted { $0.value < $1.value }.map { name, index in
                (name, FieldContent(index < cells.count ? cells[index] : nil))
            }
        case .split(let columns, let values):
            let contents = values.elements.map(FieldContent.init)
            return columns.sorted { $0.value < $1.value }.map { name, index in
                (name, index < contents.count ? contents[index] : FieldContent(nil))
            }
        case .text(let text):
            return [("prediction", FieldContent(text))]
        }
        // Of several members with one key the last counts, as everywhere.
        var places: [String: Int] = [:]
        var distinct: [(name: String, content: FieldContent)] = []
        for field in found {
            if let place = places[field.name] {
                distinct[place] = field
            } else {
                places[field.name] = distinct.count
                distinct.append(field)
            }
        }
        return distinct
    }

    /// A scalar as text; nil if it is missing, null, empty, or no scalar.
    func text(_ name: String) -> String? {
        let text: String? =
            switch content {
            case .json, .split, .answer: value(name)?.scalarText
            case .cells(let columns, let cells): columns[name].flatMap { $0 < cells.count ? cells[$0] : nil }
            case .text(let text): name == "prediction" ? text : nil
            }
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether the field is there and is a text without a character. Only JSON tells it from one that is not there.
    func isEmptyText(_ name: String) -> Bool { value(name)?.string?.isEmpty ?? false }

    /// A number, or a text that is one; nil for anything else.
    func number(_ name: String) -> Double? {
        switch content {
        case .json, .split, .answer:
            guard let value = value(name) else { return nil }
            return value.double ?? value.string.flatMap { Double($0) }
        case .cells, .text: return text(name).flatMap { Double($0) }
        }
    }

    /// A list of scalars, the values of an object, or one scalar as a list.
    func list(_ name: String) -> [String] {
        guard let value = value(name) else { return text(name).map(ListText.parts) ?? [] }
        switch value.kind {
        case .array: return value.elements.map { $0.scalarText ?? $0["text"]?.scalarText ?? $0.compactText }
        case .object: return value.members.map { $0.value.scalarText ?? $0.value.compactText }
        default: return value.scalarText.map(ListText.parts) ?? []
        }
    }

    /// Whether the field is a list or an object.
    func isNested(_ name: String) -> Bool { value(name).map { $0.kind == .array || $0.kind == .object } ?? false }

    private func value(_ name: String) -> JSONValue? {
        switch content {
        case .json(let value): return Self.value(name, in: value)
        case .answer(let answer, let row, let list):
            if name.hasPrefix(list + "."), let own = Self.value(String(name.dropFirst(list.count + 1)), in: answer) {
                return own
            }
            return Self.value(name, in: row)
        case .split(let columns, let values): return columns[name].flatMap { values[$0] }
        case .cells, .text: return nil
        }
    }

    private static func value(_ name: String, in value: JSONValue) -> JSONValue? {
        value[name] ?? (name.contains(".") ? value.value(at: name) : nil)
    }

    private static func collect(
        _ value: JSONValue, prefix: String, depth: Int, into found: inout [(name: String, content: FieldContent)]
    ) {
        for member in value.members {
            let name = prefix + member.key
            found.append((name, FieldContent(member.value)))
            if member.value.kind == .object, depth < 2 {
                collect(member.value, prefix: name + ".", depth: depth + 1, into: &found)
            }
        }
    }
}
