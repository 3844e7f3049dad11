extension VarianceComponentsChart: Chart {
    /// One large bar, or a bar a row. Where no share is positive, a note says so.
    ///
    /// - Throws: `ChartProblem` if a value is not finite, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard bars.contains(where: { $0.components.contains { $0.share > 0 } }) else {
            return try NoteChart(
                text: text,
                reason: "No source of variance has a positive estimate, so there is nothing to share out. "
                    + "Two models and two benchmarks at least are needed."
            ).layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        if bars.count == 1, let bar = bars.first {
            drawSingle(bar, in: &frame)
        } else {
            drawSeveral(in: &frame)
        }
        return frame.finished()
    }

    // MARK: One bar

    private func drawSingle(_ bar: Bar, in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let box = Rectangle(
            x: frame.left, y: context.snapped(frame.y), width: frame.width, height: context.snapped(em * 3.2))
        draw(bar, in: box, hasShares: false, frame: &frame)
        frame.y = box.bottom
        if !drawLeaders(bar, box: box, in: &frame) {
            frame.y += em * 0.7
            drawList(bar, in: &frame)
        }
        frame.addTarget(box, label: label(of: bar), link: bar.link)
    }

    private func label(of bar: Bar) -> String {
        bar.label.isEmpty ? words(of: bar) : "\(bar.label): \(words(of: bar))"
    }

    /// Sets each component's words below its part with a line to it; false, with nothing drawn, where they do not fit.
    private func drawLeaders(_ bar: Bar, box: Rectangle, in frame: inout Frame) -> Bool {
        let context = frame.context
        let em = context.em
        let parts = Self.parts(of: bar)
        let labels = parts.map { part -> [TextBlock] in
            [
                context.name(part.component.name, width: em * 10, alignment: .middle),
                context.number(shareWords(part.component), size: \.title, weight: .semibold),
                context.number(intervalWords(part.component), size: \.small),
            ]
        }
        let widths = labels.map { ($0.map(\.width).max() ?? 0) + em * 1.2 }
        guard widths.reduce(0, +) <= frame.width + em * 1.2 else { return false }
        let scale = Scale(domain: 0...1, start: box.x, end: box.right)
        let wishes = parts.map { scale.position(($0.range.lowerBound + $0.range.upperBound) / 2) }
        let bounds = (frame.left - em * 0.6)...(frame.right + em * 0.6)
        let middles = EndLabels.middles(wishes: wishes, heights: widths, bounds: bounds)
        let top = box.bottom + em * 1.35
        // What has no part has no line either: its words say 0.
        let lines = zip(parts, zip(wishes, middles)).filter { !$0.0.isEmpty }.map { _, place -> [Point] in
            let (wish, middle) = place
            let (from, to) = (
                context.snappedLine(wish), context.snappedLine(abs(wish - middle) < em * 0.3 ? wish : middle)
            )
            return [
                Point(from, box.bottom + em * 0.15), Point(from, box.bottom + em * 0.45), Point(to, top - em * 0.45),
                Point(to, top - em * 0.15),
            ]
        }
        frame.scene.add(
            Shape(
                geometry: .lines(lines), stroke: context.theme[.axis], strokeWidth: context.theme.lineWidth))
        var bottom = top
        let nameHeight = labels.map { $0[0].height }.max() ?? 0
        for (blocks, middle) in zip(labels, middles) {
            var y = top
            for (index, (block, role)) in zip(blocks, [ColourRole.ink, .ink, .muted]).enumerated() {
                if index == 1 { y = top + nameHeight }
                frame.add(
                    block, x: middle, middle: y + block.height / 2, anchor: .middle, colour: context.theme[role])
                y += block.height
            }
            bottom = max(bottom, y)
        }
        frame.y = bottom
        return true
    }

    /// Sets the components one below the other, each behind a piece of its part.
    private func drawList(_ bar: Bar, in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let names = names
        let shares = bar.components.map { context.number(shareWords($0), weight: .semibold) }
        let intervals = bar.components.map { context.number(intervalWords($0), size: \.small) }
        let swatch = em * 1.5
        let intervalWidth = intervals.map(\.width).max() ?? 0
        let taken = (shares.map(\.width).max() ?? 0) + em * 1.4 + swatch
        // Where names would keep too little, the interval goes below its share.
        let natural = bar.components.map { context.block($0.name).width }.max() ?? 0
        let isBelow = frame.width - taken - intervalWidth - em * 0.7 < min(natural, em * 9)
        let shareRight = frame.right - (intervalWidth > 0 && !isBelow ? intervalWidth + em * 0.7 : 0)
        let nameWidth = max(em * 3, shareRight - frame.left - taken)
        for (index, component) in bar.components.enumerated() {
            let name = context.name(component.name, width: nameWidth)
            let height = max(em * 1.85, name.height + em * 0.4)
            let middle = frame.y + height / 2
            let box = Rectangle(x: frame.left, y: middle - em * 0.45, width: swatch, height: em * 0.9)
            PartFill(names.firstIndex(of: component.name) ?? index, context: context)
                .draw(in: box, context: context, scene: &frame.scene)
            frame.add(name, x: frame.left + swatch + em * 0.6, middle: middle, colour: context.theme[.ink])
            frame.add(shares[index], x: shareRight, middle: middle, anchor: .end, colour: context.theme[.ink])
            let interval = intervals[index]
            let intervalMiddle = isBelow ? frame.y + height + interval.height * 0.4 : middle
            frame.add(
                interval, x: frame.right, middle: intervalMiddle, anchor: .end, colour: context.theme[.muted])
            frame.y += height + (isBelow ? interval.height : 0)
        }
    }

    // MARK: Several bars

    private func drawSeveral(in frame: inout Frame) {
        let context = frame.context
        let em = context.em
        frame.addKey(
            names.enumerated().map { index, name in
                let (width, height) = (em * 1.5, em * 0.9)
                return KeyEntry(word: name, width: width) { scene, centre in
                    let box = Rectangle(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
                    PartFill(index, context: context).draw(in: box, context: context, scene: &scene)
                }
            })
        let labels = bars.map(\.label)
        let table = RowTable(
            labels: labels, labelIndent: 0, columns: [], lanesWidth: 0, left: frame.left, right: frame.right,
            mustStack: context.isNarrow, context: context)
        let axis = HorizontalAxis(
            AxisSpec(values: [0, 1], limits: 0...1, format: .value(.percent), title: axisTitle), plot: table.plot,
            context: context)
        let placed = table.rows(labels: labels, from: frame.y, context: context)
        frame.scene.add(axis.grid(spans: placed.map(\.span), context: context))
        for (index, bar) in bars.enumerated() {
            table.drawWords(of: placed[index], index: index, in: &frame)
            let height = em * (context.isNarrow ? 1.15 : bars.count > 30 ? 1.2 : 1.4)
            let box = Rectangle(
                x: axis.scale.start, y: context.snapped(placed[index].marksMiddle - height / 2),
                width: axis.scale.end - axis.scale.start, height: context.snapped(height))
            draw(bar, in: box, hasShares: true, frame: &frame)
            let row = Rectangle(
                x: frame.left, y: placed[index].top, width: frame.width,
                height: placed[index].bottom - placed[index].top)
            frame.addTarget(row, label: label(of: bar), link: bar.link)
        }
        frame.y = (placed.last?.bottom ?? frame.y) + em * 0.15
        axis.draw(in: &frame, bounds: frame.left...frame.right)
    }

    private func draw(_ bar: Bar, in box: Rectangle, hasShares: Bool, frame: inout Frame) {
        let context = frame.context
        let em = context.em
        let names = names
        let scale = Scale(domain: 0...1, start: box.x, end: box.right)
        for (index, part) in Self.parts(of: bar).enumerated() where !part.isEmpty {
            let left = context.snapped(scale.position(part.range.lowerBound))
            let right = context.snapped(scale.position(part.range.upperBound))
            // A line of the page parts neighbours; the narrowest part is still a line.
            let gap = part.range.upperBound < 1 ? context.theme.lineWidth * 1.5 : 0
            let piece = Rectangle(
                x: left, y: box.y, width: max(context.theme.lineWidth, right - left - gap), height: box.height)
            let fill = PartFill(names.firstIndex(of: part.component.name) ?? index, context: context)
            fill.draw(in: piece, context: context, scene: &frame.scene)
            guard hasShares else { continue }
            let words = context.number(
                ValueFormat.percent.string(part.component.share, decimals: 0), size: \.small, weight: .medium)
            guard words.width + em * 0.6 <= piece.width, words.height <= piece.height + em * 0.2 else { continue }
            if fill.hatch != nil {
                let plate = Rectangle(
                    x: piece.centre.x - words.width / 2 - em * 0.2, y: piece.y + context.theme.lineWidth,
                    width: words.width + em * 0.4, height: piece.height - 2 * context.theme.lineWidth)
                frame.scene.add(Shape(geometry: .rectangle(plate, radius: 0), fill: fill.colour))
            }
            frame.add(
                words, x: piece.centre.x, middle: piece.centre.y, anchor: .middle,
                colour: HeatRamp.inkColour(on: fill.colour))
        }
    }
}
