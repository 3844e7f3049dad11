extension CommandDefinition {
    static let completions = CommandDefinition(
        name: "completions", summary: "print what bash, zsh or fish need to complete commands",
        description: """
            Prints a script for a shell that completes commands, options, files and folders, and the values that are a closed \
            set, such as runners, formats and kinds of figures. An installed Acuity has it in place.
            """,
        arguments: ArgumentDefinition(
            name: "SHELL", description: "bash, zsh or fish", minimum: 1, maximum: 1,
            kind: .word(Shell.allCases.map(\.rawValue))),
        examples: [
            CommandExample("source <(acuity completions bash)", "for this session of bash"),
            CommandExample(
                "acuity completions bash > ~/.local/share/bash-completion/completions/acuity",
                "for every session of bash, where bash-completion is installed"),
            CommandExample(
                "acuity completions zsh > ~/.zfunc/_acuity",
                "for zsh, if `~/.zfunc` is in its `fpath` before `compinit` runs"),
            CommandExample("acuity completions fish > ~/.config/fish/completions/acuity.fish", "for fish"),
        ],
        guides: [.install]
    ) { invocation, _ in
        let name = invocation.arguments[0]
        guard let shell = Shell(rawValue: name) else {
            throw UsageError("completions: expected bash, zsh or fish; found `\(name)`")
        }
        StandardStream.write(shell.completions, to: .standardOutput)
        return .success
    }
}
