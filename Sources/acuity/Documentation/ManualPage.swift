import Foundation

/// A page of the manual in roff, made from the definitions.
struct ManualPage {
    /// The page's name without the section, such as `acuity-build`.
    let name: String
    let section: Int
    let text: String

    /// All pages: the program, each command, the study file.
    ///
    /// - Parameter date: ISO 8601, or empty for none.
    static func all(date: String) -> [ManualPage] {
        [program(date: date)] + CommandList.all.map { command($0, date: date) } + [study(date: date)]
    }

    static func command(_ command: CommandDefinition, date: String) -> ManualPage {
        var writer = ManualWriter(name: "acuity-\(command.name)", section: 1, date: date)
        writer.name(command.summary)
        writer.synopsis(command: "acuity \(command.name)", rest: command.synopsis)
        writer.heading("Description")
        writer.paragraph(command.description.isEmpty ? command.summary : command.description)
        if let arguments = command.arguments {
            writer.item(Roff.italic(arguments.name), arguments.description)
        }
        writer.heading("Options")
        for option in command.allOptions { writer.option(option) }
        if !command.notes.isEmpty {
            writer.heading("Notes")
            for note in command.notes { writer.paragraph(note) }
        }
        writer.exitStatus(command.allExitCodes)
        if !command.examples.isEmpty {
            writer.heading("Examples")
            for example in command.examples { writer.example(example) }
        }
        writer.seeAlso([("acuity", 1), ("acuity-study", 5)], guides: command.guides)
        return writer.page
    }

    private static func program(date: String) -> ManualPage {
        var writer = ManualWriter(name: "acuity", section: 1, date: date)
        writer.name("turn prediction logs of model evaluations into evidence")
        writer.synopsis(command: "acuity", rest: "acuity [OPTIONS] COMMAND [ARGUMENTS]")
        writer.heading("Description")
        writer.paragraph(
            CommandList.purpose + " Each estimate has an interval, its n, its method and its level, and leads back to "
                + "the log. `acuity COMMAND --help` tells what a command takes.")
        writer.heading("Commands")
        for command in CommandList.all { writer.item(Roff.bold(command.name), command.summary) }
        writer.heading("Options")
        for option in OptionDefinition.ofProgram { writer.option(option) }
        writer.exitStatus(ExitCode.allCases)
        writer.heading("Environment")
        for variable in EnvironmentVariable.all { writer.item(Roff.bold(variable.name), variable.description) }
        writer.heading("Files")
        for (file, description) in files { writer.item(Roff.italic(file), description) }
        writer.heading("Examples")
        for example in (CommandList.all.first?.examples ?? []) { writer.example(example) }
        writer.seeAlso(CommandList.all.map { ("acuity-\($0.name)", 1) } + [("acuity-study", 5)], guides: [])
        return writer.page
    }

    /// What the commands read and write in the folder of `--output`.
    private static let files = [
        ("study.toml", "what the logs cannot know; see acuity-study(5)"),
        ("results/acuity.sqlite", "the store: items, predictions and scores"),
        ("results/findings.json", "the findings: every estimate and verdict, with its provenance"),
        ("results/figures/, results/tables/", "what `acuity figures` and `acuity tables` write"),
        ("site/", "the website"),
    ]
}
