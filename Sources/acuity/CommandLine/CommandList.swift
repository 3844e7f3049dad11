/// All commands, in the order in which the help lists them. A new command is one file and one line here.
enum CommandList {
    static let all: [CommandDefinition] = [
        .build, .ingest, .analyze, .site, .figures, .tables, .compare, .check, .plan, .inspect, .export, .summarize,
        .merge, .verify, .doctor, .formats, .schema, .sbom,
    ]

    static let exitCodes = """
        Exit codes: 0 all well; 1 a regression or a failed threshold; 2 wrong usage; 3 bad or unreadable input;
        4 inconclusive where --strict asks for certainty; 70 a defect of Acuity; 128 + n ended by signal n.
        """
}
