extension HeatMapChart: Chart {
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        var frame = try Frame(text: text, context: context)
        let cells = rows.flatMap(\.cells).compactMap { $0 }
        let ramp = HeatRamp(values: cells.map(\.value), limits: 0...1, isDark: context.theme.isDark)
        let painter = HeatCellPainter(chart: self, ramp: ramp, context: context)
        let hasKinds = rows.contains { $0.category != nil }
        let hasMeans = rows.contains { $0.mean != nil }
        let grid = HeatGrid(
            labels: rows.map(\.label), labelIndent: hasKinds ? context.em * 1.25 : 0, columnCount: columns.count,
            hasMean: hasMeans, hasMarks: cells.contains { $0.mark != nil }, numberWidth: painter.numberWidth(\.body),
            smallNumberWidth: painter.numberWidth(\.small), intervalWidth: painter.intervalWidth, left: frame.left,
            right: frame.right, context: context)
        frame.addKey(key(context: context))
        frame.addRampKey(ramp, title: valueTitle, format: format)
        for (index, block) in grid.blocks.enumerated() {
            if index > 0 { frame.y += context.em * 1.2 }
            draw(block, hasMeans: hasMeans, grid: grid, painter: painter, in: &frame)
        }
        return frame.finished()
    }

    private func draw(
        _ block: Range<Int>, hasMeans: Bool, grid: HeatGrid, painter: HeatCellPainter, in frame: inout Frame
    ) {
        let context = frame.context
        let labels = columns[block].map(\.label) + (hasMeans ? [meanTitle] : [])
        let centres = labels.indices.map { index in
            grid.box(column: index, top: 0, isMean: index >= block.count).centre.x
        }
        let headings = ColumnHeadings(
            labels: labels, centres: centres, width: grid.cellWidth, left: frame.left, context: context)
        frame.y += headings.height
        headings.draw(bottom: frame.y, in: &frame)
        frame.y = context.snapped(frame.y + context.em * 0.15)
        for row in rows {
            drawLabel(row.label, category: row.category, grid: grid, in: &frame)
            for (place, column) in block.enumerated() {
                painter.draw(row.cells[column], in: grid.box(column: place, top: frame.y), detail: grid.detail, frame: &frame)
            }
            if hasMeans {
                painter.drawMean(
                    row.mean, in: grid.box(column: block.count, top: frame.y, isMean: true), frame: &frame)
            }
            frame.y += grid.cellHeight
        }
        guard columns[block].contains(where: { $0.mean != nil }) else { return }
        frame.y += context.em * 0.2
        let height = context.snapped(context.em * 1.8)
        let label = context.block(meanTitle, width: grid.labelWidth)
        frame.add(label, x: grid.labelLeft, middle: frame.y + height / 2, colour: context.theme[.ink])
        for (place, column) in columns[block].enumerated() {
            var box = grid.box(column: place, top: frame.y)
            box.height = height
            painter.drawMean(column.mean, in: box, frame: &frame)
        }
        frame.y += height
    }

    private func drawLabel(_ label: String, category: Category?, grid: HeatGrid, in frame: inout Frame) {
        let context = frame.context
        let middle = frame.y + grid.cellHeight / 2
        let block = context.block(label, width: grid.labelWidth, lines: 2)
        frame.add(block, x: grid.labelLeft, middle: middle, colour: context.theme[.ink])
        guard let category else { return }
        frame.scene.add(
            PointMark.shape(
                category.shape, at: Point(grid.labelLeft - context.em * 0.8, middle), radius: context.markRadius * 0.85,
                colour: context.theme[category.role]))
    }

    private func key(context: LayoutContext) -> [KeyEntry] {
        var entries = KeyEntry.points(rows.compactMap(\.category), context: context)
        let marks = Set(rows.flatMap(\.cells).compactMap { $0?.mark })
        entries += VerdictMark.allCases.filter(marks.contains).map { .verdict($0, context: context) }
        if rows.contains(where: { $0.cells.contains { $0 == nil } }) { entries.append(.noData(context: context)) }
        return entries
    }

    private func validate() throws {
        try ChartProblem.requireContent(columns.count, "columns")
        try ChartProblem.requireContent(rows.count, "rows")
        for (index, column) in columns.enumerated() {
            try ChartProblem.requireFinite(column.mean, "columns[\(index)].mean")
        }
        for (index, row) in rows.enumerated() {
            try ChartProblem.requireCount(row.cells.count, equals: columns.count, "rows[\(index)].cells")
            try ChartProblem.requireFinite(row.mean, "rows[\(index)].mean")
            for (column, cell) in row.cells.enumerated() {
                try ChartProblem.requireFinite(cell?.value, "rows[\(index)].cells[\(column)].value")
                try ChartProblem.requireFinite(cell?.lower, "rows[\(index)].cells[\(column)].lower")
                try ChartProblem.requireFinite(cell?.upper, "rows[\(index)].cells[\(column)].upper")
            }
        }
    }
}
