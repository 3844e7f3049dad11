/// Why a site could not be written.
public struct SiteProblem: Error, Equatable, Sendable, CustomStringConvertible {
    public var path: String
    public var expected: String
    public var found: String
    public var remedy: String

    public init(path: String, expected: String, found: String, remedy: String) {
        self.path = path
        self.expected = expected
        self.found = found
        self.remedy = remedy
    }

    public var description: String { "\(path): expected \(expected); found \(found). \(remedy)" }
}
