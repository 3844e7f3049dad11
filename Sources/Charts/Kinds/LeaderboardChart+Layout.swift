extension LeaderboardChart: Chart {
    /// A mark and an interval a row. Where there are no rows, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard !rows.isEmpty else {
            return try NoteChart(text: text, reason: "No model has an estimate here, so there is nothing to rank.")
                .layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let theme = context.theme
        let bars = JoiningBars(groups: groups, rowCount: rows.count, em: context.em)
        let labels = rows.map(\.label)
        let table = RowTable(
            labels: labels, labelIndent: 0, columns: columns(in: context), lanesWidth: bars.width, left: frame.left,
            right: frame.right, context: context)
        let values = rows.flatMap { [$0.estimate, $0.lower, $0.upper] } + thresholds.map(\.value)
        let axis = HorizontalAxis(
            values: values, limits: limits, plot: table.plot, format: format, title: axisTitle, context: context)
        let lines = thresholds.map { (position: axis.scale.position($0.value), word: $0.label) }
        let lineLabels =
            table.isStacked ? nil : LineLabels(lines: lines, bounds: table.plot, context: context)
        frame.addKey(
            key(hasLines: lineLabels == nil, isStacked: table.isStacked, hasBars: bars.laneCount > 0, context: context))
        frame.y += max(lineLabels?.height ?? 0, table.headingsHeight(context: context))
        table.drawHeadings(bottom: frame.y, in: &frame)
        let labelsBottom = frame.y
        frame.y += context.em * (table.isStacked ? 0.3 : 0.15)

        let placed = table.rows(labels: labels, from: frame.y, context: context)
        let spans = placed.map(\.span)
        frame.scene.add(axis.grid(spans: spans, context: context))
        frame.scene.add(
            table.guides(
                placed, axis: axis.scale, firstMarks: rows.map { axis.scale.position($0.lower) }, context: context))
        if let lineLabels {
            lineLabels.draw(bottom: labelsBottom, spans: spans, in: &frame)
        } else {
            for line in lines {
                let x = context.snappedLine(line.position)
                let pieces = spans.map { [Point(x, $0.lowerBound), Point(x, $0.upperBound)] }
                frame.scene.add(LineLabels.line(pieces, isShort: table.isStacked, context: context))
            }
        }
        bars.draw(rows: placed, left: table.lanesLeft, in: &frame)
        for (index, row) in rows.enumerated() {
            table.drawWords(of: placed[index], index: index, in: &frame)
            let y = placed[index].marksMiddle
            let colour = theme[row.category.role]
            let ends = [Point(axis.scale.position(row.lower), y), Point(axis.scale.position(row.upper), y)]
            frame.scene.add(Shape(geometry: .lines([ends]), stroke: colour, strokeWidth: context.em * 0.14))
            frame.scene.add(
                PointMark.shape(
                    row.category.shape, at: Point(axis.scale.position(row.estimate), y), radius: context.markRadius,
                    colour: colour))
            let box = Rectangle(
                x: frame.left, y: placed[index].top, width: frame.width,
                height: placed[index].bottom - placed[index].top)
            frame.addTarget(box, label: "\(row.label): \(words(of: row))", link: row.link)
        }
        frame.y = (placed.last?.bottom ?? frame.y) + context.em * 0.15
        axis.draw(in: &frame, bounds: frame.left...frame.right)
        return frame.finished()
    }

    /// The estimate with its interval and note, as a tooltip says it.
    private func words(of row: Row) -> String {
        let estimate = format.estimateWithInterval(row.estimate, lower: row.lower, upper: row.upper)
        return estimate + (row.note.isEmpty ? "" : ", \(noteTitle) \(row.note)")
    }

    private func columns(in context: LayoutContext) -> [RowTable.Column] {
        let decimals = format.decimals(halfWidths: rows.map { ($0.upper - $0.lower) / 2 })
        var columns = [
            RowTable.Column(
                heading: format.unit == .percent ? "%" : "score",
                blocks: rows.map { context.number(format.string($0.estimate, decimals: decimals), weight: .semibold) },
                role: .ink),
            RowTable.Column(
                heading: "interval",
                blocks: rows.map {
                    let words = format.interval(lower: $0.lower, upper: $0.upper, decimals: decimals)
                    return context.number(words, size: \.small)
                }, role: .muted, isOptional: true, isAttached: true),
        ]
        if rows.contains(where: { !$0.note.isEmpty }) {
            let notes = rows.map { context.block($0.note, size: \.small, width: context.em * 9) }
            columns.append(RowTable.Column(heading: noteTitle, blocks: notes, role: .muted))
        }
        return columns
    }

    private func key(hasLines: Bool, isStacked: Bool, hasBars: Bool, context: LayoutContext) -> [KeyEntry] {
        var entries = KeyEntry.points(rows.map(\.category), context: context)
        if hasBars { entries.append(.joiningBar(groupsLabel, context: context)) }
        if hasLines { entries += thresholds.map { .thresholdLine($0.label, isShort: isStacked, context: context) } }
        return entries
    }

    private func validate() throws {
        for (index, row) in rows.enumerated() {
            try ChartProblem.requireFinite(row.estimate, "rows[\(index)].estimate")
            try ChartProblem.requireFinite(row.lower, "rows[\(index)].lower")
            try ChartProblem.requireFinite(row.upper, "rows[\(index)].upper")
        }
        for (index, threshold) in thresholds.enumerated() {
            try ChartProblem.requireFinite(threshold.value, "thresholds[\(index)].value")
        }
    }
}

extension LeaderboardChart {
    /// A row for each row: its kind, estimate and interval, and its note where any row has one.
    public var table: ChartTable {
        let hasNotes = rows.contains { !$0.note.isEmpty }
        let unit = format.unit == .percent ? "%" : "score"
        let decimals = format.decimals(halfWidths: rows.map { ($0.upper - $0.lower) / 2 })
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("kind", isNumeric: false), .init("\(axisTitle), \(unit)"),
                .init("interval"),
            ]
                + (hasNotes ? [.init(noteTitle)] : []),
            rows: rows.map { row in
                [
                    row.label, row.category.name, format.string(row.estimate, decimals: decimals),
                    format.interval(lower: row.lower, upper: row.upper, decimals: decimals),
                ] + (hasNotes ? [row.note] : [])
            })
    }
}
