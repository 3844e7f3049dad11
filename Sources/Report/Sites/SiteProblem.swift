/// Why a site could not be written.
public struct SiteProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The folder or file concerned.
    public var path: String
    /// What was expected.
    public var expected: String
    /// What was found instead.
    public var found: String
    /// What the user can do.
    public var remedy: String

    /// A problem with all its fields.
    public init(path: String, expected: String, found: String, remedy: String) {
        self.path = path
        self.expected = expected
        self.found = found
        self.remedy = remedy
    }

    /// One line: place, expectation, finding, remedy.
    public var description: String { "\(path): expected \(expected); found \(found). \(remedy)" }
}
