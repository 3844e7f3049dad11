import Study

extension ManualPage {
    /// The study file in section 5, that of files.
    static func study(date: String) -> ManualPage {
        var writer = ManualWriter(name: "acuity-study", section: 5, date: date)
        writer.name("the study file of acuity: what logs cannot know")
        writer.heading("Description")
        writer.paragraph(
            "A study file is TOML in which every key has a default; a key that is not listed here is an error with its line. "
                + "Paths are relative to the file. `acuity init` writes a first one from logs.")
        writer.heading("Tables")
        for table in StudyTables.all {
            writer.subheading(table.header)
            writer.paragraph(table.summary)
            for key in table.keys {
                let fallback = key.fallback.map { "default: \($0)" } ?? "must be there"
                writer.item(Roff.bold(key.name), "\(key.summary) (\(key.value); \(fallback))")
            }
            if table.path == "compare" { writer.paragraph(StudyPage.blocking) }
        }
        writer.heading("Example")
        writer.verbatim(StudyTables.example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        writer.seeAlso([("acuity", 1), ("acuity-init", 1), ("acuity-build", 1)], guides: [.study])
        return writer.page
    }
}
