/// The page of a command, `docs/commands/<name>.md`, made from its definition.
struct CommandPage {
    let command: CommandDefinition

    /// What stands in every page that is made from the program.
    static let mark =
        "<!-- Made from the definitions of the commands; see CONTRIBUTING.md. Change them, not this page. -->"

    var text: String {
        var blocks = [
            Self.mark, "# acuity \(command.name)",
            "[All commands](README.md) · " + DocumentText(command.summary).markdown,
            Self.code([command.synopsis], as: "text"),
        ]
        blocks += [command.description].filter { !$0.isEmpty }.map { DocumentText($0).markdown }
        if let arguments = command.arguments {
            blocks.append("## Arguments")
            blocks.append(
                Self.table(["argument", "what"], [["`\(arguments.synopsis)`", arguments.description]]))
        }
        blocks.append("## Options")
        blocks.append(
            Self.table(["option", "what"], command.allOptions.map { ["`\($0.synopsis)`", $0.fullDescription] }))
        if !command.notes.isEmpty {
            blocks.append("## Notes")
            blocks += command.notes.map { DocumentText($0).markdown }
        }
        if !command.examples.isEmpty {
            blocks.append("## Examples")
            blocks.append(Self.mark(command))
            blocks.append(Self.code(command.examples.flatMap { ["# \($0.purpose)", $0.line] }))
        }
        blocks.append("## Exit codes")
        let codes = command.allExitCodes.map { ["\($0.rawValue)", $0.meaning] }
        blocks.append(
            Self.table(["code", "meaning"], codes + [[ExitCode.signalCode, ExitCode.signalMeaning]]))
        if !command.guides.isEmpty {
            blocks.append("## See also")
            blocks.append(command.guides.map { "- [\($0.title)](../\($0.file))" }.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// What the test of the documentation needs to run the examples as they are written: the files that they name.
    private static func mark(_ command: CommandDefinition) -> String {
        if command.examples.contains(where: { $0.line.hasSuffix("--watch") }) {
            return "<!-- not run: watches until Ctrl-C -->"
        }
        return "<!-- given: \(command.name == "init" ? "commands-without-study" : "commands") -->"
    }

    static func code(_ lines: [String], as language: String = "sh") -> String {
        "```\(language)\n" + lines.joined(separator: "\n") + "\n```"
    }

    static func table(_ headings: [String], _ rows: [[String]]) -> String {
        let lines = [headings, headings.map { _ in "---" }] + rows.map { $0.map { DocumentText($0).markdownCell } }
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}
