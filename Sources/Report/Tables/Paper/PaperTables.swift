import Charts
import Findings

/// The findings as tables for a paper.
public enum PaperTables {
    /// The form of a file.
    public enum Format: String, Sendable, CaseIterable {
        case latex, csv, markdown

        var fileExtension: String {
            switch self {
            case .latex: "tex"
            case .csv: "csv"
            case .markdown: "md"
            }
        }
    }

    /// How the tables are set.
    public struct Options: Sendable, Equatable {
        /// The forms of each table.
        public var formats: [Format]
        /// LaTeX without siunitx.
        public var isPlain: Bool
        /// LaTeX across both columns of a page.
        public var isWide: Bool
        /// The unit of accuracies and differences; the data of CSV files stay fractions.
        public var unit: ValueFormat.Unit

        /// LaTeX with siunitx in percent, unless told otherwise.
        public init(
            formats: [Format] = [.latex], isPlain: Bool = false, isWide: Bool = false,
            unit: ValueFormat.Unit = .percent
        ) {
            self.formats = formats
            self.isPlain = isPlain
            self.isWide = isWide
            self.unit = unit
        }
    }

    /// A table that the findings do not allow.
    public struct Omission: Error, Sendable, Equatable {
        /// The kind of table.
        public var kind: String
        /// What was expected, what was found and what to do, as a clause.
        public var reason: String
    }

    /// A kind of table. A new one is one file and one line here.
    struct Kind: Sendable {
        let name: String
        let make: @Sendable (TableMaterial) throws(TableGap) -> PaperTable
    }

    static let all: [Kind] = [
        Kind(name: "leaderboard", make: PaperLeaderboard.make),
        Kind(name: "accuracy", make: PaperAccuracy.make),
        Kind(name: "gap", make: PaperGaps.make),
        Kind(name: "verdicts", make: PaperVerdicts.make),
        Kind(name: "variance", make: PaperVariance.make),
        Kind(name: "differences", make: PaperDifferences.make),
        Kind(name: "runs", make: PaperRuns.make),
    ]

    /// The kinds of tables, in the order in which they are made.
    public static var kinds: [String] { all.map(\.name) }

    /// The files of the tables, and the tables that the findings do not allow.
    ///
    /// - Parameters:
    ///   - findings: What the tables show.
    ///   - only: The kinds to make; nil for all. Names that are no kind are passed over.
    ///   - options: How the tables are set.
    public static func files(
        _ findings: FindingsDocument, only: Set<String>? = nil, options: Options = Options()
    ) -> (files: [SiteFile], omissions: [Omission]) {
        let material = TableMaterial(findings, unit: options.unit)
        var files: [SiteFile] = []
        var omissions: [Omission] = []
        for kind in all where only?.contains(kind.name) ?? true {
            do {
                let table = try kind.make(material).withoutEmptyColumns()
                files += options.formats.map { format in
                    SiteFile(
                        path: "\(kind.name).\(format.fileExtension)",
                        text: text(of: table, as: format, findings, options))
                }
            } catch {
                omissions.append(Omission(kind: kind.name, reason: error.reason))
            }
        }
        return (files, omissions)
    }

    private static func text(
        of table: PaperTable, as format: Format, _ findings: FindingsDocument, _ options: Options
    ) -> String {
        let provenance = Provenance(
            version: findings.acuityVersion, study: findings.study.title,
            command: command(table.kind, format, options))
        switch format {
        case .latex:
            return LaTeXTable(
                table: table, isPlain: options.isPlain, isWide: options.isWide, provenance: provenance
            ).text
        case .markdown: return MarkdownTable(table: table, provenance: provenance).text
        case .csv: return PaperCSV.table(table, label: findings.study.label).text
        }
    }

    private static func command(_ kind: String, _ format: Format, _ options: Options) -> String {
        var words = ["acuity tables", kind, "--format \(format.rawValue)"]
        if format == .latex, options.isPlain { words.append("--plain") }
        if format == .latex, options.isWide { words.append("--wide") }
        if options.unit != .percent { words.append("--unit \(options.unit.rawValue)") }
        return words.joined(separator: " ")
    }
}

/// Why the findings do not allow a table: expected, found, remedy.
struct TableGap: Error, Equatable {
    var reason: String
    init(_ reason: String) { self.reason = reason }
}
