import Foundation
import Records

/// A path pattern with captures such as `logs/{model}/{benchmark}.jsonl`: each `{name}` stands for one or more characters
/// of a name between slashes, the same wherever it occurs.
struct CapturingPattern {
    /// The folder before the first wildcard or capture, as written.
    let root: String
    /// The names of the captures in the order in which they first occur.
    let names: [String]
    private let expression: NSRegularExpression

    /// Nil if the pattern has no captures.
    init?(_ pattern: String) {
        guard FieldText.isTemplate(pattern) else { return nil }
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let fixed = parts.prefix { !GlobPattern.isPattern($0) && !FieldText.isTemplate($0) }
        let start = pattern.hasPrefix("/") ? "/" : ""
        root = fixed.isEmpty ? (start.isEmpty ? "." : start) : start + fixed.joined(separator: "/")
        var names: [String] = []
        var text = "^"
        let components = Array(parts.dropFirst(fixed.count))
        for (index, component) in components.enumerated() {
            if component == "**" {
                text += index == components.count - 1 ? ".+" : "(?:[^/]+/)*"
            } else {
                text += Self.expression(of: component, &names) + (index == components.count - 1 ? "" : "/")
            }
        }
        guard let expression = try? NSRegularExpression(pattern: text + "$") else { return nil }
        self.names = names
        self.expression = expression
    }

    private static func expression(of component: String, _ names: inout [String]) -> String {
        var text = ""
        var rest = component[...]
        while let first = rest.first {
            if first == "{", let close = rest.firstIndex(of: "}"), rest.index(after: rest.startIndex) < close {
                let name = String(rest[rest.index(after: rest.startIndex)..<close])
                if let known = names.firstIndex(of: name) {
                    text += "\\\(known + 1)(?![0-9])"
                } else {
                    names.append(name)
                    text += "([^/]+?)"
                }
                rest = rest[rest.index(after: close)...]
                continue
            }
            switch first {
            case "*": text += "[^/]*"
            case "?": text += "[^/]"
            default: text += NSRegularExpression.escapedPattern(for: String(first))
            }
            rest = rest.dropFirst()
        }
        return text
    }

    /// What the captures stand for in the part of a path below the root; nil if the path does not match.
    func match(_ relativePath: String) -> [String: String]? {
        let range = NSRange(relativePath.startIndex..., in: relativePath)
        guard let match = expression.firstMatch(in: relativePath, range: range) else { return nil }
        var captures: [String: String] = [:]
        for (index, name) in names.enumerated() {
            captures[name] = Range(match.range(at: index + 1), in: relativePath).map { String(relativePath[$0]) }
        }
        return captures
    }
}

/// The parts of a file's path that templates may name.
struct PathParts {
    private let url: URL
    private let captures: [String: String]

    init(url: URL, captures: [String: String]) {
        self.url = url
        self.captures = captures
    }

    /// The text, with `{file}`, `{folder}`, `{folder.2}` and captures filled in; nil for none.
    ///
    /// - Throws: `UnknownPart` for a name that is none of these.
    func fill(_ text: FieldText?) throws(UnknownPart) -> String? {
        switch text {
        case nil: return nil
        case .constant(let text): return text
        case .template(let template):
            var filled = ""
            var rest = template[...]
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                let name = String(rest[rest.index(after: open)..<close])
                guard let value = value(name) else { throw UnknownPart(name: name, known: known) }
                filled += rest[..<open] + value
                rest = rest[rest.index(after: close)...]
            }
            return filled + rest
        }
    }

    /// A template names something that the path does not have.
    struct UnknownPart: Error {
        let name: String
        let known: [String]
    }

    private var known: [String] { ["file", "folder", "folder.2"] + captures.keys.sorted() }

    private func value(_ name: String) -> String? {
        if let captured = captures[name] { return captured }
        if name == "file" { return LogProbe.stem(url.lastPathComponent) }
        let folders = Array(url.deletingLastPathComponent().standardizedFileURL.pathComponents.dropFirst().reversed())
        if name == "folder" { return folders.first }
        guard name.hasPrefix("folder."), let step = Int(name.dropFirst("folder.".count)), step > 0 else { return nil }
        return step <= folders.count ? folders[step - 1] : nil
    }
}
