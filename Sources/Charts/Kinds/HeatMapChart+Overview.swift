extension HeatMapChart {
    /// The most rows and columns of an overview; the rest stands in the table.
    private static let most = (rows: 80, columns: 60)

    /// Whether cells with numbers would make a drawing of several screens.
    func needsOverview(_ grid: HeatGrid, context: LayoutContext) -> Bool {
        let height = Double(grid.blocks.count) * Double(rows.count) * grid.cellHeight
        return height > context.em * 170
    }

    /// One block of shaded cells without numbers; columns go by number, and their names stand below.
    func addOverview(ramp: HeatRamp, in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let shownRows = rows.prefix(Self.most.rows)
        let columnCount = min(columns.count, Self.most.columns)
        let indent = rows.contains { $0.category != nil } ? em * 1.25 : 0
        let labelLeft = frame.left + indent
        let natural = shownRows.map { context.block($0.label, size: \.small).width }.max() ?? 0
        let labelWidth = min(natural, frame.width * (context.isNarrow ? 0.34 : 0.26))
        let cellsLeft = context.snapped(labelLeft + labelWidth + em * 0.5)
        let width = min((frame.right - cellsLeft) / Double(columnCount), em * 2.2)
        let cellHeight = context.snapped(em * 1.3)
        let gap = width > em * 0.6 ? context.theme.hairlineWidth : 0

        addNumbers(columnCount, left: cellsLeft, width: width, in: &frame)
        for row in shownRows {
            let middle = frame.y + cellHeight / 2
            let label = context.block(row.label, size: \.small, width: labelWidth)
            frame.add(label, x: labelLeft, middle: middle, colour: context.theme[.ink])
            if let category = row.category {
                frame.scene.add(
                    PointMark.shape(
                        category.shape, at: Point(labelLeft - em * 0.8, middle), radius: context.markRadius * 0.8,
                        colour: context.theme[category.role]))
            }
            for (place, cell) in row.cells.prefix(columnCount).enumerated() {
                guard let cell else { continue }
                let box = Rectangle(
                    x: cellsLeft + Double(place) * width, y: frame.y, width: width - gap, height: cellHeight - gap)
                frame.scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: ramp.colour(of: cell.value)))
            }
            let line = Rectangle(x: frame.left, y: frame.y, width: frame.width, height: cellHeight)
            frame.addTarget(line, label: "\(row.label): \(words(of: row))", link: row.cells.lazy.compactMap { $0?.link }.first)
            frame.y += cellHeight
        }
        frame.y += em * 0.6
        addNames(columnCount, in: &frame)
        let rest = [(rows.count - shownRows.count, "row"), (columns.count - columnCount, "column")]
            .filter { $0.0 > 0 }.map { "\($0.0) more \($0.0 == 1 ? $0.1 : $0.1 + "s")" }
        frame.addRemark("Cells without data are blank. The numbers\(rest.isEmpty ? "" : " and \(rest.joined(separator: " and "))") are in the table.")
    }

    /// How many columns a row has, and its mean.
    private func words(of row: Row) -> String {
        let count = row.cells.count { $0 != nil }
        let mean = row.mean.map { ", \(meanTitle) \(format.estimate($0))" } ?? ""
        return "\(count) of \(columns.count) columns\(mean)"
    }

    /// The numbers above the columns, each, or every so many where they would touch.
    private func addNumbers(_ count: Int, left: Double, width: Double, in frame: inout Frame) {
        let context = frame.context
        let widest = context.number("\(count)", size: \.small).width + context.em * 0.5
        let step = [1, 2, 5, 10, 20].first { Double($0) * width >= widest } ?? count
        let height = context.lineHeight(\.small)
        for place in 0..<count where step == 1 || place == 0 || (place + 1) % step == 0 {
            // The first gives way to the second where these would touch.
            if place == 0, step > 1, Double(step - 1) * width < widest { continue }
            let block = context.number("\(place + 1)", size: \.small)
            let centre = min(left + (Double(place) + 0.5) * width, frame.right - block.width / 2)
            frame.add(
                block, x: centre, middle: frame.y + height / 2, anchor: .middle, colour: context.theme[.muted])
        }
        frame.y = context.snapped(frame.y + height + context.em * 0.15)
    }

    /// The columns' numbers and names, in as many columns of text as the width has room for, read downwards.
    private func addNames(_ count: Int, in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let number = context.number("\(count)", size: \.small).width + em * 0.4
        let natural = columns.prefix(count).map { context.block($0.label, size: \.small).width }.max() ?? 0
        let column = min(number + natural + em * 1.2, max(em * 12, frame.width / 2))
        let perLine = max(1, Int((frame.width + em * 1.2) / column))
        let lines = (count + perLine - 1) / perLine
        let height = context.lineHeight(\.small) + em * 0.1
        for place in 0..<count {
            let x = frame.left + Double(place / lines) * column
            let middle = frame.y + (Double(place % lines) + 0.5) * height
            frame.add(
                context.number("\(place + 1)", size: \.small), x: x + number - em * 0.4, middle: middle, anchor: .end,
                colour: context.theme[.muted])
            let name = context.block(columns[place].label, size: \.small, width: column - number - em * 1.2)
            frame.add(name, x: x + number, middle: middle, colour: context.theme[.ink])
        }
        frame.y += Double(lines) * height
    }
}
