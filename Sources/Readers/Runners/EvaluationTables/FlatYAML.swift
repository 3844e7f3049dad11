import Foundation

/// The scalars of a small YAML text: `key: value`, and W&B's `key:` with `value: ...` indented below it.
///
/// Lists, anchors and texts over several lines are stepped over; the files of runs hold what is wanted in neither.
struct FlatYAML {
    /// The scalars by key; those of W&B's `value` objects by `key.inner`.
    private(set) var values: [String: String] = [:]

    init(_ text: String) {
        var path: [(indent: Int, key: String)] = []
        for line in text.split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            let body = line.dropFirst(indent)
            guard let first = body.first, first != "#", first != "-", let colon = body.firstRange(of: ":") else {
                continue
            }
            let rest = body[colon.upperBound...]
            // A colon within a value is followed by a sign, one behind a key by a space or nothing.
            guard rest.isEmpty || rest.first == " " else { continue }
            path.removeAll { $0.indent >= indent }
            let key = Self.unquoted(String(body[..<colon.lowerBound]))
            path.append((indent, key))
            let value = Self.unquoted(rest.trimmingCharacters(in: .whitespaces))
            guard !value.isEmpty, value != "null", value != "|", value != ">" else { continue }
            let name = path.map(\.key).filter { $0 != "value" }.joined(separator: ".")
            values[name] = values[name] ?? value
        }
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count > 1, let first = text.first, first == text.last, first == "'" || first == "\"" else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}
