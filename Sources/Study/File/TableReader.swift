import Records

/// Reads the keys of one table, notes what is wrong, and at the end what was not asked for.
///
/// Reading goes on after an error, so that a user sees all errors of a file at once.
final class TableReader {
    /// Collects the errors of a file, and what was looked for in it.
    final class Errors {
        let file: String
        private(set) var problems: [Problem] = []
        /// Every key that was looked for, with its tables, whether it was there or not.
        fileprivate(set) var fieldNames: Set<String> = []

        init(file: String) { self.file = file }

        func add(_ place: TOMLNode.Place, field: String, expected: String, found: String, remedy: String) {
            problems.append(
                Problem(
                    kind: "study-file", severity: .error, file: file, line: place.line, column: place.column,
                    field: field, expected: expected, found: found, remedy: remedy))
        }
    }

    let errors: Errors
    let place: TOMLNode.Place
    private let path: String
    private let members: [TOMLNode.Member]
    private var asked: [String] = []

    init(_ members: [TOMLNode.Member], path: String, place: TOMLNode.Place, errors: Errors) {
        self.members = members
        self.path = path
        self.place = place
        self.errors = errors
    }

    func node(_ key: String) -> TOMLNode? {
        asked.append(key)
        errors.fieldNames.insert(field(key))
        return members.first { $0.key == key }?.value
    }

    func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        if case .string(let text) = node.content { return text }
        wrong(key, node, expected: "a text in quotes")
        return nil
    }

    func strings(_ key: String) -> [String]? {
        guard let node = node(key) else { return nil }
        if case .array(let elements) = node.content {
            let texts = elements.compactMap { element -> String? in
                if case .string(let text) = element.content { return text }
                return nil
            }
            if texts.count == elements.count { return texts }
        }
        wrong(key, node, expected: "a list of texts")
        return nil
    }

    /// One text, or a list of texts.
    func stringOrStrings(_ key: String) -> [String]? {
        guard let node = node(key) else { return nil }
        if case .string(let text) = node.content { return [text] }
        if case .array(let elements) = node.content, !elements.isEmpty {
            let texts = elements.compactMap { element -> String? in
                if case .string(let text) = element.content { return text }
                return nil
            }
            if texts.count == elements.count { return texts }
        }
        wrong(key, node, expected: "a text in quotes, or a list of texts")
        return nil
    }

    func bool(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        if case .bool(let flag) = node.content { return flag }
        wrong(key, node, expected: "true or false")
        return nil
    }

    /// A number for which `isAllowed` holds; `allowed` says which those are.
    func number(_ key: String, allowed: String, where isAllowed: (Double) -> Bool) -> Double? {
        guard let node = node(key) else { return nil }
        let number: Double?
        switch node.content {
        case .integer(let whole): number = Double(whole)
        case .float(let value): number = value
        default: number = nil
        }
        if let number, number.isFinite, isAllowed(number) { return number }
        wrong(key, node, expected: "a number \(allowed)")
        return nil
    }

    func integer(_ key: String, allowed: String, where isAllowed: (Int) -> Bool) -> Int? {
        guard let node = node(key) else { return nil }
        if case .integer(let number) = node.content, isAllowed(number) { return number }
        wrong(key, node, expected: "a whole number \(allowed)")
        return nil
    }

    /// One of several words.
    func word(_ key: String, of words: [String]) -> String? {
        guard let node = node(key) else { return nil }
        if case .string(let text) = node.content, words.contains(text) { return text }
        wrong(key, node, expected: "one of " + words.map { "\"\($0)\"" }.joined(separator: ", "))
        return nil
    }

    /// A list of words of those given, each once; what is no such word is told at its own place, with the nearest one.
    func words(_ key: String, of words: [String]) -> [String]? {
        guard let node = node(key) else { return nil }
        guard case .array(let elements) = node.content else {
            wrong(key, node, expected: "a list of words")
            return nil
        }
        var found: [String] = []
        for element in elements {
            guard case .string(let text) = element.content else {
                wrong(key, element, expected: "a word in quotes")
                continue
            }
            if words.contains(text) {
                if !found.contains(text) { found.append(text) }
            } else {
                errors.add(
                    element.place, field: field(key), expected: "a known word", found: "\"\(text)\"",
                    remedy: NearestWord.find(text, among: words).map { "Did you mean \"\($0)\"?" }
                        ?? "Known here: \(words.map { "\"\($0)\"" }.joined(separator: ", ")).")
            }
        }
        return found
    }

    func table(_ key: String) -> TableReader? {
        guard let node = node(key) else { return nil }
        if case .table(let members) = node.content {
            return TableReader(members, path: field(key), place: node.place, errors: errors)
        }
        wrong(key, node, expected: "a table")
        return nil
    }

    /// The tables of `[[key]]`.
    func tables(_ key: String) -> [TableReader] {
        guard let node = node(key) else { return [] }
        if case .array(let elements) = node.content {
            let tables = elements.compactMap { element -> TableReader? in
                guard case .table(let members) = element.content else { return nil }
                return TableReader(members, path: field(key), place: element.place, errors: errors)
            }
            if tables.count == elements.count { return tables }
        }
        wrong(key, node, expected: "tables, each beginning with [[\(field(key))]]")
        return []
    }

    /// A text that must be there.
    func required(_ key: String, remedy: String) -> String? {
        if let text = string(key) { return text }
        noteMissing(key, remedy: remedy)
        return nil
    }

    /// One text or a list of texts that must be there.
    func requiredStrings(_ key: String, remedy: String) -> [String]? {
        if let texts = stringOrStrings(key) { return texts }
        noteMissing(key, remedy: remedy)
        return nil
    }

    private func noteMissing(_ key: String, remedy: String) {
        guard !members.contains(where: { $0.key == key }) else { return }
        errors.add(place, field: field(key), expected: "`\(key)`", found: "none", remedy: remedy)
    }

    /// All members, for tables whose keys are free.
    var freeMembers: [TOMLNode.Member] {
        asked += members.map(\.key)
        return members
    }

    /// Notes each key that was not asked for, with the nearest known one.
    func finish() {
        for member in members where !asked.contains(member.key) {
            let near = NearestWord.find(member.key, among: asked)
            errors.add(
                member.place, field: field(member.key), expected: "a known key", found: "`\(member.key)`",
                remedy: near.map { "Did you mean `\($0)`?" }
                    ?? "Known here: \(asked.sorted().map { "`\($0)`" }.joined(separator: ", ")).")
        }
    }

    func wrong(_ key: String, _ node: TOMLNode, expected: String) {
        errors.add(
            node.place, field: field(key), expected: expected, found: node.description,
            remedy: "Change the value or remove the key.")
    }

    func field(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
