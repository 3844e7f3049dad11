/// Rows of label, plot and columns of text: beside each other where there is room, else the plot below its words.
/// Many rows on a narrow page stay beside each other, with small labels and the columns that matter most, because
/// plots below their words would make the drawing twice as tall.
struct RowTable {
    /// Rows beyond which a table does not stack.
    static let mostStackedRows = 24

    /// A column of text at the right of the plot, aligned at its right end.
    struct Column {
        var heading: String
        var blocks: [TextBlock]
        var role: ColourRole
        /// Whether the column may go where the plot would become too narrow.
        var isOptional = false
        /// Whether the column belongs to the one before it and stands closer to it.
        var isAttached = false
        /// Where not empty, each row's mark before its words; both have the verdict's colour and stand at the left.
        var verdicts: [VerdictMark] = []

        /// The width of a mark with its gap.
        func indent(_ em: Double) -> Double { verdicts.isEmpty ? 0 : em * 1.25 }

        func gapBefore(_ em: Double) -> Double { isAttached ? em * 0.65 : em * 1.2 }

        /// The column with its verdicts' marks but without their words, which the key holds.
        func withMarksAlone(context: LayoutContext) -> Column {
            var column = self
            column.heading = ""
            column.blocks = blocks.map { _ in context.block("") }
            return column
        }
    }

    struct Row {
        var label: TextBlock
        var top: Double
        var bottom: Double
        /// The vertical middle of label and columns.
        var wordsMiddle: Double
        /// The vertical middle of the marks.
        var marksMiddle: Double
        /// Where vertical lines may run in this row.
        var span: ClosedRange<Double>
    }

    let isStacked: Bool
    /// Whether many rows stand beside each other on a narrow page.
    let isDense: Bool
    let columns: [Column]
    /// The right end of each column.
    let columnRights: [Double]
    private let columnWidths: [Double]
    /// Left end of the labels.
    let labelLeft: Double
    /// Left end of the bars that join rows.
    let lanesLeft: Double
    let plot: ClosedRange<Double>
    let labelWidth: Double

    /// - Parameters:
    ///   - labelIndent: Room before each label, for a mark.
    ///   - lanesWidth: Room for bars that join rows.
    ///   - mustStack: Whether the plot stands below its words even where there is room beside them.
    ///   - mayBeDense: Whether many rows may leave columns to the table of the chart rather than stack.
    init(
        labels: [String], labelIndent: Double, columns: [Column], lanesWidth: Double, left: Double, right: Double,
        mustStack: Bool = false, mayBeDense: Bool = true, context: LayoutContext
    ) {
        let em = context.em
        let gap = em * 0.9
        let width = right - left
        let natural = labels.map { context.block($0).width }.max() ?? 0
        func widths(_ columns: [Column]) -> [Double] {
            columns.map { column in
                let heading = context.block(column.heading, size: \.small, width: em * 6, lines: 2).width
                return max((column.blocks.map(\.width).max() ?? 0) + column.indent(em), heading)
            }
        }
        /// The plot's width beside labels no wider than `labels`.
        func room(_ columns: [Column], labels: Double) -> Double {
            let words = zip(widths(columns), columns).reduce(0) { $0 + $1.0 + $1.1.gapBefore(em) }
            return width - labelIndent - labels - words - gap - lanesWidth
        }
        var longest = min(natural, max(em * 9, width * 0.27))
        let required = columns.filter { !$0.isOptional }
        let most =
            columns.prefix(1)
            + columns.dropFirst().filter { !$0.verdicts.isEmpty }.map {
                $0.withMarksAlone(context: context)
            }
        let short = min(labels.map { context.block($0, size: \.small).width }.max() ?? 0, em * 8.5)
        let canBeDense = mayBeDense && !mustStack && labels.count > Self.mostStackedRows
        if !mustStack, room(columns, labels: longest) >= em * 17 {
            (isStacked, isDense, self.columns) = (false, false, columns)
        } else if !mustStack, room(required, labels: longest) >= em * 12 {
            (isStacked, isDense, self.columns) = (false, false, required)
        } else if canBeDense, room(Array(most), labels: short) >= em * 6 {
            (isStacked, isDense, self.columns) = (false, true, Array(most))
            longest = short
        } else {
            let words = zip(widths(columns), columns).reduce(0) { $0 + $1.0 + $1.1.gapBefore(em) }
            let rest = width - labelIndent - lanesWidth - words
            (isStacked, isDense) = (true, false)
            self.columns = rest >= min(natural, em * 8) ? columns : required
        }
        var rights: [Double] = []
        var x = right
        for (width, column) in zip(widths(self.columns), self.columns).reversed() {
            rights.insert(x, at: 0)
            x -= width + column.gapBefore(em)
        }
        columnRights = rights
        columnWidths = widths(self.columns)
        if isStacked {
            lanesLeft = left
            labelLeft = left + lanesWidth + labelIndent
            labelWidth = max(em * 3, x - labelLeft)
            plot = (left + lanesWidth)...right
        } else {
            labelLeft = left + labelIndent
            labelWidth = longest
            lanesLeft = labelLeft + longest + gap * 0.6
            plot = (labelLeft + longest + gap + lanesWidth)...x
        }
    }

    /// Places rows from `top` downwards.
    func rows(labels: [String], from top: Double, context: LayoutContext) -> [Row] {
        let em = context.em
        let isPaper = context.size.unit == .point
        let isLong = labels.count > 30
        let least = em * (isPaper ? (isLong ? 1.3 : 1.6) : isDense ? 1.85 : isLong ? 1.65 : 2)
        var y = top
        return labels.map { label in
            let block = context.name(label, size: isDense ? \.small : \.body, width: labelWidth)
            let start = y
            if isStacked {
                let words = block.height
                let strip = em * (isPaper ? 1.1 : 1.25)
                y += words + strip + em * (isPaper ? 0.5 : 0.75)
                let middle = start + words + strip / 2
                return Row(
                    label: block, top: start, bottom: y, wordsMiddle: start + words / 2, marksMiddle: middle,
                    span: (start + words + em * 0.05)...(start + words + strip - em * 0.05))
            }
            y += max(least, block.height + em * (isDense ? 0.2 : 0.35))
            let middle = (start + y) / 2
            return Row(
                label: block, top: start, bottom: y, wordsMiddle: middle, marksMiddle: middle, span: start...y)
        }
    }

    /// Sets the columns' headings with their lower ends at `bottom`.
    func drawHeadings(bottom: Double, in frame: inout Frame) {
        for (index, block) in headings(context: frame.context).enumerated() {
            let isStart = !columns[index].verdicts.isEmpty
            frame.add(
                block, x: columnRights[index] - (isStart ? columnWidths[index] : 0), middle: bottom - block.height / 2,
                anchor: isStart ? .start : .end, colour: frame.context.theme[.muted])
        }
    }

    /// The height that the headings need.
    func headingsHeight(context: LayoutContext) -> Double {
        headings(context: context).filter { !$0.string.isEmpty }.map(\.height).max() ?? 0
    }

    private func headings(context: LayoutContext) -> [TextBlock] {
        columns.map { column in
            let widest = max(column.blocks.map(\.width).max() ?? 0, context.em * 6)
            return context.block(column.heading, size: \.small, width: widest, lines: 2, alignment: .end)
        }
    }

    /// Sets label and columns of a row.
    func drawWords(of row: Row, index: Int, in frame: inout Frame) {
        let theme = frame.context.theme
        frame.add(row.label, x: labelLeft, middle: row.wordsMiddle, colour: theme[.ink])
        for (place, column) in columns.enumerated() {
            guard !column.verdicts.isEmpty else {
                frame.add(
                    column.blocks[index], x: columnRights[place], middle: row.wordsMiddle, anchor: .end,
                    colour: theme[column.role])
                continue
            }
            let (em, colour) = (frame.context.em, theme[column.verdicts[index].role])
            let left = columnRights[place] - columnWidths[place]
            let centre = Point(left + em * 0.42, row.wordsMiddle)
            let shapes = VerdictShapes.shapes(
                column.verdicts[index], at: centre, radius: em * 0.42, colour: colour, page: theme.page)
            for shape in shapes { frame.scene.add(shape) }
            frame.add(
                column.blocks[index], x: left + column.indent(em), middle: row.wordsMiddle, colour: colour)
        }
    }

    /// The faint lines that lead the eye along a row: the whole axis where the plot stands under its words, else
    /// from the words to the first mark, and only where the way is long.
    func guides(_ rows: [Row], axis: Scale, firstMarks: [Double], context: LayoutContext) -> Shape {
        let isLong = plot.upperBound - plot.lowerBound > context.em * 22
        let lines = zip(rows, firstMarks).compactMap { row, mark -> [Point]? in
            let y = context.snappedLine(row.marksMiddle)
            if isStacked { return [Point(axis.start, y), Point(axis.end, y)] }
            return isLong || isDense ? [Point(plot.lowerBound, y), Point(mark, y)] : nil
        }
        return Shape(
            geometry: .lines(lines), stroke: context.theme[.grid], strokeWidth: context.theme.hairlineWidth)
    }
}
