extension HeatMapChart: Chart {
    /// Cells with numbers, or shades alone where the map would be too tall. Without rows or columns, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or a row has not one cell for each column, or if the width
    ///   is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard !rows.isEmpty, !columns.isEmpty else {
            return try NoteChart(
                text: text, reason: "No model has an estimate on a benchmark, so there is no table to draw."
            )
            .layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let cells = rows.flatMap(\.cells).compactMap { $0 }
        let ramp = HeatRamp(values: cells.map(\.value), limits: 0...1, isDark: context.theme.isDark)
        let painter = HeatCellPainter(chart: self, ramp: ramp, context: context)
        let grid = grid(painter: painter, frame: frame)
        let height = grid.cellHeight * Double(rows.count * grid.blocks.count)
        let isShaded = height > context.em * ShadeGrid.mostHeight(context)
        frame.addKey(key(ramp: ramp, hasMarks: !isShaded, context: context))
        frame.y += context.em * 0.3
        guard !isShaded else {
            drawShades(ramp: ramp, painter: painter, in: &frame)
            return frame.finished()
        }
        for (index, block) in grid.blocks.enumerated() {
            if index > 0 { frame.y += context.em * 1.2 }
            draw(block, grid: grid, painter: painter, in: &frame)
        }
        return frame.finished()
    }

    /// The grid with the fewest blocks whose headings are not taller than a third of a page.
    private func grid(painter: HeatCellPainter, frame: Frame) -> HeatGrid {
        let context = frame.context
        let hasMeans = rows.contains { $0.mean != nil }
        let heading = context.block(meanTitle, size: \.small).width
        let content = HeatGrid.Content(
            labels: rows.map(\.label) + (columns.contains { $0.mean != nil } ? [meanTitle] : []),
            labelIndent: rows.contains { $0.category != nil } ? context.em * 1.25 : 0, columnCount: columns.count,
            meanWidth: hasMeans ? max(painter.meanWidth, heading) : nil,
            hasMarks: rows.contains { $0.cells.contains { $0?.mark != nil } },
            numberWidth: painter.numberWidth(\.body), smallNumberWidth: painter.numberWidth(\.small),
            intervalWidth: painter.intervalWidth)
        var leastBlocks = 1
        while true {
            let grid = HeatGrid(
                content: content, leastBlocks: leastBlocks, left: frame.left, right: frame.right, context: context)
            let isLow = grid.blocks.allSatisfy {
                headings(of: $0, grid: grid, frame: frame).height <= context.em * 11
            }
            if isLow || grid.blocks.count == columns.count { return grid }
            leastBlocks = grid.blocks.count + 1
        }
    }

    private func headings(of block: Range<Int>, grid: HeatGrid, frame: Frame) -> ColumnHeadings {
        ColumnHeadings(
            labels: columns[block].map(\.label),
            centres: block.indices.map { index in
                grid.box(column: index - block.lowerBound, top: 0).centre.x
            }, width: grid.cellWidth, left: frame.left, context: frame.context)
    }

    private func draw(_ block: Range<Int>, grid: HeatGrid, painter: HeatCellPainter, in frame: inout Frame) {
        let context = frame.context
        let headings = headings(of: block, grid: grid, frame: frame)
        frame.y += headings.height
        headings.draw(bottom: frame.y, in: &frame)
        let hasMeans = rows.contains { $0.mean != nil }
        if hasMeans {
            let title = context.block(meanTitle, size: \.small)
            let x = grid.meanBox(after: block.count, top: 0).centre.x
            let middle = frame.y - context.em * 0.1 - title.height / 2
            frame.add(title, x: x, middle: middle, anchor: .middle, colour: context.theme[.muted])
        }
        frame.y = context.snapped(frame.y + context.em * 0.15)
        for row in rows {
            drawLabel(row.label, category: row.category, grid: grid, in: &frame)
            for (place, column) in block.enumerated() {
                let box = grid.box(column: place, top: frame.y)
                painter.draw(row.cells[column], in: box, detail: grid.detail, frame: &frame)
                let label = "\(row.label), \(columns[column].label): \(words(of: row.cells[column]))"
                frame.addTarget(box, label: label, link: row.cells[column]?.link)
            }
            if hasMeans {
                painter.drawMean(row.mean, in: grid.meanBox(after: block.count, top: frame.y), frame: &frame)
            }
            frame.y += grid.cellHeight
        }
        guard columns[block].contains(where: { $0.mean != nil }) else { return }
        frame.y += context.em * 0.15
        let height = context.snapped(context.em * 1.7)
        let label = context.block(meanTitle, size: grid.labelSize, width: grid.labelWidth)
        frame.add(label, x: grid.labelLeft, middle: frame.y + height / 2, colour: context.theme[.muted])
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
        let block = context.name(label, size: grid.labelSize, width: grid.labelWidth)
        frame.add(block, x: grid.labelLeft, middle: middle, colour: context.theme[.ink])
        guard let category else { return }
        frame.scene.add(
            PointMark.shape(
                category.shape, at: Point(grid.labelLeft - context.em * 0.8, middle), radius: context.markRadius * 0.85,
                colour: context.theme[category.role]))
    }

    private func key(ramp: HeatRamp, hasMarks: Bool, context: LayoutContext) -> [KeyEntry] {
        var entries = [KeyEntry.ramp(ramp, title: valueTitle, format: format, context: context)]
        entries += KeyEntry.points(rows.compactMap(\.category), context: context)
        let marks = hasMarks ? Set(rows.flatMap(\.cells).compactMap { $0?.mark }) : []
        entries += VerdictMark.allCases.filter(marks.contains).map { .verdict($0, context: context) }
        if rows.contains(where: { $0.cells.contains { $0 == nil } }) { entries.append(.noData(context: context)) }
        return entries
    }

    private func validate() throws {
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

extension HeatMapChart {
    /// A row for each row, its cells with interval and verdict, `no data` where a cell is nil; below them the means
    /// of the columns, if there are any.
    public var table: ChartTable {
        let hasMeans = rows.contains { $0.mean != nil }
        func mean(_ value: Double?) -> String { value.map { format.estimate($0) } ?? ValueFormat.noValue }
        let margin =
            columns.contains { $0.mean != nil }
            ? [[meanTitle] + columns.map { mean($0.mean) } + (hasMeans ? [""] : [])] : []
        return ChartTable(
            columns: [.init("row", isNumeric: false)] + columns.map { .init($0.label) }
                + (hasMeans ? [.init(meanTitle)] : []),
            rows: rows.map { row in
                [row.label] + row.cells.map(words) + (hasMeans ? [mean(row.mean)] : [])
            } + margin)
    }

    /// A cell's number with its interval and verdict, as a tooltip says it.
    func words(of cell: Cell?) -> String {
        guard let cell else { return "no data" }
        let mark = cell.mark.map { ", \($0.rawValue)" } ?? ""
        guard let lower = cell.lower, let upper = cell.upper else { return format.estimate(cell.value) + mark }
        return format.estimateWithInterval(cell.value, lower: lower, upper: upper) + mark
    }
}
