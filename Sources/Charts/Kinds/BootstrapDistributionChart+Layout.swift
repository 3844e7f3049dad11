extension BootstrapDistributionChart: Chart {
    /// One large panel, or several small ones. Where no panel has a bar with mass, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite or a mass below 0, or if the width is under 16 times the
    ///   body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        let drawable = panels.filter { $0.bars.contains { $0.mass > 0 } }
        guard !drawable.isEmpty else {
            let reason = "No estimate has a bootstrap distribution, so there is none to draw."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        let shown = Array(drawable.prefix(Self.mostPanels))
        var frame = try Frame(text: text, context: context)
        frame.addKey(key(context: context))
        if let panel = shown.first, shown.count == 1 {
            layoutSingle(panel, in: &frame)
        } else {
            layoutSeveral(shown, in: &frame)
        }
        let more = panels.count - shown.count
        if more > 0 { frame.addRemark("\(more) more \(more == 1 ? "stands" : "stand") in the table.") }
        return frame.finished()
    }

    private func key(context: LayoutContext) -> [KeyEntry] {
        let (em, theme) = (context.em, context.theme)
        let areas = [(true, "inside the \(intervalLabel)"), (false, "outside")].map { isInside, word in
            KeyEntry(word: word, width: em * 1.5) { scene, centre in
                let box = Rectangle(
                    x: centre.x - em * 0.75, y: centre.y - em * 0.42, width: em * 1.5, height: em * 0.84)
                let colour = Slab.colour(isInside: isInside, role: .general, theme: theme)
                scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: colour))
            }
        }
        let estimate = KeyEntry(word: "estimate and interval", width: em * 2) { scene, centre in
            let range = (centre.x - em)...(centre.x + em)
            for shape in Self.mark(range: range, estimate: centre.x, y: centre.y, context: context) { scene.add(shape) }
        }
        return areas + [estimate]
    }

    /// The interval as a line with a dot at the estimate.
    private static func mark(
        range: ClosedRange<Double>, estimate: Double, y: Double, radius: Double = 1, context: LayoutContext
    ) -> [Shape] {
        let colour = context.theme[.general]
        return [
            IntervalMark.horizontal(range, y: y, colour: colour, width: context.em * 0.17),
            PointMark.shape(.circle, at: Point(estimate, y), radius: context.markRadius * radius, colour: colour),
        ]
    }

    private func axis(
        _ panels: [Panel], slabs: [Slab], plot: ClosedRange<Double>, context: LayoutContext
    ) -> HorizontalAxis {
        let values = panels.flatMap { [$0.estimate, $0.lower, $0.upper] } + slabs.flatMap(\.ends)
        return HorizontalAxis(
            values: values, limits: limits, plot: plot, format: format, title: axisTitle, context: context)
    }

    /// The areas over a baseline.
    private func areas(
        of panel: Panel, slab: Slab, axis: HorizontalAxis, baseline: Double, height: Double, peak: Double,
        context: LayoutContext
    ) -> [Shape] {
        slab.shapes(
            interval: panel.lower...max(panel.lower, panel.upper), scale: axis.scale, baseline: baseline,
            height: height, peak: peak, role: .general, context: context)
    }

    /// Interval and estimate at a height of the drawing.
    private func mark(
        of panel: Panel, axis: HorizontalAxis, y: Double, radius: Double, context: LayoutContext
    ) -> [Shape] {
        let (from, to) = (axis.scale.position(panel.lower), axis.scale.position(max(panel.lower, panel.upper)))
        return Self.mark(
            range: from...to, estimate: axis.scale.position(panel.estimate), y: y, radius: radius, context: context)
    }

    // MARK: One large panel

    private func layoutSingle(_ panel: Panel, in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let slab = Slab(panel.bars)
        let plot = frame.left...frame.right
        let axis = axis([panel], slabs: [slab], plot: plot, context: context)
        let position = axis.scale.position
        let labels = ["estimate ", ""].lazy.compactMap { word -> LineLabels? in
            func text(_ value: Double) -> String { format.stringWithUnit(value, decimals: decimals) }
            return LineLabels(
                [
                    .init(position: position(panel.lower), word: text(panel.lower), isFaint: true),
                    .init(position: position(panel.estimate), word: word + text(panel.estimate)),
                    .init(position: position(panel.upper), word: text(panel.upper), isFaint: true),
                ], bounds: plot, context: context)
        }.first
        let height = em * min(19, max(12, context.widthInEms * 0.28))
        let kind = context.block(
            [panel.label, panel.kind].filter { !$0.isEmpty }.joined(separator: " · "), size: \.small,
            width: frame.width
        )
        let isBeside = (labels?.left ?? frame.right) > frame.left + kind.width + em
        frame.scene.add(PlacedText(block: kind, x: frame.left, y: frame.y, colour: context.theme[.muted]))
        let room = labels?.height ?? 0
        let top = frame.y + (isBeside ? max(kind.height + em * 0.2, room) : kind.height + em * 0.2 + room)
        let baseline = context.snapped(top + em * 0.6 + height)
        let span = top...(baseline + context.markRadius * 1.7)
        frame.scene.add(axis.grid(spans: [span], context: context))
        let shapes = areas(
            of: panel, slab: slab, axis: axis, baseline: baseline, height: height, peak: slab.peak, context: context)
        for shape in shapes { frame.scene.add(shape) }
        labels?.draw(bottom: top, spans: [top...baseline], in: &frame)
        for shape in mark(of: panel, axis: axis, y: baseline, radius: 1, context: context) { frame.scene.add(shape) }
        drawShares(panel, slab: slab, axis: axis, baseline: baseline, height: height, in: &frame)
        let box = Rectangle(x: frame.left, y: top, width: frame.width, height: span.upperBound - top)
        frame.addTarget(box, label: "\(panel.label): \(words(of: panel))", link: panel.link)
        frame.y = span.upperBound
        axis.draw(in: &frame, bounds: plot)
    }

    /// Writes how much lies below, inside and above the interval, where there is room.
    private func drawShares(
        _ panel: Panel, slab: Slab, axis: HorizontalAxis, baseline: Double, height: Double, in frame: inout Frame
    ) {
        guard let shares = panel.shares, !slab.hasAtoms, slab.peak > 0 else { return }
        let context = frame.context
        let em = context.em
        let gap = em * 0.45
        let (lower, estimate, upper) = (
            axis.scale.position(panel.lower), axis.scale.position(panel.estimate), axis.scale.position(panel.upper)
        )
        func block(_ share: Double, weight: TextStyle.Weight) -> TextBlock {
            var words = ValueFormat.percent.string(share, decimals: 1)
            if words.hasSuffix(".0") { words.removeLast(2) }
            return context.block(words + "%", weight: weight)
        }
        let inside = block(shares.inside, weight: .semibold)
        // Beside the line of the estimate, where the area is broader, and low enough to lie within it.
        let isRight = upper - estimate >= estimate - lower
        let half = isRight ? estimate...upper : lower...estimate
        if half.upperBound - half.lowerBound > inside.width + gap * 2 {
            let x = isRight ? estimate + gap : estimate - gap - inside.width
            frame.add(inside, x: x, middle: baseline - height * 0.3, colour: context.theme[.ink])
        }
        for (share, isLeft) in [(shares.below, true), (shares.above, false)] {
            let words = block(share, weight: .regular)
            let x = isLeft ? lower - gap - words.width : upper + gap
            guard x >= frame.left, x + words.width <= frame.right else { continue }
            // Above the highest bar below the words.
            let width = axis.scale.end - axis.scale.start
            let domain = axis.scale.domain
            func value(_ x: Double) -> Double {
                domain.lowerBound + (x - axis.scale.start) / width * (domain.upperBound - domain.lowerBound)
            }
            let most = slab.peak(in: value(x)...value(x + words.width)) / slab.peak * height
            frame.add(
                words, x: x, middle: baseline - max(most, em * 0.5) - em * 0.9, colour: context.theme[.muted])
        }
    }

    // MARK: Several small panels

    private func layoutSeveral(_ shown: [Panel], in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let slabs = shown.map { Slab($0.bars) }
        let table = RowTable(
            labels: shown.map(\.label), labelIndent: 0, columns: columns(of: shown, context: context), lanesWidth: 0,
            left: frame.left, right: frame.right, context: context)
        let axis = axis(shown, slabs: slabs, plot: table.plot, context: context)
        frame.y += table.headingsHeight(context: context)
        table.drawHeadings(bottom: frame.y, in: &frame)
        frame.y += em * (table.isStacked ? 0.3 : 0.2)
        // Equal areas are equal probabilities as long as the flattest panel can still be seen.
        let peaks = slabs.map(\.peak)
        let most = peaks.max() ?? 1
        let isShared = !slabs.contains(where: \.hasAtoms) && (peaks.min() ?? 0) * 4 >= most
        let height = em * (shown.count <= 6 ? 3.2 : 2.4)
        let rows = shown.map { panel -> RowTable.Row in
            let label = context.name(panel.label, width: table.labelWidth)
            let top = frame.y
            let words = table.isStacked ? label.height + em * 0.1 : em * 0.3
            let baseline = context.snapped(top + words + max(height, table.isStacked ? 0 : label.height))
            frame.y = baseline + em * (table.isStacked ? 1.3 : 0.95)
            return RowTable.Row(
                label: label, top: top, bottom: frame.y,
                wordsMiddle: table.isStacked
                    ? top + label.height / 2 : baseline - max(em * 0.7, label.height / 2 - em * 0.5),
                marksMiddle: baseline, span: (top + (table.isStacked ? words : 0))...frame.y)
        }
        frame.scene.add(axis.grid(spans: rows.map(\.span), context: context))
        let lines = rows.map { row in
            let y = context.snappedLine(row.marksMiddle)
            return [Point(axis.scale.start, y), Point(axis.scale.end, y)]
        }
        frame.scene.add(
            Shape(geometry: .lines(lines), stroke: context.theme[.grid], strokeWidth: context.theme.hairlineWidth))
        for (index, panel) in shown.enumerated() {
            table.drawWords(of: rows[index], index: index, in: &frame)
            let baseline = rows[index].marksMiddle
            let shapes =
                areas(
                    of: panel, slab: slabs[index], axis: axis, baseline: baseline, height: height,
                    peak: isShared ? most : peaks[index], context: context)
                + mark(of: panel, axis: axis, y: baseline + em * 0.42, radius: 0.8, context: context)
            for shape in shapes { frame.scene.add(shape) }
            let box = Rectangle(
                x: frame.left, y: rows[index].top, width: frame.width, height: rows[index].bottom - rows[index].top)
            frame.addTarget(box, label: "\(panel.label): \(words(of: panel))", link: panel.link)
        }
        frame.y += em * 0.1
        axis.draw(in: &frame, bounds: frame.left...frame.right)
        let kinds = Set(shown.map(\.kind))
        let kind = kinds.count == 1 ? kinds.first ?? "" : ""
        let heights =
            isShared
            ? "equal areas are equal probabilities" : "panels have heights of their own, so compare widths alone"
        frame.addRemark([kind, heights].filter { !$0.isEmpty }.joined(separator: "; "))
    }

    private func columns(of shown: [Panel], context: LayoutContext) -> [RowTable.Column] {
        var columns = [
            RowTable.Column(
                heading: format.unit == .percent ? "%" : "score",
                blocks: shown.map { context.number(format.string($0.estimate, decimals: decimals), weight: .semibold) },
                role: .ink),
            RowTable.Column(
                heading: "interval",
                blocks: shown.map {
                    let words = format.interval(lower: $0.lower, upper: $0.upper, decimals: decimals)
                    return context.number(words, size: \.small)
                }, role: .muted, isAttached: true),
        ]
        if Set(shown.map(\.kind)).count > 1 {
            let blocks = shown.map { context.block($0.kind, size: \.small, width: context.em * 10) }
            columns.append(RowTable.Column(heading: "distribution", blocks: blocks, role: .muted, isOptional: true))
        }
        return columns
    }
}
