/// All tables of a study file, in the order of its page.
///
/// A new table is one file in `Tables` and one line here, a new key one entry in its table; a test tells what the reader of
/// study files reads and this list lacks, and the other way round.
public enum StudyTables {
    /// Every table; a new one is a line here.
    public static let all: [StudyTable] = [
        .study, .site, .logs, .logFields, .benchmark, .model, .threshold, .thresholdScope, .claim, .published,
        .reporting,
        .compare, .waiver,
    ]

    /// The tables, and every key with its tables.
    static var fieldNames: Set<String> { Set(all.flatMap { [$0.path] + $0.fieldNames }) }

    /// A study file with every table and key, each with what it is as a comment.
    public static var example: String {
        all.flatMap { table in table.exampleKeys.map { example(of: table, keys: $0) } }.joined(separator: "\n\n") + "\n"
    }

    private static func example(of table: StudyTable, keys: [StudyKey]) -> String {
        let lines = keys.map { "\($0.exampleName) = \($0.example)" }
        // A longer line pushes its own comment aside, not those of the others.
        let column = min(lines.map(\.count).max() ?? 0, 36)
        let body = zip(keys, lines).map { key, line in
            line + String(repeating: " ", count: max(0, column - line.count)) + "  # "
                + key.summary.replacing("`", with: "")
        }
        return ([table.header] + body).joined(separator: "\n")
    }
}
