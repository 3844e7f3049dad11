/// In which form the release gate speaks.
public enum GateFormat: String, CaseIterable, Sendable {
    /// A table for people on a terminal.
    case table
    /// The document itself.
    case json
    /// A comment on a pull request.
    case markdown
    /// A test report for the dashboards of CI.
    case junit
    /// A log of static analysis, version 2.1.0, as code scanning reads it.
    case sarif
    /// Workflow commands of GitHub Actions, which annotate a run.
    case github
    /// A page of its own.
    case html
    /// A row a comparison, then a row a measure, then a row a threshold.
    case csv
    /// The Test Anything Protocol, version 14.
    case tap
}

/// How the outputs of the release gate are to look.
public struct GateOptions: Sendable {
    /// The cells of a line of `table`; what is less than 60 counts as 60.
    public var width: Int
    /// Whether `table` colours its verdicts; the words stand there in any case.
    public var usesColour: Bool
    /// How many flips `table` and `markdown` show in full; `html` shows all that the document holds.
    public var flips: Int
    /// The folder that the paths of logs are relative to, itself relative to the root of the repository; empty where it
    /// is the root. `sarif` and `github` name files by it.
    public var sourceRoot: String

    /// Options with what is usual; see the properties.
    public init(width: Int = 80, usesColour: Bool = false, flips: Int = 3, sourceRoot: String = "") {
        self.width = width
        self.usesColour = usesColour
        self.flips = flips
        self.sourceRoot = sourceRoot
    }
}
