/// A square matrix of rows against themselves: rows are named and numbered, columns only numbered, so that no word
/// has to turn.
struct NumberedMatrix {
    /// Rows beyond which a matrix is cut: more cannot be read.
    static let mostRows = 60
    /// Rows beyond which cells hold no numbers.
    static let mostRowsWithNumbers = 24

    let count: Int
    /// Which of the texts offered for cells has room in them, the longest first; nil for none.
    let detail: Int?
    /// Whether a cell is large enough to be pointed at; if not, its row is.
    let hasCellTargets: Bool
    let cellsRight: Double
    let cellWidth: Double
    private(set) var rowHeight: Double
    /// Whether neighbouring cells are apart; if not, equal ones may be drawn as one.
    var hasGaps: Bool { gap > 0 }
    private let labels: [String]
    private let categories: [Category?]
    private let labelSize: KeyPath<TypeSizes, Double>
    private let numberRight: Double
    private let labelLeft: Double
    private let labelWidth: Double
    private let cellsLeft: Double
    private let gap: Double
    private let context: LayoutContext

    /// - Parameters:
    ///   - numberWidths: The widest text of the cells for each detail, the longest first.
    ///   - reserved: Room at the right of the cells.
    init(
        labels: [String], categories: [Category?], numberWidths: [Double], reserved: Double, left: Double,
        right: Double, context: LayoutContext
    ) {
        let em = context.em
        let isNarrow = context.isNarrow
        let count = labels.count
        (self.labels, self.categories, self.count, self.context) = (labels, categories, count, context)
        let labelSize: KeyPath<TypeSizes, Double> = isNarrow ? \.small : \.body
        self.labelSize = labelSize
        numberRight = left + context.number("\(count)", size: \.small).width
        labelLeft = numberRight + em * 0.5 + (categories.contains { $0 != nil } ? em * 1.1 : 0)
        let labelWidth = HeatGrid.labelWidth(
            labels, size: labelSize, isNarrow: isNarrow, width: right - left, context: context)
        self.labelWidth = labelWidth
        cellsLeft = context.snapped(labelLeft + labelWidth + em * (isNarrow ? 0.4 : 0.8))
        let fitting = max(0, right - reserved - cellsLeft) / Double(max(1, count))
        let width = min(fitting, em * (count < 6 ? 7 : 5))
        // Whole pixels, unless cells are so narrow that rounding would cost much of the width.
        cellWidth = context.size.unit == .pixel && width >= em * 0.8 ? width.rounded(.down) : width
        cellsRight = context.snapped(cellsLeft + Double(count) * cellWidth)
        let cell = cellWidth
        detail = count > Self.mostRowsWithNumbers ? nil : numberWidths.firstIndex { cell >= $0 + em * 0.4 }
        hasCellTargets = cellWidth >= em
        gap = cellWidth > em * 0.8 ? context.theme.lineWidth : 0
        let isPaper = context.size.unit == .point
        let tallest = labels.map { context.name($0, size: labelSize, width: labelWidth).height }.max() ?? 0
        let least = detail != nil ? em * (isPaper ? 1.8 : 2.1) : em * (isPaper ? 1.4 : count > 30 ? 1.4 : 1.7)
        rowHeight = context.snapped(max(least, tallest + em * 0.2))
    }

    /// The box of a cell; `top` is the upper end of its row.
    func box(column: Int, top: Double) -> Rectangle {
        let x = context.snapped(cellsLeft + Double(column) * cellWidth)
        let end = context.snapped(cellsLeft + Double(column + 1) * cellWidth)
        return Rectangle(x: x, y: top, width: end - x - gap, height: rowHeight - gap)
    }

    /// The box around the cells of some rows against themselves; `top` is the upper end of the first row of all.
    func box(rows: ClosedRange<Int>, top: Double) -> Rectangle {
        let first = box(column: rows.lowerBound, top: top + Double(rows.lowerBound) * rowHeight)
        let last = box(column: rows.upperBound, top: top + Double(rows.upperBound) * rowHeight)
        return Rectangle(x: first.x, y: first.y, width: last.right - first.x, height: last.bottom - first.y)
    }

    /// Sets the columns' numbers, as many as fit, and moves below them.
    func drawHeadings(in frame: inout Frame) {
        let height = context.lineHeight(\.small)
        let widest = context.number("\(count)", size: \.small).width
        let step = [1, 2, 5, 10, 20].first { Double($0) * cellWidth >= widest + context.em * 0.4 } ?? 60
        for column in 0..<count where step == 1 || column == 0 || (column + 1) % step == 0 {
            guard step != 2 || column != 1 else { continue }
            let number = context.number("\(column + 1)", size: \.small)
            let x = min(box(column: column, top: 0).centre.x, frame.right - number.width / 2)
            frame.add(number, x: x, middle: frame.y + height / 2, anchor: .middle, colour: context.theme[.muted])
        }
        frame.y = context.snapped(frame.y + height + context.em * 0.2)
    }

    /// Sets number, mark and name of a row at `frame.y`, and its number on the diagonal.
    func drawWords(row: Int, in frame: inout Frame) {
        let theme = context.theme
        let middle = frame.y + (rowHeight - gap) / 2
        let number = context.number("\(row + 1)", size: \.small)
        frame.add(number, x: numberRight, middle: middle, anchor: .end, colour: theme[.muted])
        if let category = categories[row] {
            frame.scene.add(
                PointMark.shape(
                    category.shape, at: Point(labelLeft - context.em * 0.7, middle),
                    radius: context.markRadius * 0.85, colour: theme[category.role]))
        }
        let label = context.name(labels[row], size: labelSize, width: labelWidth)
        frame.add(label, x: labelLeft, middle: middle, colour: theme[.ink])
        let widest = context.number("\(count)", size: \.small).width
        guard cellWidth >= widest + context.em * 0.3 else { return }
        frame.add(
            number, x: box(column: row, top: frame.y).centre.x, middle: middle, anchor: .middle, colour: theme[.muted])
    }

    /// A cell with its mark and its text above it, if there are any.
    func drawCell(
        _ box: Rectangle, fill: Colour, mark: Shape? = nil, text: String? = nil, isStrong: Bool = false,
        in frame: inout Frame
    ) {
        frame.scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: fill))
        if let mark { frame.scene.add(mark) }
        guard let text else { return }
        let block = context.number(text, size: \.small, weight: isStrong ? .semibold : .regular)
        frame.add(
            block, x: box.centre.x, middle: box.centre.y, anchor: .middle, colour: HeatRamp.inkColour(on: fill))
    }

    /// Says how many rows a cut matrix leaves to the table, and moves below the words.
    static func drawRest(of total: Int, in frame: inout Frame) {
        guard total > mostRows else { return }
        frame.y += frame.context.em * 0.4
        let words = "The first \(mostRows) of \(total) models; the other \(total - mostRows) are in the table."
        let block = frame.context.block(words, size: \.small, width: frame.width, lines: 2)
        frame.add(block, x: frame.left, middle: frame.y + block.height / 2, colour: frame.context.theme[.muted])
        frame.y += block.height
    }
}

extension KeyEntry {
    /// A bar of a diverging ramp's colours between its ends.
    ///
    /// - Parameter ends: The words at the lower and the upper end.
    static func ramp(
        _ ramp: DivergingRamp, ends: (String, String), title: String, context: LayoutContext
    ) -> KeyEntry {
        let em = context.em
        let blocks = [ends.0, ends.1].map { context.number($0, size: \.small) }
        let (steps, step, gap) = (context.isNarrow ? 11 : 17, context.snapped(em * 0.4), em * 0.35)
        let width = blocks[0].width + blocks[1].width + 2 * gap + Double(steps) * step
        return KeyEntry(word: title, width: width) { scene, centre in
            let (top, height) = (context.snapped(centre.y - em * 0.35), context.snapped(em * 0.7))
            let left = centre.x - width / 2
            for (block, x) in [(blocks[0], left), (blocks[1], left + width - blocks[1].width)] {
                scene.add(
                    PlacedText(block: block, x: x, y: centre.y - block.height / 2, colour: context.theme[.muted]))
            }
            for index in 0..<steps {
                let x = context.snapped(left + blocks[0].width + gap) + Double(index) * step
                let share = Double(index) / Double(steps - 1) * 2 - 1
                scene.add(
                    Shape(
                        geometry: .rectangle(Rectangle(x: x, y: top, width: step, height: height), radius: 0),
                        fill: ramp.colour(at: share)))
            }
        }
    }

    /// A cell of a colour.
    static func swatch(_ fill: Colour, _ word: String, context: LayoutContext) -> KeyEntry {
        let (width, height) = (context.em * 1.2, context.em * 0.85)
        return KeyEntry(word: word, width: width) { scene, centre in
            let box = Rectangle(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
            scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: fill))
        }
    }
}
