extension SizeCurveChart: Chart {
    /// Points over the number of parameters, with a line for each family. Where no size is known, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite or a number of parameters not above 0, or if the width is
    ///   under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        let drawn = points.indices.filter { points[$0].parameters != nil }
        guard !drawn.isEmpty else {
            let reason =
                "The number of parameters is known of no model, so there is no size to draw over. "
                + "Name it in the study file: [[model]] parameters."
            return try NoteChart(text: text, reason: points.isEmpty ? "No model has an estimate here." : reason)
                .layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let families = self.families
        let lined = Set(families.flatMap(\.members))
        frame.addKey(key(families: families, drawn: drawn, context: context))

        // Names stand in a column at the right where the line ends near it, else beside the last point.
        let logs = drawn.compactMap { points[$0].parameters }
        let (least, most) = (logs.min() ?? 1, logs.max() ?? 1)
        func isAtRight(_ index: Int) -> Bool {
            guard most > least, let size = points[index].parameters else { return false }
            return Scale(domain: least...most, start: 0, end: 1, transform: .log).position(size) > 0.9
        }
        let widest = min(em * 11, frame.width * (context.isNarrow ? 0.27 : 0.2))
        func name(_ words: String) -> TextBlock { context.name(words, size: \.small, width: widest) }
        var atRight: [(words: String, index: Int)] = []
        for family in families where isAtRight(family.members.last ?? 0) {
            atRight.append((family.name, family.members.last ?? 0))
        }
        let rightWidth = LineEndNames.width(atRight.map { name($0.words) }, context: context)
        let plot = PlotArea(
            x: AxisSpec(
                values: logs, limits: nil, format: .parameters, title: sizeTitle, transform: .log),
            y: AxisSpec(
                values: drawn.flatMap { index in
                    let measure = points[index].measure
                    return [measure.value, measure.lower ?? measure.value, measure.upper ?? measure.value]
                }, limits: limits, format: .value(format), title: axisTitle, mostTicks: 7),
            bounds: frame.left...(frame.right - rightWidth), top: frame.y,
            height: context.isNarrow ? frame.width * 0.95 : min(em * 36, max(em * 24, frame.width * 0.5)),
            context: context)
        plot.draw(in: &frame)
        let bottom = frame.y

        let isCrowded = drawn.count > 25
        let radius = context.markRadius * (isCrowded ? 0.85 : 1)
        var places: [Int: Point] = [:]
        for index in drawn { places[index] = plot.point(points[index].parameters ?? 1, points[index].measure.value) }
        func place(_ index: Int) -> Point { places[index] ?? Point(0, 0) }
        let whiskers = drawWhiskers(drawn, place: place, plot: plot, isCrowded: isCrowded, in: &frame)
        var lines: [Rectangle] = []
        for family in families {
            let line = family.members.map(place)
            lines += LabelPlacer.boxes(along: line, width: em * 0.12)
            frame.scene.add(
                Shape(
                    geometry: .lines([line]), stroke: context.theme[family.category.role], strokeWidth: em * 0.11,
                    dash: Self.dash(family.category, context: context)))
        }
        for index in drawn {
            let category = points[index].category
            var mark = PointMark.shape(
                category.shape, at: place(index), radius: radius, colour: context.theme[category.role])
            (mark.stroke, mark.strokeWidth) = (context.theme.page, context.theme.lineWidth)
            frame.scene.add(mark)
        }

        var names = LineEndNames(widest: widest)
        for entry in atRight {
            names.add(
                name(entry.words), end: place(entry.index), colour: context.theme[points[entry.index].category.role])
        }
        let leaders = names.draw(
            plotRight: plot.box.right, top: plot.box.y, bottom: plot.box.bottom, radius: radius, in: &frame
        ).flatMap { LabelPlacer.boxes(along: $0, width: 1) }

        let marks = drawn.map { index in
            let centre = place(index)
            return Rectangle(
                x: centre.x - radius * 1.3, y: centre.y - radius * 1.3, width: radius * 2.6, height: radius * 2.6)
        }
        var placer = LabelPlacer(
            obstacles: marks, avoided: lines + whiskers + leaders, points: drawn.map(place),
            bounds: plot.box.inset(by: em * 0.1))
        for family in families where !isAtRight(family.members.last ?? 0) {
            let end = place(family.members.last ?? 0)
            let block = name(family.name)
            guard let label = placer.placeWithLeader(block, at: end, radius: radius * 1.3, gap: em * 0.3) else {
                continue
            }
            frame.addLabel(block, at: label, colour: context.theme[family.category.role], ground: context.theme.page)
        }
        let unnamed = placer.omitted
        for index in outliers(drawn.filter { !lined.contains($0) }, of: drawn, place: place) {
            let block = name(points[index].label)
            guard let label = placer.placeWithLeader(block, at: place(index), radius: radius * 1.3, gap: em * 0.3)
            else {
                continue
            }
            frame.addLabel(block, at: label, ground: context.theme.page)
        }
        for (index, mark) in zip(drawn, marks) {
            frame.addTarget(
                mark, label: "\(points[index].label): \(words(of: points[index]))", link: points[index].link)
        }
        frame.y = bottom
        frame.addNotDrawn(points.filter { $0.parameters == nil }.map(\.label), reason: "size unknown")
        frame.addUnnamed(unnamed, of: families.count, noun: "families")
        return frame.finished()
    }

    private func drawWhiskers(
        _ drawn: [Int], place: (Int) -> Point, plot: PlotArea, isCrowded: Bool, in frame: inout Frame
    ) -> [Rectangle] {
        let theme = frame.context.theme
        var boxes: [Rectangle] = []
        for index in drawn {
            let measure = points[index].measure
            guard let lower = measure.lower, let upper = measure.upper else { continue }
            let x = place(index).x
            let (top, bottom) = (plot.y.scale.position(upper), plot.y.scale.position(lower))
            frame.scene.add(
                IntervalMark.vertical(
                    min(top, bottom)...max(top, bottom), x: x,
                    colour: theme[points[index].category.role].mixed(with: theme.page, share: isCrowded ? 0.65 : 0.4),
                    width: theme.lineWidth))
            boxes += LabelPlacer.boxes(along: [Point(x, top), Point(x, bottom)], width: theme.lineWidth)
        }
        return boxes
    }

    /// Points without a line whose labels are tried: all of few, of many the outermost.
    private func outliers(_ single: [Int], of drawn: [Int], place: (Int) -> Point) -> [Int] {
        let hull = Hull.corners(of: single.map(place)).map { single[$0] }
        let rest = drawn.count <= 20 ? single : []
        var seen: Set<Int> = []
        return (hull + rest).filter { seen.insert($0).inserted }
    }

    static func dash(_ category: Category, context: LayoutContext) -> [Double] {
        switch category.shape {
        case .circle: []
        case .diamond: [context.em * 0.5, context.em * 0.3]
        case .square: [context.em * 0.15, context.em * 0.25]
        }
    }

    private func key(families: [Family], drawn: [Int], context: LayoutContext) -> [KeyEntry] {
        let lined = Set(families.map(\.category))
        var seen: Set<Category> = []
        return drawn.map { points[$0].category }.filter { !$0.name.isEmpty && seen.insert($0).inserted }.map {
            category in
            lined.contains(category) ? .line(category, context: context) : .point(category, context: context)
        }
    }
}

extension KeyEntry {
    /// A point of a kind on a piece of its line.
    static func line(_ category: Category, context: LayoutContext) -> KeyEntry {
        let half = context.em * 1.15
        return KeyEntry(word: category.name, width: half * 2) { scene, centre in
            scene.add(
                Shape(
                    geometry: .lines([[Point(centre.x - half, centre.y), Point(centre.x + half, centre.y)]]),
                    stroke: context.theme[category.role], strokeWidth: context.em * 0.11,
                    dash: SizeCurveChart.dash(category, context: context)))
            var mark = PointMark.shape(
                category.shape, at: centre, radius: context.markRadius, colour: context.theme[category.role])
            (mark.stroke, mark.strokeWidth) = (context.theme.page, context.theme.lineWidth)
            scene.add(mark)
        }
    }
}
