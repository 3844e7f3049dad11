/// A short list of rows with numbers beside or below a plot: a mark, a name, and figures that align.
///
/// Where not all rows fit, the first and the last ones stand there and a word between them says how many are missing.
struct RankedList {
    struct Row {
        var label: String
        var category: Category
        /// One text a column.
        var cells: [String]
        /// The text behind the last cell, such as its interval, in muted small type; empty for none.
        var detail: String
    }

    /// The heading of the list.
    var title: String
    /// One a column of cells, and nothing for the detail.
    var headings: [String]
    /// The heading of the details; empty for none.
    var detailHeading: String
    var rows: [Row]
    /// Room for a row, nil for the least.
    var roomForRow: Double?

    /// Rows shown from the start and from the end; all where `most` is enough.
    static func shown(_ count: Int, most: Int) -> (first: Int, last: Int) {
        guard count > most else { return (count, 0) }
        // One line says how many are left out.
        let room = max(2, most - 1)
        return (room - room / 2, room / 2)
    }

    static func rowHeight(context: LayoutContext) -> Double {
        context.lineHeight(\.small) + context.em * (context.size.unit == .pixel ? 0.42 : 0.3)
    }

    /// The height of title and headings.
    static func headHeight(context: LayoutContext) -> Double { rowHeight(context: context) * 2 }

    /// Draws the list from `top` and returns its lower end. Where there is room for it the type is that of the body.
    func draw(left: Double, right: Double, top: Double, most: Int, in frame: inout Frame) -> Double {
        let context = frame.context
        let theme = context.theme
        let em = context.em
        let isLarge = (roomForRow ?? 0) >= em * 1.8 && right - left >= em * 35
        let size: KeyPath<TypeSizes, Double> = isLarge ? \.body : \.small
        let height = isLarge ? min(em * 2.1, roomForRow ?? 0) : Self.rowHeight(context: context)
        let headHeight = Self.rowHeight(context: context)
        let (first, last) = Self.shown(rows.count, most: most)
        let indices = Array(0..<first) + Array((rows.count - last)..<rows.count)
        let cells = indices.map { rows[$0].cells.map { context.number($0, size: size) } }
        let strong = indices.map { context.number(rows[$0].cells.last ?? "", size: size, weight: .semibold) }
        let details = indices.map { context.number(rows[$0].detail, size: size) }
        let detailTitle = context.block(detailHeading, size: \.small)
        let detailWidth = max(detailTitle.width, details.map(\.width).max() ?? 0)

        // Columns from the right; those before the last give way together where names would have no room.
        var rights: [(column: Int, x: Double)] = []
        var x = right - (detailWidth > 0 ? detailWidth + em * 0.5 : 0)
        let names = indices.map { context.block(rows[$0].label, size: size).width }.max() ?? 0
        let leastName = min(names, em * 11) + em * 1.15
        let widths = headings.indices.map { column in
            let figures = column == headings.count - 1 ? strong : cells.map { $0[column] }
            return max(
                context.block(headings[column], size: \.small).width, figures.map(\.width).max() ?? 0)
        }
        let isWhole = x - widths.reduce(0) { $0 + $1 + em * 0.9 } - left >= leastName
        for column in headings.indices.reversed() where isWhole || column == headings.count - 1 {
            rights.append((column, x))
            x -= widths[column] + em * 0.9
        }
        let nameLeft = left + em * 1.15
        let nameWidth = max(em * 3, x - nameLeft)

        var y = top
        frame.add(
            context.block(title, size: \.small, weight: .semibold, width: right - left), x: left,
            middle: y + headHeight / 2, colour: theme[.ink])
        y += headHeight
        for (column, x) in rights {
            frame.add(
                context.block(headings[column], size: \.small, width: x - left), x: x, middle: y + headHeight / 2,
                anchor: .end, colour: theme[.muted])
        }
        frame.add(detailTitle, x: right, middle: y + headHeight / 2, anchor: .end, colour: theme[.muted])
        y += headHeight
        let rule = context.snappedLine(y - context.em * 0.1)
        frame.scene.add(
            Shape(
                geometry: .lines([[Point(left, rule), Point(right, rule)]]), stroke: theme[.axis],
                strokeWidth: theme.lineWidth))
        y += em * 0.15
        for (place, index) in indices.enumerated() {
            if last > 0, place == first {
                let words = "\(rows.count - first - last) more between them, in the table"
                frame.add(
                    context.block(words, size: \.small, width: right - nameLeft), x: nameLeft, middle: y + height / 2,
                    colour: theme[.muted])
                y += height
            }
            let row = rows[index]
            let middle = y + height / 2
            frame.scene.add(
                PointMark.shape(
                    row.category.shape, at: Point(left + em * 0.42, middle), radius: context.markRadius * 0.8,
                    colour: theme[row.category.role]))
            frame.add(
                context.block(row.label, size: size, width: nameWidth), x: nameLeft, middle: middle,
                colour: theme[.ink])
            for (column, x) in rights {
                let isLast = column == headings.count - 1
                frame.add(
                    isLast ? strong[place] : cells[place][column], x: x, middle: middle, anchor: .end,
                    colour: theme[isLast ? .ink : .muted])
            }
            frame.add(details[place], x: right, middle: middle, anchor: .end, colour: theme[.muted])
            y += height
        }
        return y
    }
}
