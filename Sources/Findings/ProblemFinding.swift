/// What a person must know about an input, or about several runs together.
public struct ProblemFinding: Codable, Sendable, Equatable {
    /// A stable name of the kind of problem in kebab case, such as `missing-field`.
    public var kind: String
    /// `note`, `warning` or `error`.
    public var severity: String
    /// The file, with member and line where they are known; of several runs, the first one's.
    public var place: String
    /// What was expected, found and what to do, in sentences; contains untrusted text.
    public var message: String
    /// How many times it occurred; the place is that of the first.
    public var count: Int
    /// The identifier of the benchmark concerned, or nil.
    public var benchmark: String?
    /// The identifiers of the models concerned, or nil.
    public var models: [String]?
    /// The paths of the logs whose runs are concerned, or nil.
    public var runs: [String]?
    /// How many items are concerned, or nil.
    public var items: Int?
    /// The keys of the first three of these items, or nil; untrusted text.
    public var examples: [String]?

    /// A problem; what is left out does not concern it.
    public init(
        kind: String, severity: String, place: String, message: String, count: Int, benchmark: String? = nil,
        models: [String]? = nil, runs: [String]? = nil, items: Int? = nil, examples: [String]? = nil
    ) {
        self.kind = kind
        self.severity = severity
        self.place = place
        self.message = message
        self.count = count
        self.benchmark = benchmark
        self.models = models
        self.runs = runs
        self.items = items
        self.examples = examples
    }
}
