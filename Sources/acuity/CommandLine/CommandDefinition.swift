/// A command as the user sees it: help, parsing and documentation are made from this.
struct CommandDefinition: Sendable {
    let name: String
    /// One line in the list of commands.
    let summary: String
    /// Positional arguments, if it takes any.
    var arguments: ArgumentDefinition?
    /// Its own options; those of `OptionDefinition.common` are every command's.
    var options: [OptionDefinition] = []
    /// Paragraphs at the end of the help: examples, exit codes.
    var footer: String = ""
    let run: @Sendable (Invocation, Console) throws -> ExitCode
}

/// The positional arguments of a command.
struct ArgumentDefinition: Sendable {
    let name: String
    let description: String
    let minimum: Int
    /// The largest number, or nil for any.
    let maximum: Int?
}

/// An option or a flag.
struct OptionDefinition: Sendable {
    /// The long name without dashes.
    let name: String
    /// The name of the value in the help, or nil for a flag.
    let value: String?
    let description: String

    /// The options of every command.
    static let common = [verbose, log]
    static let verbose = OptionDefinition(
        name: "verbose", value: nil, description: "tell each step, what it decided and how long it took")
    static let log = OptionDefinition(
        name: "log", value: "FILE", description: "add a line of JSON for each step and message to FILE")
    static let output = OptionDefinition(
        name: "output", value: "DIR", description: "put results/ and site/ under DIR (default: the current folder)")
    static let json = OptionDefinition(name: "json", value: nil, description: "print the result as JSON")
    static let quiet = OptionDefinition(name: "quiet", value: nil, description: "say only what went wrong")
    static let threads = OptionDefinition(
        name: "threads", value: "N", description: "use N threads (default: all cores); results do not depend on it")
    static let study = OptionDefinition(
        name: "study", value: "FILE", description: "the study file, if it is not among the arguments")
    static let templates = OptionDefinition(
        name: "templates", value: "DIR", description: "page templates to use instead of those that ship")
    static let runner = OptionDefinition(
        name: "runner", value: "ID", description: "read the logs as those of this runner (see `acuity formats`)")
    static let model = OptionDefinition(
        name: "model", value: "NAME", description: "the model of all logs, for logs that do not name it")
    static let benchmark = OptionDefinition(
        name: "benchmark", value: "NAME", description: "the benchmark of all logs, for logs that do not name it")
    static let strict = OptionDefinition(
        name: "strict", value: nil, description: "exit with 4 where a verdict is inconclusive")
}
