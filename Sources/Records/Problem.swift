/// Something that a person must know about an input: what it was, where, what was expected and what to do.
///
/// Problems are values: readers note them and go on with the rest of the log, and the end of a command lists them.
public struct Problem: Error, Codable, Hashable, Sendable {
    /// How much a problem takes away.
    public enum Severity: String, Codable, Sendable, Comparable {
        /// Nothing is lost, but a person may be surprised.
        case note
        /// Part of the input was read in a way that a person should check, or left out.
        case warning
        /// The input, or the named part of it, could not be used.
        case error

        /// Orders by how much is taken away: note, warning, error.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A stable name of the kind of problem in kebab case, such as `truncated-archive` or `missing-field`.
    public var kind: String
    /// How much the problem takes away.
    public var severity: Severity
    /// The file as the user named it or as it was found below a named folder.
    public var file: String
    /// The archive member, sheet or table within the file, if there is one.
    public var member: String?
    /// The line or row within the file or member, from 1.
    public var line: Int?
    /// The column within the line, from 1.
    public var column: Int?
    /// The field, key or column concerned.
    public var field: String?
    /// What was expected.
    public var expected: String
    /// What was found instead; untrusted text, to be escaped wherever it is shown.
    public var found: String
    /// What the user can do.
    public var remedy: String
    /// How many times this problem occurred; the place is that of the first.
    public var count: Int

    /// A problem that occurred `count` times. The texts are sentence parts: `description` puts them into sentences.
    public init(
        kind: String, severity: Severity, file: String, member: String? = nil, line: Int? = nil, column: Int? = nil,
        field: String? = nil, expected: String, found: String, remedy: String, count: Int = 1
    ) {
        self.kind = kind
        self.severity = severity
        self.file = file
        self.member = member
        self.line = line
        self.column = column
        self.field = field
        self.expected = expected
        self.found = found
        self.remedy = remedy
        self.count = count
    }
}

extension Problem: CustomStringConvertible {
    /// One sentence for each part: place, expectation, finding, remedy.
    public var description: String {
        var place = file
        if let member { place += " › \(member)" }
        if let line { place += column.map { ":\(line):\($0)" } ?? ":\(line)" }
        if let field { place += " (field `\(field)`)" }
        let times = count > 1 ? " [\(count) times]" : ""
        return "\(place): expected \(expected); found \(found)\(times). \(remedy)"
    }
}

extension Problem {
    /// The kind of a log that does not name its model.
    public static let missingModelKind = "missing-model"
    /// The kind of a log that does not name its benchmark.
    public static let missingBenchmarkKind = "missing-benchmark"
}
