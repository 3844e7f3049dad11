/// A table of a paper before it is LaTeX, Markdown or CSV: what stands in it, not how it is set.
///
/// All texts are plain and may come from logs; the renderers escape them.
struct PaperTable: Equatable, Sendable {
    /// How a column is set.
    enum Alignment: Equatable, Sendable {
        case left, centre
        /// At the decimal point; its cells are numbers.
        case number
    }

    /// The head of a column.
    struct Column: Equatable, Sendable {
        /// The name in the data, such as `accuracy`.
        var key: String
        var title: String
        /// A symbol after the title, in italics.
        var symbol: String?
        /// The second line of the head: the unit, and what stands in brackets.
        var unit: String?
        var alignment: Alignment
    }

    /// Rows under one heading.
    struct Group: Equatable, Sendable {
        var title: String?
        /// What sets the group apart in the data, beside the keys of `groupKeys`.
        var data: [CSVTable.Field]
        var rows: [[Cell]]

        init(title: String? = nil, data: [CSVTable.Field] = [], rows: [[Cell]]) {
            self.title = title
            self.data = data
            self.rows = rows
        }
    }

    /// What sets a cell apart from the others of its column.
    enum Mark: Equatable, Sendable {
        /// Better than every other one: bold.
        case best
        /// Not told apart from the best one: a dagger.
        case untold
        /// An adjusted p value below the error rate: an asterisk.
        case significant
    }

    /// A number as it is shown: U+2212 for minus, U+2009 between thousands.
    struct Number: Equatable, Sendable {
        var text: String
        /// `<`, where the number is a bound.
        var comparator: String?
        /// The interval beside it.
        var interval: Interval?
    }

    struct Interval: Equatable, Sendable {
        var lower: String
        var upper: String
        var text: String { "[\(lower), \(upper)]" }
    }

    enum Content: Equatable, Sendable {
        case text(String)
        case number(Number)
        /// Nothing is known; shown as an en dash.
        case missing
    }

    struct Datum: Equatable, Sendable {
        /// What follows the column's key in the header: nothing for the value itself.
        var suffix: String
        var field: CSVTable.Field

        init(_ suffix: String, _ field: CSVTable.Field) {
            self.suffix = suffix
            self.field = field
        }
    }

    struct Cell: Equatable, Sendable {
        var content: Content
        /// Small lines below the content.
        var below: [String]
        var mark: Mark?
        /// The cell unrounded.
        var data: [Datum]

        init(_ content: Content, below: [String] = [], mark: Mark? = nil, data: [Datum]) {
            self.content = content
            self.below = below
            self.mark = mark
            self.data = data
        }

        static func text(_ text: String) -> Cell { Cell(.text(text), data: [Datum("", .text(text))]) }
    }

    /// The name of the kind, such as `leaderboard`; part of the label and of the file's name.
    var kind: String
    /// Sentences: the finding first, then what the numbers are.
    var caption: [String]
    /// Sentences below the table: the study's notice, marks, tests.
    var notes: [String]
    var columns: [Column]
    /// The names in the data of what sets groups apart.
    var groupKeys: [String]
    var groups: [Group]

    /// The lines that the rows take, headings of groups and small lines among them.
    var lines: Int {
        groups.map { group in
            (group.title == nil ? 0 : 1)
                + group.rows.map { row in 1 + (row.map(\.below.count).max() ?? 0) }.reduce(0, +)
        }.reduce(0, +)
    }

    /// Every text that is shown.
    var texts: [String] {
        let cells = groups.flatMap(\.rows).flatMap { $0 }
        let contents = cells.flatMap { cell -> [String] in
            if case .text(let text) = cell.content { return [text] + cell.below }
            return cell.below
        }
        return caption + notes + columns.flatMap { [$0.title, $0.unit ?? ""] } + groups.compactMap(\.title) + contents
    }

    /// The table without the columns in which nothing is known.
    func withoutEmptyColumns() -> PaperTable {
        let rows = groups.flatMap(\.rows)
        let kept = columns.indices.filter { column in rows.contains { $0[column].content != .missing } }
        var result = self
        result.columns = kept.map { columns[$0] }
        for group in result.groups.indices {
            result.groups[group].rows = result.groups[group].rows.map { row in kept.map { row[$0] } }
        }
        return result
    }
}
