extension CommandDefinition {
    /// How it is called: `acuity build [OPTIONS] [STUDY|LOGS...]`.
    var synopsis: String {
        var words = ["acuity", name, "[OPTIONS]"]
        if let arguments { words.append(arguments.synopsis) }
        return words.joined(separator: " ")
    }

    /// All its options, its own first.
    var allOptions: [OptionDefinition] { options + OptionDefinition.common + [.help] }

    /// The exit codes that it may end with, in order.
    var allExitCodes: [ExitCode] { (ExitCode.common + exitCodes).sorted { $0.rawValue < $1.rawValue } }

    /// The paragraphs of its notes.
    var notes: [String] { footer.split(separator: "\n").map(String.init) }
}

extension ArgumentDefinition {
    /// As in a line of usage: `[LOG...]` if it may be left out.
    var synopsis: String {
        let isOne = maximum == 1 || name.hasSuffix("...")
        let text = isOne ? name : name + "..."
        return minimum == 0 ? "[\(text)]" : text
    }
}

extension OptionDefinition {
    /// What CLI11 adds to every command.
    static let help = OptionDefinition(name: "help", value: nil, description: "print the help and do nothing else")
    /// The options that stand before a command.
    static let ofProgram = [
        help,
        OptionDefinition(
            name: "version", value: nil,
            description: "print the version and do nothing else; with `--verbose` also what the program is linked to"),
        verbose,
    ]

    /// As it is typed: `--output DIR`.
    var synopsis: String { "--\(name)" + (value.map { " \($0)" } ?? "") }

    /// The description, with the closed set of values where it does not name them all itself.
    var fullDescription: String {
        let unnamed = kind.words.filter { !description.contains($0) }
        guard !unnamed.isEmpty else { return description }
        return description + "; one of " + kind.words.map { "`\($0)`" }.joined(separator: ", ")
    }
}
