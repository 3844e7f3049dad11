extension PowerCurveChart: Chart {
    /// A curve for each difference, with the number of items where it reaches the aim. Where no curve has two points,
    /// a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite or a number of items not above 0, or if the width is under
    ///   16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard curves.contains(where: { $0.points.count > 1 }) else {
            let reason = "No power was computed over a range of items, so there is no curve to draw."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let shown = Array(curves.prefix(Self.mostCurves))
        let styles = shown.indices.map { LineStyle(index: $0, count: shown.count, role: .general, context: context) }
        // Curves that do not come up to the aim are named at their ends, the others above the place where they do.
        let items = shown.flatMap { $0.points.map(\.items) }
        let range = (items.min() ?? 1)...(items.max() ?? 1)
        let isReached = shown.map { $0.itemsNeeded.map { range.contains(Double($0)) } ?? false }
        let endBlocks = shown.indices.map { index in
            isReached[index] ? nil : context.name(shown[index].label, size: \.small, width: em * 8)
        }
        let endWidth = endBlocks.compactMap { $0?.width }.max()
        let right = frame.right - (endWidth.map { $0 + em * 0.8 } ?? 0)
        let height = em * min(24, max(16, context.widthInEms * 0.38))
        func plotArea(headroom: Double) -> PlotArea {
            PlotArea(
                x: AxisSpec(
                    values: items + (presentItems.map { [Double($0)] } ?? []), format: .count, title: axisTitle,
                    transform: .log, hasMargin: false),
                y: AxisSpec(
                    values: [0, 1], limits: 0...1, format: .value(.percent), title: "power", hasMargin: false),
                bounds: frame.left...right, top: frame.y, height: height, headroom: headroom, context: context)
        }
        let first = plotArea(headroom: 0)
        let labels = lineLabels(
            shown: shown, isReached: isReached, plot: first, bounds: frame.left...frame.right, context: context)
        frame.addKey(signs(shown: shown, isReached: isReached, context: context))
        if labels == nil {
            frame.addKey(
                shown.indices.filter { isReached[$0] }.map {
                    .line("\(shown[$0].label): \(needed(shown[$0]))", style: styles[$0], context: context)
                } + (presentWords.map { [.thresholdLine($0, isShort: false, context: context)] } ?? []))
        }
        let titleRight = frame.left + context.block("power, %", size: \.small).width
        let isBeside = (labels?.left ?? frame.right) > titleRight + em
        let titleHeight = context.lineHeight(\.small) + em * 0.45
        let rest = (labels?.height ?? 0) - (isBeside ? titleHeight : 0)
        let plot = plotArea(headroom: max(0, rest))
        plot.draw(in: &frame)
        let axisBottom = frame.y
        let reached = zip(shown, isReached).filter(\.1).compactMap { curve, _ in curve.itemsNeeded.map(Double.init) }
        drawTarget(plot: plot, lines: reached.map(plot.x.scale.position), in: &frame)
        let aim = plot.y.scale.position(target)
        if let labels = lineLabels(
            shown: shown, isReached: isReached, plot: plot, bounds: frame.left...frame.right, context: context)
        {
            labels.draw(bottom: plot.box.y - em * 0.2, spans: [plot.box.y...plot.box.bottom], in: &frame)
        } else if let presentItems {
            let x = context.snappedLine(plot.x.scale.position(Double(presentItems)))
            frame.scene.add(LineLabels.line([[Point(x, plot.box.y), Point(x, plot.box.bottom)]], context: context))
        }
        for (curve, style) in zip(shown, styles).reversed() {
            let points = curve.points.map { plot.point($0.items, $0.power) }
            guard points.count > 1 else { continue }
            frame.scene.add(
                Shape(geometry: .lines([points]), stroke: style.colour, strokeWidth: style.width, dash: style.dash))
        }
        for (index, curve) in shown.enumerated() {
            let colour = styles[index].colour
            if let presentItems, let power = curve.presentPower {
                let centre = plot.point(Double(presentItems), power)
                frame.scene.add(
                    PointMark.shape(
                        .circle, at: centre, radius: context.markRadius * 0.8, colour: colour,
                        hollow: context.theme.page, strokeWidth: em * 0.13))
                addTarget(at: centre, curve: curve, in: &frame)
            }
            guard isReached[index], let needed = curve.itemsNeeded else { continue }
            let centre = Point(plot.x.scale.position(Double(needed)), aim)
            frame.scene.add(PointMark.shape(.circle, at: centre, radius: context.markRadius, colour: colour))
            addTarget(at: centre, curve: curve, in: &frame)
        }
        drawEnds(endBlocks, curves: shown, styles: styles, plot: plot, in: &frame)
        frame.y = axisBottom
        if curves.count > shown.count {
            let more = curves.count - shown.count
            frame.addRemark("\(more) more \(more == 1 ? "difference stands" : "differences stand") in the table.")
        }
        return frame.finished()
    }

    private func needed(_ curve: Curve) -> String { ValueFormat.count(curve.itemsNeeded ?? 0) }

    private var presentWords: String? { presentItems.map { "\(presentLabel): \(ValueFormat.count($0))" } }

    /// What the two marks on the curves mean.
    private func signs(shown: [Curve], isReached: [Bool], context: LayoutContext) -> [KeyEntry] {
        let (radius, theme) = (context.markRadius, context.theme)
        var entries: [KeyEntry] = []
        if isReached.contains(true) {
            let words = "items needed for \(ValueFormat.percent.exact(target)) power"
            entries.append(
                KeyEntry(word: words, width: radius * 2) { scene, centre in
                    scene.add(PointMark.shape(.circle, at: centre, radius: radius, colour: theme[.general]))
                })
        }
        if presentItems != nil, shown.contains(where: { $0.presentPower != nil }) {
            entries.append(
                KeyEntry(word: "power with the \(presentLabel) items", width: radius * 2) { scene, centre in
                    scene.add(
                        PointMark.shape(
                            .circle, at: centre, radius: radius * 0.8, colour: theme[.general], hollow: theme.page,
                            strokeWidth: context.em * 0.13))
                })
        }
        return entries
    }

    /// The words above the curves' dots and above the present number of items; the longest that fit.
    private func lineLabels(
        shown: [Curve], isReached: [Bool], plot: PlotArea, bounds: ClosedRange<Double>, context: LayoutContext
    ) -> LineLabels? {
        [" items", ""].lazy.compactMap { unit in
            let lines = zip(shown, isReached).filter(\.1).map { curve, _ in
                LineLabels.Line(
                    position: plot.x.scale.position(Double(curve.itemsNeeded ?? 1)),
                    word: "\(curve.label): \(needed(curve))\(unit)", isFaint: true,
                    end: plot.y.scale.position(target))
            }
            let present = presentWords.map {
                LineLabels.Line(position: plot.x.scale.position(Double(presentItems ?? 1)), word: $0 + unit)
            }
            return LineLabels(lines + (present.map { [$0] } ?? []), bounds: bounds, context: context)
        }.first
    }

    /// The line at the power wished for, with its words where no curve and no line crosses them.
    private func drawTarget(plot: PlotArea, lines: [Double], in frame: inout Frame) {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        let y = context.snappedLine(plot.y.scale.position(target))
        frame.scene.add(
            Shape(
                geometry: .lines([[Point(plot.box.x, y), Point(plot.box.right, y)]]), stroke: theme[.axis],
                strokeWidth: theme.lineWidth))
        let block = context.block("\(ValueFormat.percent.exact(target)) power", size: \.small)
        let vertical = lines + (presentItems.map { [plot.x.scale.position(Double($0))] } ?? [])
        let marks = curves.flatMap { curve in curve.points.map { plot.point($0.items, $0.power) } }
        for x in [plot.box.x + em * 0.4, plot.box.right - block.width - em * 0.4] {
            for top in [y - block.height - em * 0.1, y + em * 0.1] {
                let box = Rectangle(x: x - em * 0.3, y: top, width: block.width + em * 0.6, height: block.height)
                // Between the points of a curve lie straight pieces, so a little more room is kept.
                let wide = box.inset(by: -em * 0.9)
                let isFree =
                    !marks.contains { wide.contains(Rectangle(x: $0.x, y: $0.y, width: 0, height: 0)) }
                    && !vertical.contains { $0 > box.x - em * 0.4 && $0 < box.right + em * 0.4 }
                guard isFree else { continue }
                frame.scene.add(PlacedText(block: block, x: x, y: top, colour: theme[.muted]))
                return
            }
        }
    }

    private func drawEnds(
        _ blocks: [TextBlock?], curves: [Curve], styles: [LineStyle], plot: PlotArea, in frame: inout Frame
    ) {
        let em = frame.context.em
        let named = blocks.indices.filter { blocks[$0] != nil && !curves[$0].points.isEmpty }
        let ends = named.map { index in
            let last = curves[index].points[curves[index].points.count - 1]
            return plot.point(last.items, last.power)
        }
        let heights = named.map { (blocks[$0]?.height ?? 0) + em * 0.1 }
        let middles = EndLabels.middles(wishes: ends.map(\.y), heights: heights, bounds: plot.box.y...plot.box.bottom)
        for (place, index) in named.enumerated() {
            guard let block = blocks[index] else { continue }
            let leader = [
                Point(ends[place].x + em * 0.1, ends[place].y), Point(plot.box.right + em * 0.6, middles[place]),
            ]
            frame.scene.add(
                Shape(
                    geometry: .lines([leader]), stroke: frame.context.theme[.axis],
                    strokeWidth: frame.context.theme.hairlineWidth))
            frame.add(block, x: plot.box.right + em * 0.8, middle: middles[place], colour: frame.context.theme[.ink])
            addTarget(
                at: Point(plot.box.right + em * 0.8 + block.width / 2, middles[place]), curve: curves[index],
                in: &frame)
        }
    }

    private func addTarget(at centre: Point, curve: Curve, in frame: inout Frame) {
        let radius = frame.context.em * 0.8
        frame.addTarget(
            Rectangle(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius),
            label: "\(curve.label): \(words(of: curve))", link: curve.link)
    }

    private func validate() throws {
        try ChartProblem.requireFinite(target, "target")
        for (index, curve) in curves.enumerated() {
            try ChartProblem.requireFinite(curve.presentPower, "curves[\(index)].presentPower")
            for (place, point) in curve.points.enumerated() {
                try ChartProblem.requireFinite(point.power, "curves[\(index)].points[\(place)].power")
                guard point.items.isFinite, point.items > 0 else {
                    throw ChartProblem(
                        field: "curves[\(index)].points[\(place)].items", expected: "a finite number above 0",
                        found: "\(point.items)", remedy: "Leave the point out: the axis is logarithmic.")
                }
            }
        }
    }
}
