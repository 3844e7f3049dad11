/// A table as comma-separated values (RFC 4180): CRLF line ends, a header, numbers unrounded with a point.
struct CSVTable: Equatable, Sendable {
    enum Field: Equatable, Sendable {
        case text(String?)
        case number(Double?)
        case count(Int?)
        case flag(Bool)
    }

    var header: [String]
    var rows: [[Field]]

    var text: String {
        let lines =
            [header.map { Self.quoted(Self.harmless(HiddenText.visible($0))) }] + rows.map { $0.map(Self.written) }
        return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private static func written(_ field: Field) -> String {
        switch field {
        case .text(let text): text.map { quoted(harmless(HiddenText.visible($0))) } ?? ""
        case .number(let number): number.map { $0.description } ?? ""
        case .count(let count): count.map { String($0) } ?? ""
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    /// Text that a spreadsheet would run as a formula gets an apostrophe before it; names come from logs. Some programs
    /// take the wide forms of the signs that begin a formula for these, and skip spaces before them.
    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }),
            "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
        else { return text }
        return "'" + text
    }

    /// Semicolons and tabs separate fields where a comma is the decimal sign: a text must not fall into two there.
    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",;\t\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacingExactly("\"", with: "\"\"") + "\""
    }
}
