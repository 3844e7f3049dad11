extension BenchmarkStripChart: Chart {
    /// A row of dots for each row of the chart. Where no row has two benchmarks, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard rows.contains(where: { $0.dots.count > 1 }) else {
            return try NoteChart(
                text: text,
                reason: "No model has results on two benchmarks, so there is nothing that could differ between them."
            ).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let extremes = extremes
        let labels = rows.map(\.label)
        let hasMarks = rows.contains { $0.category != nil }
        let table = RowTable(
            labels: labels, labelIndent: hasMarks ? em * 1.25 : 0, columns: columns(in: context), lanesWidth: 0,
            left: frame.left, right: frame.right, context: context)
        let values = rows.flatMap { row in
            row.dots.map(\.value)
                + [row.mean, row.prediction?.lowerBound, row.prediction?.upperBound].compactMap(\.self)
        }
        let axis = HorizontalAxis(
            values: values, limits: limits, plot: table.plot, format: format, title: axisTitle, context: context)
        let names = table.isStacked ? nil : directNames(axis: axis, plot: table.plot, context: context)
        frame.addKey(key(isDirect: names != nil, context: context))
        frame.y += max(table.headingsHeight(context: context), names == nil ? 0 : context.lineHeight(\.small))
        table.drawHeadings(bottom: frame.y, in: &frame)
        let namesBottom = frame.y
        frame.y += em * (table.isStacked ? 0.3 : names == nil ? 0.15 : 0.5)

        let placed = table.rows(labels: labels, from: frame.y, context: context)
        frame.scene.add(axis.grid(spans: placed.map(\.span), context: context))
        for (index, row) in rows.enumerated() {
            table.drawWords(of: placed[index], index: index, in: &frame)
            if let category = row.category {
                let centre = Point(table.labelLeft - em * 0.8, placed[index].wordsMiddle)
                frame.scene.add(
                    PointMark.shape(
                        category.shape, at: centre, radius: context.markRadius * 0.85,
                        colour: context.theme[category.role]))
            }
            let box = Rectangle(
                x: frame.left, y: placed[index].top, width: frame.width,
                height: placed[index].bottom - placed[index].top)
            frame.addTarget(box, label: "\(row.label): \(words(of: row))", link: row.link)
            draw(row, y: placed[index].marksMiddle, scale: axis.scale, extremes: extremes, in: &frame)
        }
        if let names, let first = placed.first {
            for name in names {
                let x = context.snappedLine(name.position)
                frame.scene.add(
                    Shape(
                        geometry: .lines([
                            [Point(x, namesBottom + em * 0.05), Point(x, first.marksMiddle - context.markRadius)]
                        ]), stroke: context.theme[.axis], strokeWidth: context.theme.hairlineWidth))
                frame.scene.add(
                    PlacedText(
                        block: name.block, x: name.x, y: namesBottom - name.block.height, colour: context.theme[.ink]))
            }
        }
        frame.y = (placed.last?.bottom ?? frame.y) + em * 0.15
        axis.draw(in: &frame, bounds: frame.left...frame.right)
        return frame.finished()
    }

    private func draw(
        _ row: Row, y: Double, scale: Scale, extremes: (lowest: String, highest: String)?, in frame: inout Frame
    ) {
        let context = frame.context
        let (em, theme) = (context.em, context.theme)
        if let prediction = row.prediction {
            let (left, right) = (scale.position(prediction.lowerBound), scale.position(prediction.upperBound))
            let box = Rectangle(x: left, y: y - em * 0.48, width: max(theme.lineWidth, right - left), height: em * 0.96)
            frame.scene.add(Shape(geometry: .rectangle(box, radius: em * 0.12), fill: Self.band(theme)))
        }
        if let mean = row.mean {
            frame.scene.add(Self.tick(at: Point(scale.position(mean), y), half: em * 0.58, context: context))
        }
        let (lowest, highest) = (extremes?.lowest, extremes?.highest)
        let positions = row.dots.map { scale.position($0.value) }
        let offsets = Swarm.offsets(positions, size: em * 0.56, reach: em * 0.32)
        // Marked dots lie above the others.
        let order = row.dots.indices.sorted { first, second in
            let isMarked = { (index: Int) in [lowest, highest].contains(row.dots[index].benchmark) }
            return isMarked(first) == isMarked(second) ? first < second : isMarked(second)
        }
        for index in order {
            let name = row.dots[index].benchmark
            let centre = Point(positions[index], y + offsets[index])
            frame.scene.add(
                name == lowest
                    ? Self.lowestDot(at: centre, context: context)
                    : name == highest
                        ? Self.highestDot(at: centre, context: context)
                        : Self.dot(at: centre, context: context))
        }
        addTargets(of: row, positions: positions, y: y, in: &frame)
    }

    /// One target for each dot, and one for dots too close to be hit one by one.
    private func addTargets(of row: Row, positions: [Double], y: Double, in frame: inout Frame) {
        let least = frame.context.size.unit == .pixel ? 24 : frame.context.em
        var groups: [[Int]] = []
        for index in positions.indices.sorted(by: { (positions[$0], $0) < (positions[$1], $1) }) {
            if let first = groups.last?.first, positions[index] - positions[first] < least {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        for group in groups {
            guard let first = group.first, let last = group.last else { continue }
            let radius = frame.context.markRadius
            let box = Rectangle(
                x: positions[first] - radius, y: y - radius, width: positions[last] - positions[first] + 2 * radius,
                height: 2 * radius)
            var parts = group.prefix(6).map { "\(row.dots[$0].benchmark) \(words(of: row.dots[$0]))" }
            if group.count > 6 { parts.append("\(group.count - 6) more") }
            frame.addTarget(
                box, label: "\(row.label): \(parts.joined(separator: "; "))",
                link: group.count == 1 ? row.dots[first].link : row.link)
        }
    }

    private func columns(in context: LayoutContext) -> [RowTable.Column] {
        let decimals = format.decimals(
            halfWidths: rows.flatMap(\.dots).compactMap { ValueFormat.halfWidth($0.lower, $0.upper) })
        func block(_ value: Double?, weight: TextStyle.Weight) -> TextBlock {
            context.number(value.map { format.string($0, decimals: decimals) } ?? ValueFormat.noValue, weight: weight)
        }
        var columns = [
            RowTable.Column(heading: "mean", blocks: rows.map { block($0.mean, weight: .semibold) }, role: .ink)
        ]
        if rows.contains(where: { $0.spread != nil }) {
            columns.append(
                RowTable.Column(
                    heading: "SD between benchmarks", blocks: rows.map { block($0.spread, weight: .regular) },
                    role: .muted))
        }
        if rows.contains(where: { $0.prediction != nil }) {
            let blocks = rows.map { row in
                let words = row.prediction.map {
                    format.interval(lower: $0.lowerBound, upper: $0.upperBound, decimals: max(0, decimals - 1))
                }
                return context.number(words ?? ValueFormat.noValue, size: \.small)
            }
            columns.append(RowTable.Column(heading: "new benchmark", blocks: blocks, role: .muted, isOptional: true))
        }
        return columns
    }

    /// The names of the lowest and the highest benchmark above their dots of the first row, or nil without room.
    private func directNames(
        axis: HorizontalAxis, plot: ClosedRange<Double>, context: LayoutContext
    ) -> [(block: TextBlock, x: Double, position: Double)]? {
        guard let extremes, let row = rows.first,
            let low = row.dots.first(where: { $0.benchmark == extremes.lowest }),
            let high = row.dots.first(where: { $0.benchmark == extremes.highest })
        else { return nil }
        let room = (plot.upperBound - plot.lowerBound) * 0.45
        let names = [low, high].sorted { $0.value < $1.value }.map { dot in
            let block = context.block(dot.benchmark, size: \.small, width: room)
            let position = axis.scale.position(dot.value)
            let x = min(max(position - block.width / 2, plot.lowerBound), plot.upperBound - block.width)
            return (block: block, x: x, position: position)
        }
        guard names[0].x + names[0].block.width + context.em * 0.6 <= names[1].x,
            names.allSatisfy({ $0.block.width > 0 })
        else { return nil }
        return names
    }

    private func key(isDirect: Bool, context: LayoutContext) -> [KeyEntry] {
        let radius = context.markRadius
        var entries: [KeyEntry] = []
        if let extremes, !isDirect || rows.count > 1 {
            let (lowest, highest) =
                isDirect ? ("lowest overall", "highest overall") : (extremes.lowest, extremes.highest)
            entries += [
                KeyEntry(word: lowest, width: radius * 2) { $0.add(Self.lowestDot(at: $1, context: context)) },
                KeyEntry(word: highest, width: radius * 2) { $0.add(Self.highestDot(at: $1, context: context)) },
            ]
        }
        if rows.contains(where: { $0.dots.count > 2 }) || entries.isEmpty {
            entries.append(
                KeyEntry(word: entries.isEmpty ? "a benchmark" : "other benchmarks", width: radius * 2) {
                    $0.add(Self.dot(at: $1, context: context))
                })
        }
        if rows.contains(where: { $0.mean != nil }) {
            entries.append(
                KeyEntry(word: "mean", width: radius) {
                    $0.add(Self.tick(at: $1, half: context.em * 0.5, context: context))
                })
        }
        if rows.contains(where: { $0.prediction != nil }) {
            let (width, height) = (context.em * 1.5, context.em * 0.8)
            entries.append(
                KeyEntry(word: predictionName, width: width) { scene, centre in
                    let box = Rectangle(
                        x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
                    scene.add(
                        Shape(geometry: .rectangle(box, radius: context.em * 0.12), fill: Self.band(context.theme)))
                })
        }
        return KeyEntry.points(rows.compactMap(\.category), context: context) + entries
    }

    private static func band(_ theme: Theme) -> Colour {
        theme[.general].mixed(with: theme.page, share: theme.isDark ? 0.7 : 0.82)
    }

    private static func tick(at centre: Point, half: Double, context: LayoutContext) -> Shape {
        Shape(
            geometry: .lines([[Point(centre.x, centre.y - half), Point(centre.x, centre.y + half)]]),
            stroke: context.theme[.ink], strokeWidth: max(context.em * 0.14, context.theme.lineWidth))
    }

    private static func dot(at centre: Point, context: LayoutContext) -> Shape {
        var shape = PointMark.shape(
            .circle, at: centre, radius: context.em * 0.27,
            colour: context.theme[.general].mixed(with: context.theme.page, share: 0.3))
        (shape.stroke, shape.strokeWidth) = (context.theme.page, context.theme.hairlineWidth)
        return shape
    }

    private static func lowestDot(at centre: Point, context: LayoutContext) -> Shape {
        PointMark.shape(
            .circle, at: centre, radius: context.em * 0.34, colour: context.theme[.ink], hollow: context.theme.page,
            strokeWidth: context.em * 0.14)
    }

    private static func highestDot(at centre: Point, context: LayoutContext) -> Shape {
        PointMark.shape(.circle, at: centre, radius: context.em * 0.34, colour: context.theme[.ink])
    }
}
