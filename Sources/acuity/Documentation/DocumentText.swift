/// A text of a definition, taken apart at its backticks: what is code, and what is prose.
struct DocumentText {
    enum Part: Equatable {
        case prose(String)
        case code(String)
    }

    let parts: [Part]

    /// - Parameter text: with backticks in pairs; without its pair, the last one begins code that ends with the text.
    init(_ text: String) {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        parts = pieces.enumerated().compactMap { index, piece in
            guard !piece.isEmpty else { return nil }
            return index.isMultiple(of: 2) ? .prose(String(piece)) : .code(String(piece))
        }
    }

    /// The text without backticks, for where nothing can be set apart.
    var plain: String {
        parts.map { part in
            switch part {
            case .prose(let text), .code(let text): text
            }
        }.joined()
    }

    /// The text as Markdown, with no sign of prose that Markdown takes for its own.
    var markdown: String {
        parts.map { part in
            switch part {
            case .code(let text): return "`\(text)`"
            case .prose(let text):
                return text.reduce(into: "") { result, sign in
                    if "\\*_<>[]".contains(sign) { result.append("\\") }
                    result.append(sign)
                }
            }
        }.joined()
    }

    /// The text as one cell of a table, in which even code must not hold a bare `|`.
    var markdownCell: String { markdown.replacing("|", with: "\\|").replacing("\n", with: " ") }
}
