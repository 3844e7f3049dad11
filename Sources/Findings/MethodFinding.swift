/// A method that made numbers in the document.
public struct MethodFinding: Codable, Sendable, Equatable {
    /// The identifier used in intervals and tests, such as `bca-exact`.
    public var id: String
    /// The name in words.
    public var name: String
    /// What it does, in sentences for a reader who knows statistics.
    public var description: String
    /// Author and year of the source, with the title.
    public var source: String
    /// How many findings in the document use it.
    public var uses: Int

    public init(id: String, name: String, description: String, source: String, uses: Int) {
        self.id = id
        self.name = name
        self.description = description
        self.source = source
        self.uses = uses
    }
}

/// What a person must know about an input.
public struct ProblemFinding: Codable, Sendable, Equatable {
    public var kind: String
    /// `note`, `warning` or `error`.
    public var severity: String
    /// The file, with member and line where they are known.
    public var place: String
    /// What was expected, found and what to do, in sentences; contains untrusted text.
    public var message: String
    public var count: Int

    public init(kind: String, severity: String, place: String, message: String, count: Int) {
        self.kind = kind
        self.severity = severity
        self.place = place
        self.message = message
        self.count = count
    }
}
