import Readers

/// A command as the user sees it: help, parsing, completions, its page and its manual are made from this.
///
/// Texts are plain; names of commands, options and files in them may stand between backticks.
struct CommandDefinition: Sendable {
    let name: String
    /// One line in the list of commands.
    let summary: String
    /// What it does, in a few sentences that stand as one paragraph.
    var description: String = ""
    /// Positional arguments, if it takes any.
    var arguments: ArgumentDefinition?
    /// Its own options; those of `OptionDefinition.common` are every command's.
    var options: [OptionDefinition] = []
    /// Command lines that work, simple ones first.
    var examples: [CommandExample] = []
    /// Paragraphs after the options: what they do not say.
    var footer: String = ""
    /// The exit codes that it has beside those of every command.
    var exitCodes: [ExitCode] = []
    /// Where to read on.
    var guides: [Guide] = []
    let run: @Sendable (Invocation, Console) throws -> ExitCode
}

/// The positional arguments of a command.
struct ArgumentDefinition: Sendable {
    let name: String
    let description: String
    let minimum: Int
    /// The largest number, or nil for any.
    let maximum: Int?
    /// What they may be.
    var kind = ValueKind.text
}

/// A command line and what it does.
struct CommandExample: Sendable {
    let line: String
    let purpose: String

    init(_ line: String, _ purpose: String) {
        self.line = line
        self.purpose = purpose
    }
}

/// An option or a flag.
struct OptionDefinition: Sendable {
    /// The long name without dashes.
    let name: String
    /// The name of the value in the help, or nil for a flag.
    let value: String?
    let description: String
    /// What the value may be.
    var kind = ValueKind.text

    /// The options of every command.
    static let common = [verbose, log]
    static let verbose = OptionDefinition(
        name: "verbose", value: nil, description: "tell each step, what it decided and how long it took")
    static let log = OptionDefinition(
        name: "log", value: "FILE", description: "add a line of JSON for each step and message to FILE", kind: .file())
    static let output = OptionDefinition(
        name: "output", value: "DIR", description: "put results/ and site/ under DIR (default: the current folder)",
        kind: .folder)
    static let json = OptionDefinition(name: "json", value: nil, description: "print the result as JSON")
    static let quiet = OptionDefinition(name: "quiet", value: nil, description: "say only what went wrong")
    static let threads = OptionDefinition(
        name: "threads", value: "N", description: "use N threads (default: all cores); results do not depend on it")
    static let study = OptionDefinition(
        name: "study", value: "FILE", description: "the study file, if it is not among the arguments",
        kind: .file(["toml"]))
    static let templates = OptionDefinition(
        name: "templates", value: "DIR", description: "page templates to use instead of those that ship", kind: .folder)
    static let runner = OptionDefinition(
        name: "runner", value: "ID", description: "read the logs as those of this runner (see `acuity formats`)",
        kind: .word(["auto"] + ReaderCatalogue.runners.map(\.id)))
    static let model = OptionDefinition(
        name: "model", value: "NAME", description: "the model of all logs, for logs that do not name it")
    static let benchmark = OptionDefinition(
        name: "benchmark", value: "NAME", description: "the benchmark of all logs, for logs that do not name it")
    static let strict = OptionDefinition(
        name: "strict", value: nil, description: "exit with 4 where a verdict is inconclusive")
}
