/// The pages of all commands, `docs/commands/`.
enum CommandPages {
    /// File name and text of each page, the overview first.
    static var all: [(file: String, text: String)] {
        [("README.md", overview)] + CommandList.all.map { ("\($0.name).md", CommandPage(command: $0).text) }
    }

    private static var overview: String {
        let rows = CommandList.all.map {
            ["[`acuity \($0.name)`](\($0.name).md)", DocumentText($0.summary).markdownCell]
        }
        let codes = ExitCode.allCases.map { ["\($0.rawValue)", $0.meaning] }
        return [
            "# The commands", CommandPage.mark,
            CommandList.purpose + " A page each; `acuity COMMAND --help` and `man acuity-COMMAND` say the same.",
            (["| command | what |", "| --- | --- |"] + rows.map { "| \($0[0]) | \($0[1]) |" }).joined(separator: "\n"),
            "## Before the command",
            CommandPage.table(
                ["option", "what"], OptionDefinition.ofProgram.map { ["`\($0.synopsis)`", $0.description] }),
            "## Exit codes",
            CommandPage.table(["code", "meaning"], codes + [[ExitCode.signalCode, ExitCode.signalMeaning]]),
            "## The environment",
            CommandPage.table(
                ["variable", "what"], EnvironmentVariable.all.map { ["`\($0.name)`", $0.description] }),
            "## Completion and manual",
            "[`acuity completions`](completions.md) prints what bash, zsh and fish need to complete all of this, and "
                + "[`acuity manual`](manual.md) the manual pages. An [installed](../install.md) Acuity has both in place.",
        ].joined(separator: "\n\n") + "\n"
    }
}
