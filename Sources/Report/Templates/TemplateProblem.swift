/// Why the templates cannot be used.
public struct TemplateProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The template's file name or the folder's path.
    public var file: String
    /// The line, from 1, where it is known.
    public var line: Int?
    /// What was expected.
    public var expected: String
    /// What was found instead.
    public var found: String
    /// What the user can do.
    public var remedy: String

    /// A problem with all its fields.
    public init(file: String, line: Int? = nil, expected: String, found: String, remedy: String) {
        self.file = file
        self.line = line
        self.expected = expected
        self.found = found
        self.remedy = remedy
    }

    /// One line: place, expectation, finding, remedy.
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): expected \(expected); found \(found). \(remedy)"
    }
}
