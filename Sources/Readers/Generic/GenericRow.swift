/// One row of a log that no reader knows: fields by name or dotted path.
struct GenericRow {
    private enum Content {
        case json(JSONValue)
        case table(columns: [String: Int], fields: [String])
        case split(columns: [String: Int], values: JSONValue)
    }

    private let content: Content
    /// The line, row or position of the row in the log, from 1.
    let line: Int
    /// The key of the row where rows are members of an object.
    let key: String?

    init(json: JSONValue, line: Int, key: String? = nil) {
        content = .json(json)
        self.line = line
        self.key = key
    }

    init(columns: [String: Int], fields: [String], line: Int) {
        content = .table(columns: columns, fields: fields)
        self.line = line
        key = nil
    }

    init(columns: [String: Int], values: JSONValue, line: Int) {
        content = .split(columns: columns, values: values)
        self.line = line
        key = nil
    }

    /// The names of the fields that hold something, nested ones dotted, at most three levels deep.
    var fieldNames: [String] {
        switch content {
        case .json(let value): Self.names(value, prefix: "", depth: 0)
        case .table(let columns, _), .split(let columns, _): columns.sorted { $0.value < $1.value }.map(\.key)
        }
    }

    /// A scalar as text; nil if it is missing, null, empty, or no scalar.
    func text(_ name: String) -> String? {
        let text: String? =
            switch content {
            case .json, .split: value(name)?.scalarText
            case .table(let columns, let fields):
                columns[name].flatMap { $0 < fields.count ? fields[$0] : nil }
            }
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A list of scalars, the values of an object, or one scalar as a list.
    func list(_ name: String) -> [String] {
        guard let value = value(name) else { return text(name).map(Self.split) ?? [] }
        switch value.kind {
        case .array: return value.elements.map { $0.scalarText ?? $0["text"]?.scalarText ?? $0.compactText }
        case .object: return value.members.map { $0.value.scalarText ?? $0.value.compactText }
        default: return value.scalarText.map(Self.split) ?? []
        }
    }

    /// Whether the field is a list or an object.
    func isNested(_ name: String) -> Bool { value(name).map { $0.kind == .array || $0.kind == .object } ?? false }

    private func value(_ name: String) -> JSONValue? {
        switch content {
        case .json(let value): value[name] ?? (name.contains(".") ? value.value(at: name) : nil)
        case .split(let columns, let values): columns[name].flatMap { values[$0] }
        case .table: nil
        }
    }

    /// A list that was written as text, `['a', 'b']` or `["a", "b"]`; anything else is one text.
    private static func split(_ text: String) -> [String] {
        guard text.hasPrefix("["), text.hasSuffix("]"), text.count > 2 else { return [text] }
        var parts: [String] = []
        var part = ""
        var quote: Character?
        var wasQuoted = false
        for character in text.dropFirst().dropLast() {
            if let open = quote {
                if character == open { quote = nil } else { part.append(character) }
            } else if character == "'" || character == "\"", part.allSatisfy(\.isWhitespace) {
                quote = character
                part = ""
                wasQuoted = true
            } else if character == "," {
                parts.append(wasQuoted ? part : part.trimmingCharacters)
                part = ""
                wasQuoted = false
            } else if !wasQuoted {
                part.append(character)
            }
        }
        guard quote == nil else { return [text] }
        parts.append(wasQuoted ? part : part.trimmingCharacters)
        return parts
    }

    private static func names(_ value: JSONValue, prefix: String, depth: Int) -> [String] {
        value.members.flatMap { member -> [String] in
            let name = prefix + member.key
            return member.value.kind == .object && depth < 2
                ? [name] + names(member.value, prefix: name + ".", depth: depth + 1) : [name]
        }
    }
}

extension String {
    fileprivate var trimmingCharacters: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
