import Foundation

/// A document as JSON that may be printed: sorted keys, two-space indentation, unrounded numbers.
enum GateJSON {
    /// The document with a line end.
    ///
    /// - Throws: An encoding error if a number is none that JSON knows.
    static func text(_ document: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return TerminalText.safeJSON(String(decoding: try encoder.encode(document), as: UTF8.self)) + "\n"
    }
}
