import Study

/// The page of the study file, `docs/study.md`, made from the list of its keys.
enum StudyPage {
    static var text: String {
        var blocks = [
            "# The study file", CommandPage.mark.replacing("of the commands", with: "of its keys"),
            "`acuity build study.toml` reads TOML in which every key has a default; a key that is not listed here is an error "
                + "with its line. Paths are relative to the file. [results/study.toml](../results/study.toml) is the complete "
                + "example that ships, and [`acuity init`](commands/init.md) writes a first one from logs. A file with every "
                + "key:",
            "```toml\n" + StudyTables.example + "```",
            "Below, a key without a default must be there. A field is a column's name or a dotted path.",
        ]
        for table in StudyTables.all {
            blocks.append("## `\(table.header)`")
            blocks.append(Self.linked(DocumentText(table.summary).markdown))
            blocks.append(
                CommandPage.table(
                    ["key", "value", "default", "what"],
                    table.keys.map { ["`\($0.name)`", $0.value, $0.fallback ?? "", $0.summary] }))
            if table.path == "compare" { blocks.append(Self.linked(DocumentText(blocking).markdown)) }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    static let blocking =
        "`blocks` lists what holds a release up, with exit code 1: regressions of a scope (`overall`, `benchmark`, "
        + "`capability`, `facet`), a failed `threshold`, and the rise of a measure (`unparsed`, `refused`, `error`, `length`, "
        + "`latency`, `output-tokens`, `cost`). Without the key every regression of a score blocks, and nothing else; an empty "
        + "list lets everything pass. What fails and is not listed is still reported. How the gate is set up and read: "
        + "release-gate.md."

    /// Pages of the documentation that a text names, as links.
    private static func linked(_ markdown: String) -> String {
        markdown.replacing(#/[a-z-]+(?:\/[a-z-]+)?\.md/#) { "[\($0.output)](\($0.output))" }
    }
}
