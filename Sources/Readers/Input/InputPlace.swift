import Records

/// Where bytes come from, for messages: a file, and a member of it if the file is an archive.
public struct InputPlace: Hashable, Sendable {
    /// The file as the user named it or as it was found below a named folder.
    public var file: String
    /// The member, if the bytes lie in an archive.
    public var member: String?

    /// A file, or a member of it.
    public init(file: String, member: String? = nil) {
        self.file = file
        self.member = member
    }

    /// A problem at this place.
    public func problem(
        _ kind: String, _ severity: Problem.Severity = .error, line: Int? = nil, column: Int? = nil,
        field: String? = nil, expected: String, found: String, remedy: String
    ) -> Problem {
        Problem(
            kind: kind, severity: severity, file: file, member: member, line: line, column: column, field: field,
            expected: expected, found: found, remedy: remedy)
    }
}
