/// The program that wrote a log.
public struct Runner: Codable, Hashable, Sendable {
    /// The identifier used in the study file, on the command line and in the findings, such as `inspect_ai`.
    public let id: String
    /// The name as its makers write it.
    public let name: String
    /// One line on the files that the runner writes and that Acuity reads.
    public let files: String

    /// A runner under a stable identifier, which must be unique among the readers.
    public init(id: String, name: String, files: String) {
        self.id = id
        self.name = name
        self.files = files
    }
}
