import Foundation

/// What the user named as a release: `[NAME=]WHAT[::MODEL]`.
struct ReleaseOperand {
    /// The name that the release gets; nil where its model tells.
    let name: String?
    /// A path or glob of logs, a findings document, or a model of the store.
    let what: String
    /// The model that is meant where there are several.
    let model: String?
    /// What was typed.
    let text: String

    init(_ text: String, exists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }) {
        self.text = text
        var rest = text[...]
        // A path may hold any of the signs; what is there is meant.
        if exists(text) {
            (name, what, model) = (nil, text, nil)
            return
        }
        if let sign = rest.firstIndex(of: "="), sign > rest.startIndex {
            name = String(rest[..<sign])
            rest = rest[rest.index(after: sign)...]
        } else {
            name = nil
        }
        if !exists(String(rest)), let sign = rest.range(of: "::", options: .backwards), sign.upperBound < rest.endIndex
        {
            model = String(rest[sign.upperBound...])
            rest = rest[..<sign.lowerBound]
        } else {
            model = nil
        }
        what = String(rest)
    }

    /// Whether it is a findings document rather than logs.
    var isFindings: Bool {
        guard what.hasSuffix(".json"), let file = FileHandle(forReadingAtPath: what) else { return false }
        defer { try? file.close() }
        let beginning = (try? file.read(upToCount: 4096)) ?? Data()
        let text = String(decoding: beginning, as: UTF8.self)
        return text.contains("\"acuityVersion\"") || text.contains("\"acuity-findings-")
    }

    /// Whether it names something in the file system: a file, a folder or a pattern.
    var isPath: Bool {
        FileManager.default.fileExists(atPath: what) || what.contains("/") || what.contains("*") || what.contains("?")
    }
}
