extension GapScatterChart: Chart {
    /// A square with the diagonal, and the greatest and least differences beside or below it. Where there are no
    /// points, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard !points.isEmpty else {
            let reason = "No model has both \(xName) and \(yName) items, so there is no \(differenceName) to draw."
            return try NoteChart(text: text, reason: reason).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        frame.addKey(
            KeyEntry.points(points.map(\.category), context: context) + (hasCrosses ? [crossKey(context: context)] : [])
        )
        let top = frame.y
        let isBeside = context.widthInEms >= 46
        // The list beside the square keeps room for a name, the difference and its interval.
        let gutter = em * 2.2
        let listWidth = frame.width >= em * 72 ? em * 34 : max(em * 19, frame.width * 0.4)
        let side = isBeside ? min(em * 43, frame.width - listWidth - gutter) : frame.width
        let values = points.flatMap { point in
            [point.x, point.y].flatMap { [$0.value, $0.lower ?? $0.value, $0.upper ?? $0.value] }
        }
        let spec = AxisSpec(
            values: values, limits: limits, format: .value(format), title: "\(xName) \(axisTitle)")
        let plot = PlotArea(
            square: spec, yTitle: "\(yName) \(axisTitle)", bounds: frame.left...(frame.left + side), top: top,
            context: context)
        draw(plot, in: &frame)
        let plotBottom = frame.y

        var list = self.list(in: context)
        let rowHeight = RankedList.rowHeight(context: context)
        let head = RankedList.headHeight(context: context)
        if isBeside {
            let most = max(5, Int((plot.box.bottom - plot.box.y - head) / rowHeight))
            let left = frame.left + side + gutter
            let right = min(frame.right, left + em * 40)
            list.roomForRow = (plot.box.bottom - plot.box.y - head) / Double(max(1, points.count))
            let end = list.draw(left: left, right: right, top: top, most: most, in: &frame)
            frame.y = max(plotBottom, end)
        } else {
            frame.y += em * 1.1
            let most = points.count <= 8 ? 8 : 7
            frame.y = list.draw(left: frame.left, right: frame.right, top: frame.y, most: most, in: &frame)
        }
        if hasGapIntervals, !hasCrosses {
            frame.addRemark("The intervals are those of the \(differenceName); the points are drawn without.")
        }
        return frame.finished()
    }

    private func list(in context: LayoutContext) -> RankedList {
        let order = byDifference
        let decimals = format.decimals(
            halfWidths: points.compactMap { ValueFormat.halfWidth($0.gap.lower, $0.gap.upper) })
        let unit = format.unit == .percent ? ", percentage points" : ""
        return RankedList(
            title: "\(differenceName)\(unit), greatest first", headings: [xName, yName, differenceName],
            detailHeading: hasGapIntervals ? "interval" : "",
            rows: order.map { index in
                let point = points[index]
                var detail = ""
                if let lower = point.gap.lower, let upper = point.gap.upper {
                    detail = format.interval(lower: lower, upper: upper, decimals: decimals)
                }
                return RankedList.Row(
                    label: point.label, category: point.category,
                    cells: [
                        format.string(point.x.value, decimals: decimals),
                        format.string(point.y.value, decimals: decimals),
                        format.signedString(point.gap.value, decimals: decimals),
                    ], detail: detail)
            })
    }

    /// Whether a point has an interval in either direction.
    private var hasCrosses: Bool {
        points.contains { $0.x.lower != nil && $0.x.upper != nil || $0.y.lower != nil && $0.y.upper != nil }
    }

    private var hasGapIntervals: Bool { points.contains { $0.gap.lower != nil && $0.gap.upper != nil } }

    private func crossKey(context: LayoutContext) -> KeyEntry {
        let arm = context.em * 0.6
        return KeyEntry(word: "interval of each", width: arm * 2) { scene, centre in
            let lines = [
                [Point(centre.x - arm, centre.y), Point(centre.x + arm, centre.y)],
                [Point(centre.x, centre.y - arm), Point(centre.x, centre.y + arm)],
            ]
            scene.add(
                Shape(
                    geometry: .lines(lines), stroke: context.theme[.muted], strokeWidth: context.theme.lineWidth))
        }
    }

    /// Square, diagonal, crosses, points and labels.
    private func draw(_ plot: PlotArea, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        let em = context.em
        let box = plot.box
        // The side on which the second is lower.
        let corner = [Point(box.x, box.bottom), Point(box.right, box.y), Point(box.right, box.bottom)]
        frame.scene.add(
            Shape(
                geometry: .polygon(corner),
                fill: theme.page.mixed(with: theme[.axis], share: theme.isDark ? 0.09 : 0.08)))
        plot.draw(in: &frame)
        frame.scene.add(
            Shape(
                geometry: .lines([[Point(box.x, box.bottom), Point(box.right, box.y)]]),
                stroke: theme[.ink].mixed(with: theme.page, share: 0.3), strokeWidth: theme.lineWidth))

        let isCrowded = points.count > 25
        let radius = context.markRadius * (isCrowded ? 0.85 : 1)
        let places = points.map { plot.point($0.x.value, $0.y.value) }
        var crosses: [Rectangle] = []
        for (point, place) in zip(points, places) {
            let colour = theme[point.category.role].mixed(with: theme.page, share: isCrowded ? 0.72 : 0.4)
            var lines: [[Point]] = []
            if let lower = point.x.lower, let upper = point.x.upper {
                lines.append([
                    Point(plot.x.scale.position(lower), place.y), Point(plot.x.scale.position(upper), place.y),
                ])
            }
            if let lower = point.y.lower, let upper = point.y.upper {
                lines.append([
                    Point(place.x, plot.y.scale.position(lower)), Point(place.x, plot.y.scale.position(upper)),
                ])
            }
            guard !lines.isEmpty else { continue }
            frame.scene.add(Shape(geometry: .lines(lines), stroke: colour, strokeWidth: theme.lineWidth))
            crosses += lines.flatMap { LabelPlacer.boxes(along: $0, width: theme.lineWidth) }
        }
        let marks = places.map {
            Rectangle(x: $0.x - radius * 1.3, y: $0.y - radius * 1.3, width: radius * 2.6, height: radius * 2.6)
        }
        let diagonal = LabelPlacer.boxes(along: [Point(box.x, box.bottom), Point(box.right, box.y)], width: em * 0.3)
        var obstacles = marks + diagonal
        for (words, role) in sideWords(plot, marks: marks, lines: crosses, context: context) {
            obstacles.append(words.box)
            frame.scene.add(PlacedText(block: words.block, x: words.x, y: words.y, colour: theme[role]))
        }
        for (point, place) in zip(points, places) {
            var mark = PointMark.shape(
                point.category.shape, at: place, radius: radius, colour: theme[point.category.role])
            // A thin rim keeps marks apart that lie on each other.
            (mark.stroke, mark.strokeWidth) = (theme.page, theme.lineWidth)
            frame.scene.add(mark)
        }
        let bounds = box.inset(by: em * 0.15)
        var placer = LabelPlacer(obstacles: obstacles, avoided: crosses, points: places, bounds: bounds)
        for index in labelled(places) {
            let block = context.name(points[index].label, size: \.small, width: min(em * 11, box.width * 0.4))
            let place = places[index]
            guard let label = placer.placeWithLeader(block, at: place, radius: radius * 1.3, gap: em * 0.3) else {
                continue
            }
            frame.addLabel(block, at: label)
        }
        for (index, point) in points.enumerated() {
            frame.addTarget(marks[index], label: "\(point.label): \(words(of: point))", link: point.link)
        }
    }

    /// The points whose labels are tried, the outermost first.
    private func labelled(_ places: [Point]) -> [Int] {
        let order = byDifference
        var seen: Set<Int> = []
        let ends = [order.first, order.last].compactMap(\.self)
        let rest = points.count <= 20 ? order : Array(order.prefix(4)) + Array(order.suffix(4))
        return (ends + Hull.corners(of: places) + rest).filter { seen.insert($0).inserted }
    }

    /// The words on the diagonal and on both its sides, where no mark is in their way.
    private func sideWords(
        _ plot: PlotArea, marks: [Rectangle], lines: [Rectangle], context: LayoutContext
    ) -> [(text: PlacedText, role: ColourRole)] {
        let em = context.em
        let box = plot.box
        func free(_ block: TextBlock, _ candidates: [Point], taken: [Rectangle]) -> PlacedText? {
            let texts = candidates.map { PlacedText(block: block, x: $0.x, y: $0.y, colour: context.theme[.muted]) }
            return [lines, []].lazy.compactMap { lines in
                texts.first { text in
                    let grown = text.box.inset(by: -em * 0.25)
                    return box.contains(text.box) && !(marks + taken + lines).contains { $0.overlaps(grown) }
                }
            }.first
        }
        var result: [(PlacedText, ColourRole)] = []
        let name = context.block(diagonalName, size: \.small, weight: .medium)
        // Beside the diagonal: its lower right corner on the line, or its upper left one.
        let shares = [0.94, 0.06, 0.88, 0.12, 0.8, 0.2, 0.7, 0.3, 0.6, 0.5]
        let along = shares.flatMap { share -> [Point] in
            let on = Point(box.x + share * box.width, box.bottom - share * box.height)
            return [
                Point(on.x - name.width - em * 0.35, on.y - name.height * 0.75),
                Point(on.x + em * 0.35, on.y - name.height * 0.25),
            ]
        }
        if let text = free(name, along, taken: []) { result.append((text, .ink)) }
        // Between the grid's lines, from the corner inwards.
        let lines = plot.y.ticks.map(plot.y.scale.position)
        let rows = zip(lines, lines.dropFirst()).map { ($0 + $1) / 2 }
        for (words, isLower) in [("\(yName) lower", true), ("\(yName) higher", false)] {
            let block = context.block(words, size: \.small)
            let left = isLower ? box.right - em * 1.1 - block.width : box.x + em * 1.1
            let candidates = (isLower ? rows : rows.reversed()).prefix(3).map { Point(left, $0 - block.height / 2) }
            if let text = free(block, candidates, taken: result.map(\.0.box)) { result.append((text, .muted)) }
        }
        return result
    }
}
