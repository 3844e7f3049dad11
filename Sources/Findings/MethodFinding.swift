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

    /// A method in words, with the number of findings that name it.
    public init(id: String, name: String, description: String, source: String, uses: Int) {
        self.id = id
        self.name = name
        self.description = description
        self.source = source
        self.uses = uses
    }
}
