import Charts
import Findings
import Foundation
import Report
import WholeFiles

extension CommandDefinition {
    private static let only = OptionDefinition(
        name: "only", value: "LIST", description: "the tables to make, joined by commas, as NAME",
        kind: .words(PaperTables.kinds))
    private static let format = OptionDefinition(
        name: "format", value: "LIST", description: "latex, csv, markdown, joined by commas (default: latex)",
        kind: .words(PaperTables.Format.allCases.map(\.rawValue)))
    private static let plain = OptionDefinition(
        name: "plain", value: nil, description: "LaTeX without siunitx: plain right-aligned columns")
    private static let wide = OptionDefinition(
        name: "wide", value: nil, description: "LaTeX across both columns of a page (table*)")
    private static let unit = OptionDefinition(
        name: "unit", value: "UNIT", description: "percent or score (default: percent); CSV has unrounded scores",
        kind: .word(["percent", "score"]))
    private static let folder = OptionDefinition(
        name: "output", value: "DIR",
        description: "read DIR/results and write DIR/results/tables (default: the current folder); - prints one table",
        kind: .folder)

    static let tables = CommandDefinition(
        name: "tables", summary: "findings to tables as LaTeX, CSV or Markdown",
        description: """
            Writes the tables of a paper from `results/findings.json` to `results/tables/`: every number with its interval and \
            n, rounded as its interval allows. A table that the findings do not allow is left out, or is an error if it was named.
            """,
        arguments: ArgumentDefinition(
            name: "NAME",
            description: "the tables to make: \(PaperTables.kinds.joined(separator: ", ")) (default: all)",
            minimum: 0, maximum: nil, kind: .word(PaperTables.kinds)),
        options: [folder, only, format, plain, wide, unit, .quiet],
        examples: [
            CommandExample("acuity tables", "every table as LaTeX"),
            CommandExample(
                "acuity tables leaderboard accuracy --format latex,markdown", "two tables, each in two forms"),
            CommandExample("acuity tables leaderboard --format markdown --output -", "one table on standard output"),
        ],
        guides: [.tables]
    ) { invocation, console in
        let names = try tableNames(invocation)
        let options = PaperTables.Options(
            formats: try tableFormats(invocation.value(format) ?? "latex"), isPlain: invocation.has(plain),
            isWide: invocation.has(wide), unit: try tableUnit(invocation.value(unit) ?? "percent"))
        let isPrinted = invocation.value(folder) == "-"
        guard !isPrinted || (names?.count == 1 && options.formats.count == 1) else {
            throw UsageError(
                "--output -: expected one table and one format; found \(names.map { counted($0.count, "table") } ?? "all tables")"
                    + " and \(counted(options.formats.count, "format")). Name one, such as `acuity tables leaderboard --output -`."
            )
        }
        let workspace = Workspace(output: isPrinted ? URL(fileURLWithPath: ".", isDirectory: true) : invocation.output)
        let (files, omissions) = PaperTables.files(try workspace.readFindings(console), only: names, options: options)
        if names != nil, let omission = omissions.first {
            throw UsageError("\(omission.kind): \(omission.reason)")
        }
        for omission in omissions { console.warning("\(omission.kind) is left out: \(omission.reason)") }
        if isPrinted {
            for file in files { StandardStream.write(file.data, to: .standardOutput) }
            return .success
        }
        let folder = workspace.results.appending(path: "tables", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        WholeFile.removeLeftOvers(in: folder)
        for file in files {
            let url = folder.appending(path: file.path)
            try WholeFile.write(file.data, to: url)
            console.step("Wrote \(url.path), \(ByteSize.text(UInt64(file.data.count)))")
        }
        console.message("\(counted(files.count, "table")) in \(folder.relativePath)")
        return .success
    }

    /// The tables named as arguments or with `--only`; nil for all.
    private static func tableNames(_ invocation: Invocation) throws -> Set<String>? {
        let listed = invocation.value(only)?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let names = invocation.arguments + (listed ?? [])
        for name in names where !PaperTables.kinds.contains(name) {
            throw UsageError("tables: expected one of \(PaperTables.kinds.joined(separator: ", ")); found `\(name)`")
        }
        return names.isEmpty ? nil : Set(names)
    }

    private static func tableFormats(_ text: String) throws -> [PaperTables.Format] {
        var formats: [PaperTables.Format] = []
        for name in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = PaperTables.Format(rawValue: String(name)) else {
                throw UsageError("--format: expected latex, csv or markdown; found `\(name)`")
            }
            if !formats.contains(format) { formats.append(format) }
        }
        return formats
    }

    private static func tableUnit(_ text: String) throws -> ValueFormat.Unit {
        guard let unit = ValueFormat.Unit(rawValue: text) else {
            throw UsageError("--unit: expected percent or score; found `\(text)`")
        }
        return unit
    }
}
