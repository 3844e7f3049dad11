extension CalibrationChart: Chart {
    /// Accuracy over confidence, with the curve over coverage where there are two points of it. Where all bins are
    /// empty, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard bins.contains(where: { $0.count > 0 }) else {
            return try NoteChart(
                text: text,
                reason: "The log states no confidence beside its answers, so there is nothing to hold against accuracy."
            ).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let gap = em * 2.2
        // One point is no curve.
        let hasCurve = coverage.count > 1
        let hasRight = hasCurve || !scores.isEmpty
        // A column of a paper is wide enough for two plots, a telephone is not.
        let isSide = context.widthInEms >= 34 && hasRight
        let areScoresBelow = !isSide || context.isNarrow
        // The square takes half of the page, and on wide pages no more than is read at a glance.
        let side = isSide ? min((frame.width - gap) * 0.5, em * 33) : min(frame.width, em * 38)
        let top = frame.y
        let left = frame.left...(frame.left + side)
        let area = drawReliability(bounds: left, in: &frame)
        guard hasRight else { return frame.finished() }
        let bottom = frame.y
        if isSide {
            frame.y = top
            let bounds = (left.upperBound + gap)...frame.right
            if hasCurve { drawCoverage(bounds: bounds, height: area.height, in: &frame) }
            if !areScoresBelow {
                frame.y += hasCurve ? em * 0.9 : em * 1.5
                drawScores(bounds: bounds, in: &frame)
            }
            frame.y = max(frame.y, bottom)
        } else if hasCurve {
            frame.y += em * 1.2
            drawCoverage(bounds: frame.left...(frame.left + side), height: area.height * 0.72, in: &frame)
        }
        if areScoresBelow, !scores.isEmpty {
            frame.y += em * 0.9
            drawScores(bounds: frame.left...frame.right, in: &frame)
        }
        return frame.finished()
    }

    // MARK: Reliability

    /// Draws dots over the diagonal and the histogram below, and returns the box of the upper plot.
    private func drawReliability(bounds: ClosedRange<Double>, in frame: inout Frame) -> Rectangle {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        let spec = AxisSpec(values: [0, 1], limits: 0...1, format: .value(format), title: "stated confidence")
        var vertical = spec
        vertical.title = accuracyTitle
        let area = PlotArea(x: spec, y: vertical, bounds: bounds, top: frame.y, height: nil, context: context)
        let histogramTop = area.box.bottom + em * 1.5
        let histogramHeight = em * 3.6
        let floor = context.snapped(histogramTop + histogramHeight)
        area.draw(in: &frame, axisTop: floor)
        let below = frame.y

        let ends = [area.point(0, 0), area.point(1, 1)]
        frame.scene.add(LineLabels.line([ends], context: context))
        let drawn = bins.filter { $0.count > 0 }
        let colour = theme[.general]
        let most = Double(drawn.map(\.count).max() ?? 1)
        // In a small plot large marks would hide their intervals.
        let largest = context.markRadius * (area.box.width < em * 18 ? 0.95 : 1.5)
        var obstacles: [Rectangle] = []
        for bin in drawn {
            let centre = area.point(bin.confidence, bin.accuracy)
            let radius = largest * (0.5 + 0.5 * (Double(bin.count) / most).squareRoot())
            if let lower = bin.lower, let upper = bin.upper {
                let (low, high) = (area.y.scale.position(lower), area.y.scale.position(upper))
                frame.scene.add(
                    IntervalMark.vertical(
                        min(low, high)...max(low, high), x: centre.x, colour: colour, width: em * 0.14))
                obstacles.append(
                    Rectangle(x: centre.x - em * 0.1, y: min(low, high), width: em * 0.2, height: abs(low - high)))
            }
            var mark = PointMark.shape(.circle, at: centre, radius: radius, colour: colour)
            (mark.stroke, mark.strokeWidth) = (theme.page, theme.lineWidth)
            frame.scene.add(mark)
            obstacles.append(
                Rectangle(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius))
        }
        drawSides(area: area, obstacles: obstacles, in: &frame)
        drawHistogram(drawn, area: area, left: bounds.lowerBound, top: histogramTop, floor: floor, in: &frame)
        for bin in drawn {
            let (first, last) = (
                area.x.scale.position(bin.range.lowerBound), area.x.scale.position(bin.range.upperBound)
            )
            let box = Rectangle(x: first, y: area.box.y, width: last - first, height: floor - area.box.y)
            frame.addTarget(box, label: words(of: bin), link: bin.link)
        }
        frame.y = below
        return area.box
    }

    /// Says what both sides of the diagonal mean, in their corners where nothing stands there.
    private func drawSides(area: PlotArea, obstacles: [Rectangle], in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        for (name, isAbove) in [("overconfident", false), ("underconfident", true)] {
            let block = context.block(name, size: \.small, weight: .medium)
            let inset = em * 0.8
            let box = Rectangle(
                x: isAbove ? area.box.x + inset : area.box.right - inset - block.width,
                y: isAbove ? area.box.y + inset : area.box.bottom - inset - block.height, width: block.width,
                height: block.height)
            guard !obstacles.contains(where: { $0.overlaps(box.inset(by: -em * 0.3)) }) else { continue }
            frame.scene.add(
                Shape(geometry: .rectangle(box.inset(by: -em * 0.1), radius: 0), fill: context.theme.page))
            frame.scene.add(PlacedText(block: block, x: box.x, y: box.y, colour: context.theme[.muted]))
        }
    }

    private func drawHistogram(
        _ drawn: [Bin], area: PlotArea, left: Double, top: Double, floor: Double, in frame: inout Frame
    ) {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        frame.scene.add(area.x.grid(spans: [top...floor], context: context))
        let most = Double(drawn.map(\.count).max() ?? 1)
        let heading = context.block("items", size: \.small)
        frame.add(heading, x: left, middle: top - em * 0.15 - heading.height / 2, colour: theme[.muted])
        // The highest bar says its count, which gives the scale.
        var isScaleSaid = false
        for bin in drawn {
            let start = context.snapped(area.x.scale.position(bin.range.lowerBound))
            let end = context.snapped(area.x.scale.position(bin.range.upperBound))
            let height = max(theme.lineWidth, (floor - top) * Double(bin.count) / most)
            let box = Rectangle(
                x: start, y: floor - height, width: max(theme.lineWidth, end - start - theme.lineWidth), height: height)
            frame.scene.add(
                Shape(
                    geometry: .rectangle(box, radius: 0),
                    fill: theme[.general].mixed(with: theme.page, share: theme.isDark ? 0.5 : 0.55)))
            guard !isScaleSaid, Double(bin.count) == most else { continue }
            isScaleSaid = true
            let count = context.number(ValueFormat.count(bin.count), size: \.small)
            let least = max(area.box.x, left + heading.width + em * 0.5) + count.width / 2
            let x = min(max(box.centre.x, least), area.box.right - count.width / 2)
            frame.add(count, x: x, middle: box.y - em * 0.15 - count.height / 2, anchor: .middle, colour: theme[.muted])
        }
    }

    // MARK: Coverage

    private func drawCoverage(bounds: ClosedRange<Double>, height: Double, in frame: inout Frame) {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        let values = coverage.flatMap { [$0.accuracy, $0.lower ?? $0.accuracy, $0.upper ?? $0.accuracy] }
        let area = PlotArea(
            x: AxisSpec(
                values: [0, 1], limits: 0...1, format: .value(format), title: "coverage: items answered, surest first"),
            y: AxisSpec(
                values: values, limits: 0...1, format: .value(format), title: "\(accuracyTitle) of those answered"),
            bounds: bounds, top: frame.y, height: height, context: context)
        area.draw(in: &frame)
        let points = coverage.sorted { $0.coverage < $1.coverage }
        let banded = points.filter { $0.lower != nil && $0.upper != nil }
        if banded.count > 1 {
            frame.scene.add(
                IntervalMark.band(
                    lower: banded.map { area.point($0.coverage, $0.lower ?? $0.accuracy) },
                    upper: banded.map { area.point($0.coverage, $0.upper ?? $0.accuracy) },
                    colour: theme[.general].mixed(with: theme.page, share: theme.isDark ? 0.68 : 0.8)))
        }
        let line = points.map { area.point($0.coverage, $0.accuracy) }
        if line.count > 1 {
            frame.scene.add(Shape(geometry: .lines([line]), stroke: theme[.general], strokeWidth: em * 0.15))
        }
        // All items at the right end: what the model reaches without leaving anything out.
        guard let last = points.last, let end = line.last else { return }
        frame.scene.add(PointMark.shape(.circle, at: end, radius: context.markRadius, colour: theme[.general]))
        for (point, place) in zip(points, line).filter({ Self.isTenth($0.0.coverage) || $0.0 == last }) {
            let box = Rectangle(x: place.x - em * 0.5, y: place.y - em * 0.5, width: em, height: em)
            frame.addTarget(
                box,
                label: "coverage \(format.estimate(point.coverage)): \(accuracyTitle) "
                    + words(value: point.accuracy, lower: point.lower, upper: point.upper), link: nil)
        }
    }

    /// Whether a coverage lies near a multiple of a tenth; more targets than that could not be hit.
    private static func isTenth(_ coverage: Double) -> Bool {
        abs(coverage * 10 - (coverage * 10).rounded()) < 1e-6
    }

    // MARK: Scores

    /// Sets names at the left and values with their intervals at the right.
    private func drawScores(bounds: ClosedRange<Double>, in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        for score in scores {
            let decimals = score.format.decimals(halfWidth: ValueFormat.halfWidth(score.lower, score.upper))
            let value = context.number(score.format.stringWithUnit(score.value, decimals: decimals), weight: .semibold)
            let interval = ValueFormat.halfWidth(score.lower, score.upper).map { _ in
                context.number(
                    score.format.interval(
                        lower: score.lower ?? score.value, upper: score.upper ?? score.value, decimals: decimals),
                    size: \.small)
            }
            let right = min(bounds.upperBound, bounds.lowerBound + em * 37)
            let valueRight = right - (interval.map { $0.width + em * 0.6 } ?? 0)
            let name = context.name(
                score.name, width: max(em * 4, valueRight - value.width - em * 0.8 - bounds.lowerBound))
            let height = max(em * 1.8, name.height + em * 0.4)
            let middle = frame.y + height / 2
            frame.add(name, x: bounds.lowerBound, middle: middle, colour: context.theme[.ink])
            frame.add(value, x: valueRight, middle: middle, anchor: .end, colour: context.theme[.ink])
            if let interval {
                frame.add(interval, x: right, middle: middle, anchor: .end, colour: context.theme[.muted])
            }
            let box = Rectangle(x: bounds.lowerBound, y: frame.y, width: right - bounds.lowerBound, height: height)
            frame.addTarget(box, label: "\(score.name): \(words(of: score))", link: nil)
            frame.y += height
        }
    }
}
