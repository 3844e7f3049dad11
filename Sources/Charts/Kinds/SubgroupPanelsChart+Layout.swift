extension SubgroupPanelsChart: Chart {
    /// A panel of dots and intervals for each panel, as far as they fit; what is left to the table is said in words.
    /// Where nothing has an estimate, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        // A drawing taller than a few screens is read by nobody: the rest is counted in words.
        let isLong = panels.contains { $0.rows.count > 10 }
        let selection = selection(
            mostPanels: context.isNarrow && isLong ? 6 : 12, mostRows: Self.areAlike(panels) ? 20 : 16)
        let shown = selection.panels
        guard shown.contains(where: { $0.rows.contains { $0.estimate != nil } }) else {
            return try NoteChart(
                text: text,
                reason: "No subgroup has an estimate, so there is nothing to compare. Name a facet of the items."
            ).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let numbers = shown.flatMap(\.rows).compactMap(\.n).map {
            context.number(ValueFormat.count($0), size: \.small).width
        }
        let numberWidth = numbers.max() ?? 0
        let names = shown.flatMap(\.rows).map { context.block($0.label, size: \.small).width }.max() ?? 0
        let grid = PanelGrid(
            count: shown.count, names: names + (numberWidth > 0 ? numberWidth + em * 0.8 : 0),
            areAlike: Self.areAlike(shown), left: frame.left, right: frame.right, context: context)
        let values = shown.flatMap { panel in
            panel.rows.flatMap { [$0.estimate, $0.lower, $0.upper].compactMap(\.self) }
                + [panel.overall].compactMap(\.self)
        }
        let spec = AxisSpec(values: values, limits: limits, format: .value(format), title: axisTitle)
        frame.addKey(key(of: shown, context: context))

        for start in stride(from: 0, to: shown.count, by: grid.columnCount) {
            let line = Array(shown[start..<min(shown.count, start + grid.columnCount)])
            if start > 0 { frame.y += em * 1.1 }
            let headings = line.enumerated().map { column, panel in
                heading(of: panel, plot: grid.plot(column), context: context)
            }
            frame.y += (headings.map(\.height).max() ?? 0) + em * 0.35
            let top = frame.y
            let rowHeight = em * (context.size.unit == .point ? 1.4 : 1.55)
            let height = Double(line.map(\.rows.count).max() ?? 0) * rowHeight + em * 0.3
            if numberWidth > 0, start == 0 || !grid.sharesNames {
                for column in grid.sharesNames ? 0..<1 : 0..<line.count {
                    let heading = context.block("n", size: \.small)
                    frame.add(
                        heading, x: grid.plot(column).lowerBound - em * 0.8, middle: top - heading.height * 0.6,
                        anchor: .end, colour: context.theme[.muted])
                }
            }
            var bottom = top
            for (column, panel) in line.enumerated() {
                // The last panel of each column of the grid carries the axis.
                let isLast = start + column + grid.columnCount >= shown.count
                frame.y = top
                let axis = HorizontalAxis(spec, plot: grid.plot(column), context: context)
                draw(
                    panel, axis: axis, grid: grid, column: column, numberWidth: numberWidth, rowHeight: rowHeight,
                    height: height, in: &frame)
                frame.y = top + height
                if isLast { axis.draw(in: &frame, bounds: grid.plot(column).lowerBound - em...frame.right) }
                bottom = max(bottom, frame.y)
            }
            frame.y = bottom
        }
        if let omission = selection.omission {
            let words = context.block(omission, size: \.small, width: frame.width, lines: 2)
            frame.add(
                words, x: frame.left, middle: frame.y + em * 0.6 + words.height / 2, colour: context.theme[.muted])
            frame.y += em * 0.6 + words.height
        }
        return frame.finished()
    }

    private func draw(
        _ panel: Panel, axis: HorizontalAxis, grid: PanelGrid, column: Int, numberWidth: Double, rowHeight: Double,
        height: Double, in frame: inout Frame
    ) {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        let plot = grid.plot(column)
        let (top, bottom) = (frame.y, frame.y + height)
        let category = panel.category ?? Category(name: "", shape: .circle, role: .general)
        // The panel's ground, so that the eye sees where one ends and the next begins.
        let ground = Rectangle(x: plot.lowerBound, y: top, width: plot.upperBound - plot.lowerBound, height: height)
        frame.scene.add(
            Shape(
                geometry: .rectangle(ground, radius: 0),
                fill: theme[.grid].mixed(with: theme.page, share: theme.isDark ? 0.65 : 0.72)))
        frame.scene.add(axis.grid(spans: [top...bottom], context: context))
        let heading = heading(of: panel, plot: plot, context: context)
        frame.add(heading, x: plot.lowerBound, middle: top - em * 0.2 - heading.height / 2, colour: theme[.ink])
        if let overall = overallBlock(panel, context: context) {
            frame.add(
                overall, x: plot.upperBound, middle: top - em * 0.2 - context.lineHeight() / 2, anchor: .end,
                colour: theme[.muted])
        }
        if let overall = panel.overall {
            let x = context.snappedLine(axis.scale.position(overall))
            frame.scene.add(LineLabels.line([[Point(x, top), Point(x, bottom)]], context: context))
        }
        let lowest = Self.lowest(of: panel.rows)
        let hasNames = !grid.sharesNames || column == 0
        for (index, row) in panel.rows.enumerated() {
            let y = top + em * 0.15 + (Double(index) + 0.5) * rowHeight
            if hasNames {
                let numberRight = plot.lowerBound - em * 0.8
                let room = grid.namesWidth - em * 0.8 - (numberWidth > 0 ? numberWidth + em * 0.8 : 0)
                let name = context.block(row.label, size: \.small, width: max(em * 2.5, room))
                frame.add(name, x: grid.namesLeft(column), middle: y, colour: theme[.ink])
                if let n = row.n {
                    let number = context.number(ValueFormat.count(n), size: \.small)
                    frame.add(number, x: numberRight, middle: y, anchor: .end, colour: theme[.muted])
                }
            }
            draw(row, isLowest: index == lowest, category: category, y: y, plot: plot, axis: axis, in: &frame)
            let left = hasNames ? grid.namesLeft(column) : plot.lowerBound
            let box = Rectangle(x: left, y: y - rowHeight / 2, width: plot.upperBound - left, height: rowHeight)
            let mark = index == lowest ? ", \(lowestName)" : ""
            frame.addTarget(
                box, label: "\(panel.label), \(row.label): \(words(of: row))\(mark)", link: row.link ?? panel.link)
        }
    }

    private func draw(
        _ row: Row, isLowest: Bool, category: Category, y: Double, plot: ClosedRange<Double>, axis: HorizontalAxis,
        in frame: inout Frame
    ) {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        guard let estimate = row.estimate else {
            let words = context.block("no estimate", size: \.small, width: plot.upperBound - plot.lowerBound - em)
            frame.add(words, x: plot.lowerBound + em * 0.5, middle: y, colour: theme[.muted])
            return
        }
        let colour = isLowest ? theme[.ink] : theme[category.role]
        let x = axis.scale.position(estimate)
        let left = axis.scale.position(row.lower ?? estimate)
        let right = max(left, axis.scale.position(row.upper ?? estimate))
        let radius = context.markRadius * 0.85
        if isLowest {
            // The word goes where it has room, with the page behind it, so that no line runs through it.
            let block = context.block(lowestName, size: \.small, weight: .medium)
            let reach = max(right, x + radius * 1.3) + em * 0.35
            let start = min(left, x - radius * 1.3) - em * 0.35
            let wordX =
                reach + block.width <= plot.upperBound
                ? reach
                : start - block.width >= plot.lowerBound ? start - block.width : nil
            if let wordX {
                let ground = Rectangle(
                    x: wordX - em * 0.1, y: y - block.height * 0.42, width: block.width + em * 0.2,
                    height: block.height * 0.84)
                frame.scene.add(
                    Shape(
                        geometry: .rectangle(ground, radius: 0),
                        fill: theme[.grid].mixed(with: theme.page, share: theme.isDark ? 0.65 : 0.72)))
                frame.add(block, x: wordX, middle: y, colour: theme[.ink])
            }
        }
        frame.scene.add(IntervalMark.horizontal(left...right, y: y, colour: colour, width: em * 0.13))
        frame.scene.add(
            isLowest
                ? Self.lowestMark(at: Point(x, y), context: context)
                : PointMark.shape(category.shape, at: Point(x, y), radius: radius, colour: colour))
    }

    private func overallBlock(_ panel: Panel, context: LayoutContext) -> TextBlock? {
        panel.overall.map { context.number(format.estimate($0), size: \.small) }
    }

    /// The name above a panel, beside the overall estimate.
    private func heading(of panel: Panel, plot: ClosedRange<Double>, context: LayoutContext) -> TextBlock {
        let taken = overallBlock(panel, context: context).map { $0.width + context.em * 0.6 } ?? 0
        let style = TextStyle(size: context.theme.type.body, weight: .semibold)
        return context.setter.block(
            panel.label, style: style, maximumWidth: max(context.em * 3, plot.upperBound - plot.lowerBound - taken),
            maximumLines: 2, alignment: .start, wordBreaks: .afterPunctuation)
    }

    /// A triangle that points down: lower than all others of the panel. In ink, because the lowest is not yet a fail.
    private static func lowestMark(at centre: Point, context: LayoutContext) -> Shape {
        ChangeShapes.triangle(isUp: false, at: centre, radius: context.markRadius * 1.05, colour: context.theme[.ink])
    }

    private func key(of shown: [Panel], context: LayoutContext) -> [KeyEntry] {
        var entries = KeyEntry.points(shown.compactMap(\.category), context: context)
        if shown.contains(where: { Self.lowest(of: $0.rows) != nil }) {
            entries.append(
                KeyEntry(word: "\(lowestName) of the panel", width: context.em * 0.8) {
                    $0.add(Self.lowestMark(at: $1, context: context))
                })
        }
        if shown.contains(where: { $0.overall != nil }) {
            entries.append(.thresholdLine("\(overallName) (number above each panel)", isShort: false, context: context))
        }
        return entries
    }
}
