/// The text of a chat message's content, which is a text or a list of parts.
enum ChatText {
    /// The text parts joined by line feeds; nil if there is none.
    static func text(_ content: JSONValue) -> String? {
        guard content.kind == .array else { return content.scalarText }
        let parts = content.elements.compactMap { $0.string ?? $0["text"]?.string }
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }
}
