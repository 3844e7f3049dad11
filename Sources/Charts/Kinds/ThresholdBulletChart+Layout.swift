extension ThresholdBulletChart: Chart {
    /// A bar between bounds a row, against the threshold. Where there are no rows, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard !rows.isEmpty else {
            let reason = "No model was judged by this threshold, so there is no verdict to draw."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let labels = rows.map(\.label)
        let table = RowTable(
            labels: labels, labelIndent: 0, columns: columns(in: context), lanesWidth: 0, left: frame.left,
            right: frame.right, context: context)
        let rungs = ([threshold] + ladder).map(\.value)
        let axis = HorizontalAxis(
            values: rows.flatMap { [$0.estimate, $0.lower, $0.upper] } + rungs, limits: limits, plot: table.plot,
            format: format, title: axisTitle, context: context)
        let lines =
            [threshold].map { line($0, isFaint: false, axis: axis) }
            + ladder.map { line($0, isFaint: true, axis: axis) }
        let lineLabels = table.isStacked ? nil : LineLabels(lines, bounds: table.plot, context: context)

        frame.addKey(
            counts.map { .verdict($0.verdict, word: "\($0.count) \($0.verdict.rawValue)", context: context) }
                + signs(hasLines: lineLabels == nil, isStacked: table.isStacked, context: context))
        frame.y += max(lineLabels?.height ?? 0, table.headingsHeight(context: context))
        table.drawHeadings(bottom: frame.y, in: &frame)
        let labelsBottom = frame.y
        frame.y += em * (table.isStacked ? 0.3 : 0.15)

        let placed = table.rows(labels: labels, from: frame.y, context: context)
        let spans = placed.map(\.span)
        drawBands(rungs, axis: axis, spans: spans, isStacked: table.isStacked, in: &frame)
        frame.scene.add(axis.grid(spans: spans, context: context))
        drawSeparators(placed, isStacked: table.isStacked, in: &frame)
        if table.isStacked {
            frame.scene.add(table.guides(placed, axis: axis.scale, firstMarks: [], context: context))
        }
        if let lineLabels {
            lineLabels.draw(bottom: labelsBottom, spans: spans, in: &frame)
        } else {
            for line in lines {
                let x = context.snappedLine(line.position)
                var shape = LineLabels.line(
                    spans.map { [Point(x, $0.lowerBound), Point(x, $0.upperBound)] }, isShort: table.isStacked,
                    context: context)
                if line.isFaint { shape.stroke = context.theme[.axis] }
                frame.scene.add(shape)
            }
        }
        for (index, row) in rows.enumerated() {
            table.drawWords(of: placed[index], index: index, in: &frame)
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

    private func line(_ rung: Threshold, isFaint: Bool, axis: HorizontalAxis) -> LineLabels.Line {
        LineLabels.Line(
            position: axis.scale.position(rung.value), word: words(rung), isFaint: isFaint,
            role: isFaint ? .muted : .ink)
    }

    private func columns(in context: LayoutContext) -> [RowTable.Column] {
        let size: KeyPath<TypeSizes, Double> = context.isNarrow ? \.small : \.body
        var columns = [
            RowTable.Column(
                heading: format.unit == .percent ? "%" : "score",
                blocks: rows.map { context.number(format.string($0.estimate, decimals: decimals), weight: .semibold) },
                role: .ink),
            RowTable.Column(
                heading: "bounds",
                blocks: rows.map {
                    let words = format.interval(lower: $0.lower, upper: $0.upper, decimals: decimals)
                    return context.number(words, size: \.small)
                }, role: .muted, isOptional: true, isAttached: true),
            RowTable.Column(
                heading: "verdict",
                blocks: rows.map { context.block($0.verdict.rawValue, size: size, weight: .medium) },
                role: .ink,
                verdicts: rows.map(\.verdict)),
        ]
        if rows.contains(where: { $0.itemsNeeded != nil }) {
            let blocks = rows.map { context.number(needed($0), size: \.small) }
            columns.append(RowTable.Column(heading: "items still needed", blocks: blocks, role: .muted))
        }
        return columns
    }

    /// A flat tint for each rung, the stronger the higher.
    private func drawBands(
        _ rungs: [Double], axis: HorizontalAxis, spans: [ClosedRange<Double>], isStacked: Bool, in frame: inout Frame
    ) {
        let theme = frame.context.theme
        guard let first = spans.first, let last = spans.last else { return }
        let strips = isStacked ? spans : [first.lowerBound...last.upperBound]
        let edges = rungs.sorted().map(axis.scale.position) + [axis.scale.end]
        for (index, (from, to)) in zip(edges, edges.dropFirst()).enumerated() where to > from {
            let strength = Double(index + 1) / Double(rungs.count)
            let colour = theme.page.mixed(with: theme[.axis], share: 0.03 + 0.2 * strength)
            for strip in strips {
                let box = Rectangle(
                    x: from, y: strip.lowerBound, width: to - from, height: strip.upperBound - strip.lowerBound)
                frame.scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: colour))
            }
        }
    }

    /// Lines between neighbours of different verdicts.
    private func drawSeparators(_ placed: [RowTable.Row], isStacked: Bool, in frame: inout Frame) {
        let theme = frame.context.theme
        let rise = isStacked ? frame.context.em * 0.3 : 0
        let lines = rows.indices.dropFirst().filter { rows[$0].verdict != rows[$0 - 1].verdict }.map { index in
            let y = frame.context.snappedLine(placed[index].top - rise)
            return [Point(frame.left, y), Point(frame.right, y)]
        }
        guard !lines.isEmpty else { return }
        frame.scene.add(Shape(geometry: .lines(lines), stroke: theme[.axis], strokeWidth: theme.hairlineWidth))
    }

    private func draw(_ row: Row, y: Double, scale: Scale, in frame: inout Frame) {
        let positions = [row.lower, row.upper, threshold.value, row.estimate].map(scale.position)
        for shape in Self.bar(
            positions[0]...max(positions[0], positions[1]), filledFrom: positions[2], estimate: positions[3], y: y,
            role: row.verdict.role, context: frame.context)
        {
            frame.scene.add(shape)
        }
    }

    /// A bar, hollow below `filledFrom` and filled from there on, with a stroke through it at the estimate.
    private static func bar(
        _ range: ClosedRange<Double>, filledFrom edge: Double, estimate: Double, y: Double, role: ColourRole,
        context: LayoutContext
    ) -> [Shape] {
        let (em, theme) = (context.em, context.theme)
        let (half, line) = (em * 0.27, em * 0.11)
        let colour = theme[role]
        var shapes: [Shape] = []
        func box(_ from: Double, _ to: Double) -> Rectangle {
            Rectangle(x: from, y: y - half, width: to - from, height: 2 * half)
        }
        if range.upperBound - range.lowerBound > line {
            shapes.append(
                Shape(
                    geometry: .rectangle(box(range.lowerBound, range.upperBound).inset(by: line / 2), radius: 0),
                    fill: theme.page, stroke: colour, strokeWidth: line))
            let from = max(edge, range.lowerBound)
            if from < range.upperBound {
                shapes.append(Shape(geometry: .rectangle(box(from, range.upperBound), radius: 0), fill: colour))
            }
        }
        let reach = half * 1.75
        func stroke(_ colour: Colour, width: Double, reach: Double) -> Shape {
            Shape(
                geometry: .lines([[Point(estimate, y - reach), Point(estimate, y + reach)]]), stroke: colour,
                strokeWidth: width)
        }
        // The page shows beside the stroke where the bar is filled; a hollow bar's outline stays whole.
        return shapes + [
            stroke(theme.page, width: em * 0.38, reach: half - line),
            stroke(theme[.ink], width: em * 0.17, reach: reach),
        ]
    }

    /// What bar and stroke mean, and the lines where they have no words of their own.
    private func signs(hasLines: Bool, isStacked: Bool, context: LayoutContext) -> [KeyEntry] {
        let (width, em) = (context.em * 2.4, context.em)
        let bar = KeyEntry(word: "\(boundsLabel), filled from the threshold up", width: width) { scene, centre in
            let shapes = Self.bar(
                (centre.x - width / 2)...(centre.x + width / 2), filledFrom: centre.x, estimate: centre.x + em * 20,
                y: centre.y, role: .muted, context: context)
            for shape in shapes.dropLast(2) { scene.add(shape) }
        }
        let stroke = KeyEntry(word: "estimate", width: em * 0.3) { scene, centre in
            let shapes = Self.bar(
                centre.x...centre.x, filledFrom: centre.x, estimate: centre.x, y: centre.y, role: .muted,
                context: context)
            for shape in shapes.suffix(1) { scene.add(shape) }
        }
        guard hasLines else { return [bar, stroke] }
        return [bar, stroke, .thresholdLine(words(threshold), isShort: isStacked, context: context)]
            + ladder.map { .thresholdLine(words($0), isShort: isStacked, role: .axis, context: context) }
    }

    private func validate() throws {
        for (index, row) in rows.enumerated() {
            try ChartProblem.requireFinite(row.estimate, "rows[\(index)].estimate")
            try ChartProblem.requireFinite(row.lower, "rows[\(index)].lower")
            try ChartProblem.requireFinite(row.upper, "rows[\(index)].upper")
        }
        try ChartProblem.requireFinite(threshold.value, "threshold.value")
        for (index, rung) in ladder.enumerated() {
            try ChartProblem.requireFinite(rung.value, "ladder[\(index)].value")
        }
    }
}
