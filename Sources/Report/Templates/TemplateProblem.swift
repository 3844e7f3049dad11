/// Why the templates cannot be used.
public struct TemplateProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The template's file name or the folder's path.
    public var file: String
    /// The line, from 1, where it is known.
    public var line: Int?
    public var expected: String
    public var found: String
    public var remedy: String

    public init(file: String, line: Int? = nil, expected: String, found: String, remedy: String) {
        self.file = file
        self.line = line
        self.expected = expected
        self.found = found
        self.remedy = remedy
    }

    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): expected \(expected); found \(found). \(remedy)"
    }
}
