extension RankChart: Chart {
    /// A row of shaded ranks for each row. Under two rows, a note says so.
    ///
    /// - Throws: `ChartProblem` if rows have other numbers of ranks, a probability is not in [0, 1], or a rank is
    ///   none of these, or if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        try validate()
        guard rows.count >= 2, let rankCount = rows.first?.probabilities.count, rankCount > 0 else {
            let found = rows.isEmpty ? "No model has" : "Only one model has"
            return try NoteChart(text: text, reason: "\(found) an estimate here, so there is nothing to rank.")
                .layout(in: context)
        }
        var frame = try Frame(text: text, context: context)
        let rows = ordered
        let ramp = HeatRamp(
            values: [0] + rows.flatMap(\.probabilities), limits: 0...1, isDark: context.theme.isDark)
        let grid = RankGrid(chart: self, rows: rows, left: frame.left, right: frame.right, context: context)
        frame.addKey(key(ramp: ramp, rows: rows, context: context))
        grid.drawHeadings(in: &frame)
        for (index, row) in rows.enumerated() {
            let top = frame.y
            grid.drawWords(of: row, index: index, in: &frame)
            drawCells(of: row, grid: grid, ramp: ramp, in: &frame)
            frame.y = top + grid.rowHeight
            let box = Rectangle(x: frame.left, y: top, width: frame.width, height: grid.rowHeight)
            frame.addTarget(box, label: "\(row.label): \(words(of: row))", link: row.link)
        }
        return frame.finished()
    }

    /// The cells of a row, its point rank and the outline of its confidence set, at `frame.y`.
    private func drawCells(of row: Row, grid: RankGrid, ramp: HeatRamp, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        let strip = grid.box(ranks: 1...row.probabilities.count, top: frame.y)
        frame.scene.add(Shape(geometry: .rectangle(strip, radius: 0), fill: ramp.colour(at: 0)))
        for (index, probability) in row.probabilities.enumerated() {
            let box = grid.box(ranks: (index + 1)...(index + 1), top: frame.y)
            let fill = ramp.colour(of: probability)
            let ink = HeatRamp.inkColour(on: fill)
            // What differs by less than half a percent from nothing is not seen.
            if probability >= 0.005 { frame.scene.add(Shape(geometry: .rectangle(box, radius: 0), fill: fill)) }
            let isPoint = row.rank == index + 1
            if grid.hasNumbers, let text = cellText(probability) {
                let number = context.number(text, size: \.small, weight: isPoint ? .semibold : .regular)
                frame.add(number, x: box.centre.x, middle: box.centre.y, anchor: .middle, colour: ink)
            }
            if isPoint {
                let radius = grid.pointRadius
                let y = grid.hasNumbers ? box.bottom - context.em * 0.36 : box.centre.y
                frame.scene.add(
                    PointMark.shape(.circle, at: Point(box.centre.x, y), radius: radius, colour: ink))
            }
        }
        let set = grid.box(ranks: row.confidenceSet, top: frame.y)
        let width = theme.lineWidth * 1.5
        frame.scene.add(
            Shape(
                geometry: .rectangle(set.inset(by: width / 2), radius: 0), stroke: theme[.ink], strokeWidth: width))
    }

    /// Ranks in words, as a tooltip says them.
    private func words(of row: Row) -> String {
        let best = row.probabilities.first ?? 0
        let decimals = format.unit == .percent ? 1 : 3
        return "rank \(row.rank), \(confidenceSetTitle) \(Self.words(row.confidenceSet)), mean rank \(meanText(row)), "
            + "rank 1 with probability \(format.stringWithUnit(best, decimals: decimals))"
    }

    private func key(ramp: HeatRamp, rows: [Row], context: LayoutContext) -> [KeyEntry] {
        let em = context.em
        let outline = KeyEntry(word: confidenceSetTitle, width: em * 1.7) { scene, centre in
            let width = context.theme.lineWidth * 1.5
            let box = Rectangle(x: centre.x - em * 0.85, y: centre.y - em * 0.45, width: em * 1.7, height: em * 0.9)
            scene.add(
                Shape(
                    geometry: .rectangle(box.inset(by: width / 2), radius: 0), stroke: context.theme[.ink],
                    strokeWidth: width))
        }
        let point = KeyEntry(word: "rank of the estimate", width: em * 0.5) { scene, centre in
            scene.add(PointMark.shape(.circle, at: centre, radius: em * 0.2, colour: context.theme[.ink]))
        }
        return [.ramp(ramp, title: probabilityTitle, format: format, context: context), outline, point]
            + KeyEntry.points(rows.compactMap(\.category), context: context)
    }
}
