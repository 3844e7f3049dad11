/// All commands, in the order in which the help lists them. A new command is one file and one line here.
enum CommandList {
    static let all: [CommandDefinition] = [
        .build, .initialize, .ingest, .analyze, .site, .figures, .tables, .compare, .check, .plan, .inspect, .export,
        .summarize, .merge, .verify, .doctor, .formats, .schema, .sbom, .manual, .completions,
    ]

    /// What the program is, in a sentence.
    static let purpose = "Turns the raw prediction logs of model evaluations into evidence."

    static let exitCodes: String = {
        let codes = ExitCode.allCases.map { "\($0.rawValue) \($0.meaning)" }
        let signals = "\(ExitCode.signalCode) \(ExitCode.signalMeaning)"
        return HelpText.wrapped("Exit codes: " + (codes + [signals]).joined(separator: "; ") + ".")
    }()
}
