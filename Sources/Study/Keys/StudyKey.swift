/// A key that a study file may have: its page, its manual and the starter file are made from this.
public struct StudyKey: Sendable {
    /// The key without its tables.
    public let name: String
    /// What the value may be, in words.
    public let value: String
    /// What holds where the key is left out; nil where it must be there.
    public let fallback: String?
    /// What it is, in a line. Names of keys and commands may stand between backticks.
    public let summary: String
    /// A value as TOML.
    public let example: String
    /// The key as the example has it, where it is that of a table within: `facets.modality`.
    public let exampleName: String
    /// The keys within, where the value is a table; `*` stands for names that the study chooses.
    public let inner: [String]

    init(
        _ name: String, _ value: String, or fallback: String?, _ summary: String, example: String,
        as exampleName: String? = nil, inner: [String] = []
    ) {
        self.name = name
        self.value = value
        self.fallback = fallback
        self.summary = summary
        self.example = example
        self.exampleName = exampleName ?? name
        self.inner = inner
    }
}
