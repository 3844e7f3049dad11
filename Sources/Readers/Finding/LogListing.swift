import Records

/// What to look for.
public struct LogRequest: Hashable, Sendable {
    /// A file, a folder or a pattern with `*`, `?`, `[...]`, `**` and captures such as `{model}`.
    public var path: String
    /// The runner's identifier, or `auto`.
    public var runner: String
    /// Where the fields lie, if the user says so.
    public var mapping: FieldMapping?
    /// What the user says of every log that is found.
    public var facts: GivenFacts

    /// A request that leaves the runner to be recognised and all facts to the logs, unless said otherwise.
    public init(
        path: String, runner: String = "auto", mapping: FieldMapping? = nil, facts: GivenFacts = GivenFacts()
    ) {
        self.path = path
        self.runner = runner
        self.mapping = mapping
        self.facts = facts
    }
}

/// What was found.
public struct LogListing: Sendable {
    /// The logs in the order of the requests, and by path within a folder.
    public var logs: [Log] = []
    /// The files that were left out, and why.
    public var passedOver: [PassedOver] = []
    /// What could not be looked at, in the order of the requests, and by path within a folder.
    public var problems: [Problem] = []
    /// The number of the request of each problem, from 0.
    public var problemRequests: [Int] = []

    /// A listing of nothing.
    public init() {}
}

/// A file that was left out.
public struct PassedOver: Codable, Hashable, Sendable {
    /// The path shown to people.
    public let path: String
    /// Why, in words.
    public let reason: String

    /// A file that was left out, with the reason as a clause for people.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
