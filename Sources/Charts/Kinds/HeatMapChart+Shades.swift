/// A heat map too large for numbers: shades in numbered columns, whose names stand below.
extension HeatMapChart {
    func drawShades(ramp: HeatRamp, painter: HeatCellPainter, in frame: inout Frame) {
        let context = frame.context
        let hasMeans = rows.contains { $0.mean != nil }
        let grid = ShadeGrid(
            labels: rows.map(\.label) + [meanTitle],
            labelIndent: rows.contains { $0.category != nil } ? context.em * 1.25 : 0, columnCount: columns.count,
            meanWidth: hasMeans ? max(painter.meanWidth, context.block(meanTitle, size: \.small).width) : nil,
            left: frame.left, right: frame.right, context: context)
        var cells = ShadeCells(height: grid.rowHeight - context.theme.lineWidth, context: context)
        for (index, block) in grid.blocks.enumerated() {
            if index > 0 { frame.y += context.em * 0.8 }
            draw(block, grid: grid, ramp: ramp, painter: painter, cells: &cells, in: &frame)
        }
        cells.draw(in: &frame)
        frame.y += context.em * 0.6
        drawColumnNames(in: &frame)
        let isJudged = rows.contains { $0.cells.contains { $0?.mark != nil } }
        frame.addRemark("Numbers, intervals\(isJudged ? " and verdicts" : "") of the cells are in the table.")
    }

    private func draw(
        _ block: Range<Int>, grid: ShadeGrid, ramp: HeatRamp, painter: HeatCellPainter, cells: inout ShadeCells,
        in frame: inout Frame
    ) {
        let context = frame.context
        let hasMeans = rows.contains { $0.mean != nil }
        drawNumbers(of: block, grid: grid, hasMeans: hasMeans, in: &frame)
        for row in rows {
            let middle = frame.y + (grid.rowHeight - context.theme.lineWidth) / 2
            let label = context.name(row.label, size: \.small, width: grid.labelWidth, lines: 1)
            frame.add(label, x: grid.labelLeft, middle: middle, colour: context.theme[.ink])
            if let category = row.category {
                frame.scene.add(
                    PointMark.shape(
                        category.shape, at: Point(grid.labelLeft - context.em * 0.7, middle),
                        radius: context.markRadius * 0.75, colour: context.theme[category.role]))
            }
            for (place, column) in block.enumerated() {
                let (cell, span) = (row.cells[column], grid.span(place))
                cells.add(cell.map { ramp.steppedColour(of: $0.value) }, span: span, top: frame.y)
                guard grid.hasCellTargets else { continue }
                let box = Rectangle(x: span.lowerBound, y: frame.y, width: grid.cellWidth, height: grid.rowHeight)
                let label = "\(row.label), \(columns[column].label): \(words(of: cell))"
                frame.addTarget(box, label: label, link: cell?.link)
            }
            if !grid.hasCellTargets {
                let box = Rectangle(x: frame.left, y: frame.y, width: frame.width, height: grid.rowHeight)
                frame.addTarget(box, label: "\(row.label): \(summary(of: row))", link: nil)
            }
            if hasMeans {
                let box = Rectangle(
                    x: grid.meansRight - painter.meanWidth, y: frame.y, width: painter.meanWidth,
                    height: grid.rowHeight - context.theme.lineWidth)
                painter.drawMean(row.mean, in: box, size: \.small, frame: &frame)
            }
            frame.y += grid.rowHeight
        }
        guard columns[block].contains(where: { $0.mean != nil }) else { return }
        frame.y += context.em * 0.3
        let middle = frame.y + (grid.rowHeight - context.theme.lineWidth) / 2
        let title = context.block(meanTitle, size: \.small, width: grid.labelWidth)
        frame.add(title, x: grid.labelLeft, middle: middle, colour: context.theme[.muted])
        for (place, column) in block.enumerated() {
            cells.add(columns[column].mean.map(ramp.steppedColour), span: grid.span(place), top: frame.y)
        }
        frame.y += grid.rowHeight
    }

    /// The columns' numbers, as many as fit, and the heading of the means.
    private func drawNumbers(of block: Range<Int>, grid: ShadeGrid, hasMeans: Bool, in frame: inout Frame) {
        let context = frame.context
        let height = context.lineHeight(\.small)
        let widest = context.number("\(columns.count)", size: \.small).width
        let fits = grid.cellWidth >= widest + context.em * 0.3
        for (place, column) in block.enumerated() where fits || place == 0 || (column + 1) % 5 == 0 {
            let number = context.number("\(column + 1)", size: \.small)
            let span = grid.span(place)
            let x = (span.lowerBound + span.upperBound) / 2
            frame.add(number, x: x, middle: frame.y + height / 2, anchor: .middle, colour: context.theme[.muted])
        }
        if hasMeans {
            let title = context.block(meanTitle, size: \.small)
            frame.add(
                title, x: grid.meansRight, middle: frame.y + height / 2, anchor: .end, colour: context.theme[.muted])
        }
        frame.y = context.snapped(frame.y + height + context.em * 0.15)
    }

    /// The columns' names with their numbers, downwards in columns.
    private func drawColumnNames(in frame: inout Frame) {
        let context = frame.context
        let numberWidth = context.number("\(columns.count)", size: \.small).width
        let indent = numberWidth + context.em * 0.5
        let natural = columns.map { context.block($0.label, size: \.small).width }.max() ?? 0
        let gap = context.em * 1.4
        let most = (frame.width - gap) / 2 - indent
        let width = min(natural, max(context.em * 6, most))
        let perLine = max(1, min(columns.count, Int((frame.width + gap) / (indent + width + gap))))
        let perColumn = (columns.count + perLine - 1) / perLine
        let lineHeight = context.lineHeight(\.small)
        for (index, column) in columns.enumerated() {
            let left = frame.left + Double(index / perColumn) * (indent + width + gap)
            let middle = frame.y + (Double(index % perColumn) + 0.5) * lineHeight
            let number = context.number("\(index + 1)", size: \.small)
            frame.add(number, x: left + numberWidth, middle: middle, anchor: .end, colour: context.theme[.muted])
            let name = context.name(column.label, size: \.small, width: width, lines: 1)
            frame.add(name, x: left + indent, middle: middle, colour: context.theme[.ink])
        }
        frame.y += Double(perColumn) * lineHeight
    }

    /// What a tooltip says of a row whose cells are too small to be pointed at.
    private func summary(of row: Row) -> String {
        let known = zip(columns, row.cells).compactMap { column, cell in cell.map { (column.label, $0) } }
        guard let best = known.max(by: { $0.1.value < $1.1.value }),
            let worst = known.min(by: { $0.1.value < $1.1.value })
        else { return "no data" }
        let verdicts = VerdictMark.allCases.compactMap { mark -> String? in
            let count = known.count { $0.1.mark == mark }
            return count > 0 ? "\(count) \(mark.rawValue)" : nil
        }
        let mean = row.mean.map { "\(meanTitle) \(format.estimate($0)), " } ?? ""
        return "\(mean)highest on \(best.0) with \(words(of: best.1)), "
            + "lowest on \(worst.0) with \(words(of: worst.1)); "
            + "\(known.count) of \(columns.count) with data"
            + (verdicts.isEmpty ? "" : ": \(verdicts.joined(separator: ", "))")
    }
}
