import Foundation

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

extension SiteProblem {
    private static let otherRun = "another run of Acuity at it"

    /// Another run is writing the folder.
    package static func busy(_ folder: String) -> SiteProblem {
        SiteProblem(
            path: folder, expected: "a folder that nobody else is writing", found: otherRun,
            remedy: "Wait until it has ended, or name another folder with `--output`.")
    }

    /// Whether it is only that another run is writing the folder.
    public var isBusy: Bool { found == Self.otherRun }

    /// What the system says of a file that was to be written.
    init(system code: Int32, path: String) {
        self.init(
            path: path, expected: "a place that can be written", found: String(cString: strerror(code)),
            remedy: "Check the disk's space and the rights on the folder above.")
    }
}
