extension DumbbellChart: Chart {
    /// Two marks a row with their difference at the right. Where there are no rows, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard !rows.isEmpty else {
            let reason =
                "No model has both \(firstName) and \(secondName) items, so there is no \(differenceName) to draw."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let labels = rows.map(\.label)
        let hasMarks = rows.contains { $0.category != nil }
        let table = RowTable(
            labels: labels, labelIndent: hasMarks ? em * 1.25 : 0, columns: columns(in: context), lanesWidth: 0,
            left: frame.left, right: frame.right, context: context)
        let values = rows.flatMap { [$0.first, $0.second] }.flatMap {
            [$0.value, $0.lower ?? $0.value, $0.upper ?? $0.value]
        }
        let axis = HorizontalAxis(
            values: values, limits: limits, plot: table.plot, format: format, title: axisTitle, context: context)
        let direct = table.isStacked ? nil : directLabels(axis: axis, plot: table.plot, context: context)

        let kinds = KeyEntry.points(rows.compactMap(\.category), context: context)
        frame.addKey((direct == nil ? valueKey(context: context) : []) + intervalKey(context: context) + kinds)
        let directHeight = direct == nil ? 0 : context.lineHeight(\.small)
        frame.y += max(table.headingsHeight(context: context), directHeight)
        table.drawHeadings(bottom: frame.y, in: &frame)
        for label in direct ?? [] {
            frame.scene.add(
                PlacedText(block: label.block, x: label.x, y: frame.y - label.block.height, colour: label.colour))
        }
        frame.y += em * (table.isStacked ? 0.3 : 0.15)

        let placed = table.rows(labels: labels, from: frame.y, context: context)
        frame.scene.add(axis.grid(spans: placed.map(\.span), context: context))
        let firstMarks = rows.map { axis.scale.position(min($0.first.value, $0.second.value)) }
        frame.scene.add(table.guides(placed, axis: axis.scale, firstMarks: firstMarks, context: context))
        for (index, row) in rows.enumerated() {
            table.drawWords(of: placed[index], index: index, in: &frame)
            if let category = row.category {
                let centre = Point(table.labelLeft - em * 0.8, placed[index].wordsMiddle)
                frame.scene.add(
                    PointMark.shape(
                        category.shape, at: centre, radius: context.markRadius * 0.85,
                        colour: context.theme[category.role]))
            }
            draw(row, y: placed[index].marksMiddle, scale: axis.scale, in: &frame)
            let box = Rectangle(
                x: frame.left, y: placed[index].top, width: frame.width,
                height: placed[index].bottom - placed[index].top)
            frame.addTarget(box, label: "\(row.label): \(words(of: row))", link: row.link)
        }
        frame.y = (placed.last?.bottom ?? frame.y) + em * 0.15
        axis.draw(in: &frame, bounds: frame.left...frame.right)
        return frame.finished()
    }

    private func draw(_ row: Row, y: Double, scale: Scale, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        let ends = [Point(scale.position(row.first.value), y), Point(scale.position(row.second.value), y)]
        frame.scene.add(
            Shape(
                geometry: .lines([ends]), stroke: theme[.axis].mixed(with: theme.page, share: 0.35),
                strokeWidth: context.em * 0.2))
        // Intervals lie a little above and below the bar, because the two often overlap.
        let shift = context.em * 0.3
        for (measure, role, offset) in [(row.first, ColourRole.understanding, -shift), (row.second, .reasoning, shift)]
        {
            guard let lower = measure.lower, let upper = measure.upper else { continue }
            let line = [Point(scale.position(lower), y + offset), Point(scale.position(upper), y + offset)]
            frame.scene.add(Shape(geometry: .lines([line]), stroke: theme[role], strokeWidth: theme.lineWidth))
        }
        frame.scene.add(
            PointMark.shape(.circle, at: ends[1], radius: context.markRadius, colour: theme[.reasoning]))
        frame.scene.add(
            PointMark.shape(
                .circle, at: ends[0], radius: context.markRadius, colour: theme[.understanding], hollow: theme.page,
                strokeWidth: context.em * 0.14))
    }

    private func columns(in context: LayoutContext) -> [RowTable.Column] {
        let halfWidths = rows.compactMap { ValueFormat.halfWidth($0.difference.lower, $0.difference.upper) }
        let decimals = format.decimals(halfWidths: halfWidths)
        let differences = rows.map {
            context.number(format.signedString($0.difference.value, decimals: decimals), weight: .semibold)
        }
        let intervals = rows.map { row in
            guard let lower = row.difference.lower, let upper = row.difference.upper else { return context.block("") }
            return context.number(format.interval(lower: lower, upper: upper, decimals: decimals), size: \.small)
        }
        let heading = RowTable.Column(heading: differenceName, blocks: differences, role: .ink)
        guard !halfWidths.isEmpty else { return [heading] }
        return [
            heading,
            RowTable.Column(heading: "interval", blocks: intervals, role: .muted, isAttached: true),
        ]
    }

    /// The words above the marks of the first row, or nil where they do not fit beside each other.
    private func directLabels(
        axis: HorizontalAxis, plot: ClosedRange<Double>, context: LayoutContext
    ) -> [(block: TextBlock, x: Double, colour: Colour)]? {
        guard let row = rows.first else { return nil }
        let (first, second) = (axis.scale.position(row.first.value), axis.scale.position(row.second.value))
        let blocks = [firstName, secondName].map { context.block($0, size: \.small, weight: .medium) }
        let radius = context.markRadius
        let isFirstLeft = first < second
        var lefts = [0.0, 0.0]
        for (index, position) in [first, second].enumerated() {
            let isLeft = (index == 0) == isFirstLeft
            lefts[index] = isLeft ? position + radius - blocks[index].width : position - radius
        }
        let (left, right) = isFirstLeft ? (0, 1) : (1, 0)
        let gap = context.em * 0.6
        if lefts[left] + blocks[left].width + gap > lefts[right] {
            // The marks are close: part the words around their middle.
            let middle = (first + second) / 2
            lefts[left] = middle - gap / 2 - blocks[left].width
            lefts[right] = middle + gap / 2
        }
        guard lefts[left] >= plot.lowerBound, lefts[right] + blocks[right].width <= plot.upperBound else { return nil }
        let colours = [context.theme[.understanding], context.theme[.reasoning]]
        return blocks.indices.map { (blocks[$0], lefts[$0], colours[$0]) }
    }

    private func valueKey(context: LayoutContext) -> [KeyEntry] {
        let radius = context.markRadius
        let theme = context.theme
        return [
            KeyEntry(word: firstName, width: radius * 2) { scene, centre in
                scene.add(
                    PointMark.shape(
                        .circle, at: centre, radius: radius, colour: theme[.understanding], hollow: theme.page,
                        strokeWidth: context.em * 0.14))
            },
            KeyEntry(word: secondName, width: radius * 2) { scene, centre in
                scene.add(PointMark.shape(.circle, at: centre, radius: radius, colour: theme[.reasoning]))
            },
        ]
    }

    /// The thin lines beside the marks.
    private func intervalKey(context: LayoutContext) -> [KeyEntry] {
        guard rows.contains(where: { $0.first.lower != nil || $0.second.lower != nil }) else { return [] }
        let half = context.em * 0.8
        return [
            KeyEntry(word: "interval of each", width: half * 2) { scene, centre in
                let line = [Point(centre.x - half, centre.y), Point(centre.x + half, centre.y)]
                scene.add(
                    Shape(
                        geometry: .lines([line]), stroke: context.theme[.muted],
                        strokeWidth: context.theme.lineWidth))
            }
        ]
    }

    private func validate() throws {
        for (index, row) in rows.enumerated() {
            for (name, measure) in [("first", row.first), ("second", row.second), ("difference", row.difference)] {
                try ChartProblem.requireFinite(measure.value, "rows[\(index)].\(name).value")
                try ChartProblem.requireFinite(measure.lower, "rows[\(index)].\(name).lower")
                try ChartProblem.requireFinite(measure.upper, "rows[\(index)].\(name).upper")
            }
        }
    }
}

extension DumbbellChart {
    /// A row for each row: its kind, both values and their difference.
    public var table: ChartTable {
        let unit = format.unit == .percent ? "%" : "score"
        return ChartTable(
            columns: [
                .init("row", isNumeric: false), .init("kind", isNumeric: false), .init("\(firstName), \(unit)"),
                .init("\(secondName), \(unit)"), .init(differenceName),
            ],
            rows: rows.map { row in
                [row.label, row.category?.name ?? "", words(row.first), words(row.second), difference(row)]
            })
    }

    /// Both values and their difference, as a tooltip says them.
    private func words(of row: Row) -> String {
        "\(firstName) \(words(row.first)), \(secondName) \(words(row.second)), \(differenceName) \(difference(row))"
    }

    private func words(_ measure: Measure) -> String {
        guard let lower = measure.lower, let upper = measure.upper else { return format.estimate(measure.value) }
        return format.estimateWithInterval(measure.value, lower: lower, upper: upper)
    }

    private func difference(_ row: Row) -> String {
        guard let lower = row.difference.lower, let upper = row.difference.upper else {
            return format.signedString(row.difference.value, decimals: format.decimals(halfWidth: nil))
        }
        return format.differenceWithInterval(row.difference.value, lower: lower, upper: upper)
    }
}
