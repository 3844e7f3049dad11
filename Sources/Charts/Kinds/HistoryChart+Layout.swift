extension HistoryChart: Chart {
    /// A line for each lineage. Where no release has a place across, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, a day not within the years 1 to 9999, or a change point
    ///   outside of the history, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        let placed = self.placed
        guard !placed.isEmpty else {
            let reason =
                lineages.allSatisfy(\.releases.isEmpty)
                ? "No release has an estimate here, so there is no history to draw."
                : "No release has a date, so there is no time to draw over."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let radius = context.markRadius * (placed.count > 25 ? 0.9 : 1.1)

        // Names right of the plot: lineages whose last release is near its right end, and the threshold.
        let xs = placed.map(\.x)
        let (least, most) = (xs.min() ?? 0, xs.max() ?? 1)
        let lasts = lineages.indices.compactMap { index in placed.last { $0.lineage == index } }
        let widest = min(em * 11, frame.width * (context.isNarrow ? 0.27 : 0.2))
        func name(_ words: String) -> TextBlock { context.name(words, size: \.small, width: widest) }
        let named = lasts.filter { !lineages[$0.lineage].name.isEmpty }
        let isAtRight = { (last: Placed) in most > least && last.x >= least + (most - least) * 0.88 }
        let atRight = named.filter(isAtRight)
        let thresholdName = threshold.map { name($0.label) }
        let rightWidth = LineEndNames.width(
            atRight.map { name(lineages[$0.lineage].name) } + [thresholdName].compactMap(\.self), context: context)
        let bounds = frame.left...(frame.right - rightWidth)

        let margin = axis == .order ? 0.5 : 0
        let xSpec = AxisSpec(
            values: [least - margin, most + margin] + changePoints.map(\.position), limits: nil,
            format: axis == .days ? .date : .count,
            title: axis == .days ? "date of release" : "release", fixedTicks: axis == .days ? nil : [least, most])
        let ySpec = AxisSpec(
            values: placed.flatMap { place in
                let measure = place.release.measure
                return [measure.value, measure.lower ?? measure.value, measure.upper ?? measure.value]
            } + [threshold?.value].compactMap(\.self), limits: limits, format: .value(format), title: axisTitle,
            mostTicks: 7)
        let height = context.isNarrow ? frame.width * 0.9 : min(em * 34, max(em * 22, frame.width * 0.48))

        // The height of the words above the plot is known only once their lines are placed, and the key stands above.
        let positions = PlotArea(x: xSpec, y: ySpec, bounds: bounds, top: 0, height: height, context: context)
        let lines = changePoints.map { (position: positions.x.scale.position($0.position), word: $0.words) }
        let above =
            changePoints.isEmpty
            ? nil : LineLabels(lines: lines, bounds: positions.box.x...positions.box.right, context: context)
        frame.addKey(key(placed, hasLines: above == nil, radius: radius, context: context))
        let labelTop = frame.y
        // The labels of the lines stand between the name of the axis and the plot.
        let plot = PlotArea(
            x: xSpec, y: ySpec, bounds: bounds, top: labelTop, height: height, headroom: above?.height ?? 0,
            context: context)
        if axis == .days {
            plot.draw(in: &frame)
        } else {
            plot.drawWithoutHorizontalAxis(in: &frame)
            drawOrderAxis(plot, in: &frame)
        }
        let bottom = frame.y
        if let above {
            above.draw(bottom: plot.box.y, spans: [plot.box.y...plot.box.bottom], isFaint: true, in: &frame)
        } else if !lines.isEmpty {
            let pieces = lines.map { line in
                let x = context.snappedLine(line.position)
                return [Point(x, plot.box.y), Point(x, plot.box.bottom)]
            }
            frame.scene.add(LineLabels.faintLine(pieces, context: context))
        }
        drawThreshold(plot, in: &frame)

        let points = placed.map { plot.point($0.x, $0.release.measure.value) }
        let avoided =
            drawLines(placed, points: points, plot: plot, in: &frame)
            + lines.map { Rectangle(x: $0.position - 1, y: plot.box.y, width: 2, height: plot.box.height) }
        for (place, point) in zip(placed, points) {
            frame.scene.add(mark(place, at: point, radius: radius, context: context))
        }

        var names = LineEndNames(widest: widest)
        for last in atRight {
            let lineage = lineages[last.lineage]
            names.add(
                name(lineage.name), end: plot.point(last.x, last.release.measure.value),
                colour: context.theme[lineage.category.role])
        }
        if let threshold, let thresholdName {
            names.add(
                thresholdName, end: Point(plot.box.right, plot.y.scale.position(threshold.value)),
                colour: context.theme[.ink])
        }
        let leaders = names.draw(
            plotRight: plot.box.right, top: plot.box.y, bottom: plot.box.bottom, radius: radius, in: &frame
        ).flatMap { LabelPlacer.boxes(along: $0, width: 1) }

        let marks = points.map { point in
            let half = radius * 1.3
            return Rectangle(x: point.x - half, y: point.y - half, width: half * 2, height: half * 2)
        }
        var placer = LabelPlacer(
            obstacles: marks, avoided: avoided + leaders, points: points, bounds: plot.box.inset(by: em * 0.1))
        for last in named where !isAtRight(last) {
            let lineage = lineages[last.lineage]
            let block = name(lineage.name)
            let end = plot.point(last.x, last.release.measure.value)
            guard let label = placer.placeWithLeader(block, at: end, radius: radius * 1.3, gap: em * 0.3) else {
                continue
            }
            frame.addLabel(block, at: label, colour: context.theme[lineage.category.role], ground: context.theme.page)
        }
        let unnamed = placer.omitted
        if axis == .days {
            for index in labelled(placed) {
                let block = context.name(placed[index].release.label, size: \.small, width: em * 9)
                guard let label = placer.placeWithLeader(block, at: points[index], radius: radius * 1.3, gap: em * 0.3)
                else { continue }
                frame.addLabel(block, at: label, colour: context.theme[.muted], ground: context.theme.page)
            }
        }
        for (place, mark) in zip(placed, marks) {
            let prefix = lineages[place.lineage].name.isEmpty ? "" : "\(lineages[place.lineage].name), "
            frame.addTarget(
                mark, label: "\(prefix)\(place.release.label): \(words(of: place.release))", link: place.release.link)
        }
        frame.y = bottom
        addUndated(in: &frame)
        frame.addUnnamed(unnamed, of: named.count, noun: "lineages")
        return frame.finished()
    }

    /// Releases whose labels are tried: those that a change tells apart first; of many only these and the last ones.
    private func labelled(_ placed: [Placed]) -> [Int] {
        let lasts = lineages.indices.compactMap { index in placed.lastIndex { $0.lineage == index } }
        let firsts = lineages.indices.compactMap { index in placed.firstIndex { $0.lineage == index } }
        let apart = placed.indices.filter { placed[$0].release.change == .apart }
        var seen: Set<Int> = []
        let all =
            placed.count <= 24
            ? lasts + apart + firsts + Array(placed.indices) : placed.count <= 40 ? lasts + apart : lasts
        return all.filter { seen.insert($0).inserted }
    }

    /// Whiskers and lines; returns where they lie.
    private func drawLines(
        _ placed: [Placed], points: [Point], plot: PlotArea, in frame: inout Frame
    ) -> [Rectangle] {
        let context = frame.context
        let theme = context.theme
        var boxes: [Rectangle] = []
        for (place, point) in zip(placed, points) {
            guard let lower = place.release.measure.lower, let upper = place.release.measure.upper else { continue }
            let ends = [plot.y.scale.position(upper), plot.y.scale.position(lower)].sorted()
            let share = placed.count > 25 ? 0.6 : 0.35
            frame.scene.add(
                IntervalMark.vertical(
                    ends[0]...ends[1], x: point.x,
                    colour: theme[lineages[place.lineage].category.role].mixed(with: theme.page, share: share),
                    width: placed.count > 25 ? theme.lineWidth : context.em * 0.12))
            boxes += LabelPlacer.boxes(
                along: [Point(point.x, ends[0]), Point(point.x, ends[1])], width: context.em * 0.12)
        }
        for (index, lineage) in lineages.enumerated() {
            let line = zip(placed, points).filter { $0.0.lineage == index }.map(\.1)
            guard line.count > 1 else { continue }
            boxes += LabelPlacer.boxes(along: line, width: context.em * 0.12)
            frame.scene.add(
                Shape(
                    geometry: .lines([line]), stroke: theme[lineage.category.role], strokeWidth: context.em * 0.11,
                    dash: SizeCurveChart.dash(lineage.category, context: context)))
        }
        return boxes
    }

    private func mark(_ place: Placed, at point: Point, radius: Double, context: LayoutContext) -> Shape {
        let category = lineages[place.lineage].category
        return Self.mark(
            category, isFilled: place.release.change == .apart, at: point, radius: radius, context: context)
    }

    static func mark(
        _ category: Category, isFilled: Bool, at point: Point, radius: Double, context: LayoutContext
    ) -> Shape {
        let theme = context.theme
        guard isFilled else {
            return PointMark.shape(
                category.shape, at: point, radius: radius, colour: theme[category.role], hollow: theme.page,
                strokeWidth: context.em * 0.13)
        }
        return PointMark.shape(category.shape, at: point, radius: radius, colour: theme[category.role])
    }

    private func drawThreshold(_ plot: PlotArea, in frame: inout Frame) {
        guard let threshold else { return }
        let y = frame.context.snappedLine(plot.y.scale.position(threshold.value))
        frame.scene.add(
            LineLabels.line([[Point(plot.box.x, y), Point(plot.box.right, y)]], context: frame.context))
    }
}
