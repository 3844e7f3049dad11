extension ReleaseForestChart: Chart {
    /// A difference and its interval a row against zero. Where no row has a difference, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        let all = allRows
        guard all.contains(where: { $0.difference != nil }) else {
            return try NoteChart(
                text: text, reason: "The two releases share no items here, so there is no difference to draw."
            ).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let (em, theme) = (context.em, context.theme)
        let words = all.compactMap(\.change).map { context.block($0.rawValue, size: \.small) }
        let verdictWidth = words.isEmpty ? 0 : (words.map(\.width).max() ?? 0) + em * 1.15
        let flips = FlipBars(all.compactMap(\.flips), context: context)
        // Verdict and flips stand beside each other; where the page is narrow, the flips below the verdict.
        func sides(isStacked: Bool) -> Double {
            let widths = [verdictWidth, flips?.width ?? 0].filter { $0 > 0 }
            let gap = em * 1.3
            return isStacked
                ? (widths.max().map { $0 + gap * 0.7 } ?? 0) : widths.reduce(0) { $0 + $1 + gap }
        }
        let indent = em * 1.1
        let deepest = min(3, max(0, all.map(\.level).max() ?? 0))
        func makeTable(isStacked: Bool) -> RowTable {
            RowTable(
                labels: all.map(\.label), labelIndent: Double(deepest) * indent, columns: columns(of: all, in: context),
                lanesWidth: 0, left: frame.left, right: frame.right - sides(isStacked: isStacked),
                mustStack: isStacked, mayBeDense: false, context: context)
        }
        var table = makeTable(isStacked: false)
        if table.isStacked { table = makeTable(isStacked: true) }
        let differences = all.compactMap(\.difference)
        // A little more than the margin is seen, so that its band has a shape.
        let edges = margin.map { [-abs($0) * 1.4, abs($0) * 1.4] } ?? []
        let axis = HorizontalAxis(
            AxisSpec(
                values: differences.flatMap { [$0.value, $0.lower, $0.upper] } + edges + [0],
                format: .difference(format), title: axisTitle), plot: table.plot, context: context)
        let zero = axis.scale.position(0)
        let directWords = table.isStacked ? nil : directions(axis: axis, plot: table.plot, context: context)
        if directWords == nil { frame.addKey(marginKey(context: context)) }
        let directHeight = directWords == nil ? 0 : context.lineHeight(\.small)
        frame.y += max(table.headingsHeight(context: context), directHeight, flips?.headingsHeight ?? 0)
        table.drawHeadings(bottom: frame.y, in: &frame)
        for item in directWords ?? [] {
            frame.scene.add(
                PlacedText(block: item.block, x: item.x, y: frame.y - item.block.height, colour: theme[.muted]))
        }
        let flipsCentre = frame.right - (flips?.width ?? 0) / 2
        flips?.drawHeadings(centre: flipsCentre, bottom: frame.y, in: &frame)
        frame.y += em * (table.isStacked ? 0.4 : 0.25)

        let placed = place(all, table: table, from: frame.y, context: context)
        // Beside the words, lines and band run through all rows without a break.
        let spans =
            table.isStacked
            ? zip(placed, all).filter { $0.1.difference != nil }.map(\.0.span)
            : [(placed.first?.top ?? frame.y)...(placed.last?.bottom ?? frame.y)]
        if let margin {
            let (left, right) = (axis.scale.position(-abs(margin)), axis.scale.position(abs(margin)))
            for span in spans {
                let box = Rectangle(
                    x: left, y: span.lowerBound, width: right - left, height: span.upperBound - span.lowerBound)
                frame.scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: Self.band(theme)))
            }
        }
        frame.scene.add(axis.grid(spans: spans, context: context))
        let zeroX = context.snappedLine(zero)
        frame.scene.add(
            Shape(
                geometry: .lines(spans.map { [Point(zeroX, $0.lowerBound), Point(zeroX, $0.upperBound)] }),
                stroke: theme[.ink], strokeWidth: theme.lineWidth))
        if let flips {
            let drawn = zip(placed, all).filter { $0.1.flips != nil }.map(\.0)
            flips.drawMiddle(
                x: flipsCentre, spans: drawn.map { ($0.marksMiddle - em * 0.5)...($0.marksMiddle + em * 0.5) },
                in: &frame)
        }
        let verdictLeft = frame.right - sides(isStacked: table.isStacked) + em * (table.isStacked ? 0.91 : 1.3)
        for (index, row) in all.enumerated() {
            let isOverall = overall != nil && index == all.count - 1
            let line = placed[index]
            if isOverall, all.count > 1 {
                let y = context.snappedLine(line.top - em * 0.2)
                frame.scene.add(
                    Shape(
                        geometry: .lines([[Point(frame.left, y), Point(frame.right, y)]]), stroke: theme[.axis],
                        strokeWidth: theme.hairlineWidth))
            }
            let left = table.labelLeft - Double(deepest - min(max(0, row.level), deepest)) * indent
            frame.add(line.label, x: left, middle: line.wordsMiddle, colour: theme[.ink])
            for (column, right) in zip(table.columns, table.columnRights) {
                frame.add(
                    column.blocks[index], x: right, middle: line.wordsMiddle, anchor: .end, colour: theme[column.role])
            }
            if let difference = row.difference {
                draw(difference, change: row.change, isOverall: isOverall, y: line.marksMiddle, axis: axis, in: &frame)
            }
            if let change = row.change {
                let colour = theme[change.role]
                let centre = Point(verdictLeft + em * 0.4, line.wordsMiddle)
                for shape in ChangeShapes.shapes(change, at: centre, radius: em * 0.38, colour: colour) {
                    frame.scene.add(shape)
                }
                let isPlain = change == .equivalent
                let word = context.block(change.rawValue, size: \.small, weight: isPlain ? .regular : .medium)
                frame.add(word, x: verdictLeft + em * 1.05, middle: line.wordsMiddle, colour: colour)
            }
            if let counts = row.flips {
                flips?.draw(counts, centre: Point(flipsCentre, line.marksMiddle), in: &frame)
            }
            guard row.difference != nil else { continue }
            let box = Rectangle(x: frame.left, y: line.top, width: frame.width, height: line.bottom - line.top)
            frame.addTarget(box, label: "\(row.label): \(self.words(of: row))", link: row.link)
        }
        frame.y = (placed.last?.bottom ?? frame.y) + em * 0.15
        axis.draw(in: &frame, bounds: frame.left...frame.right)
        return frame.finished()
    }

    /// Rows from `top` downwards: headings in bold and without room for marks, the overall row set apart.
    private func place(_ all: [Row], table: RowTable, from top: Double, context: LayoutContext) -> [RowTable.Row] {
        var shift = 0.0
        let em = context.em
        return zip(table.rows(labels: all.map(\.label), from: top, context: context), all).enumerated().map {
            index, pair in
            var (line, row) = pair
            let isOverall = overall != nil && index == all.count - 1
            if isOverall, index > 0 { shift += em * 0.4 }
            if row.difference == nil, index > 0 { shift += em * (table.isStacked ? 0.1 : 0.35) }
            if row.difference == nil || isOverall {
                let style = TextStyle(size: context.theme.type.body, weight: .semibold)
                let room = row.difference == nil ? table.plot.lowerBound - context.em * 2 : table.labelWidth
                line.label = context.setter.block(
                    row.label, style: style, maximumWidth: max(table.labelWidth, room), maximumLines: 1,
                    alignment: .start)
            }
            line.top += shift
            line.wordsMiddle += shift
            line.marksMiddle += shift
            line.bottom += shift
            line.span = (line.span.lowerBound + shift)...(line.span.upperBound + shift)
            if table.isStacked, row.difference == nil {
                let saved = line.bottom - line.top - context.lineHeight() - em * 0.25
                line.bottom -= saved
                shift -= saved
                line.wordsMiddle = line.top + context.lineHeight() / 2
            }
            return line
        }
    }

    private func draw(
        _ difference: Difference, change: ChangeMark?, isOverall: Bool, y: Double, axis: HorizontalAxis,
        in frame: inout Frame
    ) {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        let colour = theme[change?.role ?? .general]
        let (left, middle, right) = (
            axis.scale.position(difference.lower), axis.scale.position(difference.value),
            axis.scale.position(difference.upper)
        )
        let isHollow = change == .inconclusive
        if isOverall, right - left > em * 0.4 {
            let half = em * 0.5
            let corners = [Point(left, y), Point(middle, y - half), Point(right, y), Point(middle, y + half)]
            frame.scene.add(Shape(geometry: .polygon(corners), fill: colour))
            if isHollow {
                // Cut out rather than stroked: an outline's corners would reach beyond the interval.
                let inner = corners.map { Point(middle + ($0.x - middle) * 0.58, y + ($0.y - y) * 0.58) }
                frame.scene.add(Shape(geometry: .polygon(inner), fill: theme.page))
            }
            return
        }
        frame.scene.add(IntervalMark.horizontal(left...max(left, right), y: y, colour: colour, width: em * 0.14))
        frame.scene.add(
            PointMark.shape(
                isOverall ? .diamond : .circle, at: Point(middle, y), radius: context.markRadius, colour: colour,
                hollow: isHollow ? theme.page : nil, strokeWidth: em * 0.14))
    }

    private func columns(of all: [Row], in context: LayoutContext) -> [RowTable.Column] {
        let decimals = decimals
        let values = all.map { row in
            let words = row.difference.map { format.signedString($0.value, decimals: decimals) } ?? ""
            return context.number(words, weight: .semibold)
        }
        let intervals = all.map { row in
            let words =
                row.difference.map { format.interval(lower: $0.lower, upper: $0.upper, decimals: decimals) } ?? ""
            return context.number(words, size: \.small)
        }
        return [
            RowTable.Column(
                heading: format.unit == .percent ? "points" : "difference", blocks: values, role: .ink),
            RowTable.Column(
                heading: "interval", blocks: intervals, role: .muted,
                isOptional: context.isNarrow, isAttached: true),
        ]
    }

    /// The words above the plot: what both sides of zero mean, and the margin; nil where they do not fit.
    private func directions(
        axis: HorizontalAxis, plot: ClosedRange<Double>, context: LayoutContext
    ) -> [(block: TextBlock, x: Double)]? {
        let gap = context.em * 0.7
        let zero = axis.scale.position(0)
        let blocks = [lowerWord, marginWords ?? "0", upperWord].map { context.block($0, size: \.small) }
        let middle = zero - blocks[1].width / 2
        let result = [
            (blocks[0], middle - gap - blocks[0].width), (blocks[1], middle),
            (blocks[2], middle + blocks[1].width + gap),
        ]
        guard result[0].1 >= plot.lowerBound, result[2].1 + blocks[2].width <= plot.upperBound else { return nil }
        return result.map { (block: $0.0, x: $0.1) }
    }

    private func marginKey(context: LayoutContext) -> [KeyEntry] {
        guard let marginWords else { return [] }
        let (width, height) = (context.em * 1.5, context.em * 0.9)
        let words = "\(marginWords); left of 0 \(lowerWord), right of 0 \(upperWord)"
        return [
            KeyEntry(word: words, width: width) { scene, centre in
                let box = Rectangle(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
                scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: Self.band(context.theme)))
                let x = context.snappedLine(centre.x)
                scene.add(
                    Shape(
                        geometry: .lines([[Point(x, box.y), Point(x, box.bottom)]]), stroke: context.theme[.ink],
                        strokeWidth: context.theme.lineWidth))
            }
        ]
    }

    private static func band(_ theme: Theme) -> Colour {
        theme[.axis].mixed(with: theme.page, share: theme.isDark ? 0.7 : 0.8)
    }
}
