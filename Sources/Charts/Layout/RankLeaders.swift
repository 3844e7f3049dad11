/// Names on both sides of an axis of ranks, each led to its place by a line with one corner: the better half at the
/// right with the best at the top, the worse half at the left with the worst at the top, so that no two lines cross.
struct RankLeaders {
    private struct Placed {
        var block: TextBlock
        var value: TextBlock
        var isRight: Bool
        /// 0 stands nearest to the axis.
        var level: Int
    }

    /// Left and right ends of the axis.
    let plot: ClosedRange<Double>
    private let placed: [Placed]
    private let rowHeight: Double
    private let markRoom: Double
    private let valueWidth: Double
    private let context: LayoutContext

    /// - Parameters:
    ///   - labels: Names, best first.
    ///   - values: Their mean ranks in words.
    init(labels: [String], values: [String], hasMarks: Bool, left: Double, right: Double, context: LayoutContext) {
        let em = context.em
        self.context = context
        let natural = labels.map { context.block($0).width }.max() ?? 0
        let width = min(natural, (right - left) * 0.22)
        let blocks = values.map { context.number($0, size: \.small) }
        let valueWidth = blocks.map(\.width).max() ?? 0
        self.valueWidth = valueWidth
        markRoom = hasMarks ? em * 1.1 : em * 0.4
        let side = width + em * 0.6 + valueWidth + markRoom
        plot = (left + side + em * 0.5)...(right - side - em * 0.5)
        let half = (labels.count + 1) / 2
        placed = zip(labels, blocks).enumerated().map { index, entry in
            let isRight = index < half
            return Placed(
                block: context.name(entry.0, width: width, alignment: isRight ? .start : .end), value: entry.1,
                isRight: isRight, level: isRight ? index : labels.count - 1 - index)
        }
        let tallest = placed.map(\.block.height).max() ?? 0
        rowHeight = max(em * (context.size.unit == .point ? 1.6 : 1.9), tallest + em * 0.35)
    }

    /// Sets the names from `frame.y` downwards, with lines from the axis at `line`, and moves below them.
    func draw(
        _ entries: [CriticalDifferenceChart.Entry], axis: RankAxis, line: Double, in frame: inout Frame,
        words: (Int) -> String
    ) {
        let em = context.em
        let theme = context.theme
        let top = frame.y
        var lines: [[Point]] = []
        for (entry, label) in zip(entries, placed) {
            let x = axis.scale.position(entry.meanRank)
            let y = context.snappedLine(top + (Double(label.level) + 0.5) * rowHeight)
            lines.append([Point(x, line), Point(x, y), Point(label.isRight ? plot.upperBound : plot.lowerBound, y)])
        }
        frame.scene.add(Shape(geometry: .lines(lines), stroke: theme[.axis], strokeWidth: theme.lineWidth))
        for (index, label) in placed.enumerated() {
            let entry = entries[index]
            let y = top + (Double(label.level) + 0.5) * rowHeight
            let direction = label.isRight ? 1.0 : -1
            let start = label.isRight ? plot.upperBound : plot.lowerBound
            let anchor: TextBlock.Alignment = label.isRight ? .start : .end
            if let category = entry.category {
                frame.scene.add(
                    PointMark.shape(
                        category.shape, at: Point(start + direction * em * 0.3, y), radius: context.markRadius * 0.85,
                        colour: theme[category.role]))
            }
            let valueStart = start + direction * markRoom
            // Numbers end at one place on both sides.
            let valueEnd = label.isRight ? valueStart + valueWidth : valueStart
            frame.add(label.value, x: valueEnd, middle: y, anchor: .end, colour: theme[.muted])
            let nameStart = valueStart + direction * (valueWidth + em * 0.6)
            frame.add(label.block, x: nameStart, middle: y, anchor: anchor, colour: theme[.ink])
            let end = label.isRight ? frame.right : frame.left
            let box = Rectangle(
                x: min(start, end), y: y - rowHeight / 2, width: abs(end - start), height: rowHeight)
            frame.addTarget(box, label: "\(entry.label): \(words(index))", link: entry.link)
        }
        frame.y = top + Double((placed.map(\.level).max() ?? -1) + 1) * rowHeight
    }
}
