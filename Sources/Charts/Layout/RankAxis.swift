/// An axis of mean ranks with 1, the best, at its right end, as many whole ranks labelled as fit.
struct RankAxis {
    let scale: Scale
    let ticks: [Int]
    private let labels: [TextBlock]

    /// - Parameters:
    ///   - rankCount: The worst rank, which stands at the left end.
    ///   - plot: Left and right ends of the axis.
    init(rankCount: Int, plot: ClosedRange<Double>, context: LayoutContext) {
        let worst = max(2, rankCount)
        let margin = context.markRadius * 1.5
        let scale = Scale(
            domain: 1...Double(worst), start: plot.upperBound - margin, end: plot.lowerBound + margin)
        self.scale = scale
        let unit = abs(scale.position(2) - scale.position(1))
        let widest = context.number("\(worst)", size: \.small).width
        let step = [1, 2, 5, 10, 20, 50].first { Double($0) * unit >= widest + context.em * 0.7 } ?? 100
        ticks = (1...worst).filter { rank in
            step == 1 || rank == 1 || rank % step == 0 && (rank > 2 || unit >= widest + context.em * 0.4)
        }
        labels = ticks.map { context.number("\($0)", size: \.small) }
    }

    /// Sets the line at `y` with its ticks and labels above or below.
    func draw(y: Double, isAbove: Bool, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        let line = context.snappedLine(y)
        let length = context.em * 0.3 * (isAbove ? -1 : 1)
        let marks = ticks.map { rank in
            let x = context.snappedLine(scale.position(Double(rank)))
            return [Point(x, line), Point(x, line + length)]
        }
        frame.scene.add(
            Shape(
                geometry: .lines([[Point(scale.end, line), Point(scale.start, line)]] + marks), stroke: theme[.axis],
                strokeWidth: theme.lineWidth))
        let middle = line + length + (context.lineHeight(\.small) / 2 + context.em * 0.15) * (isAbove ? -1 : 1)
        for (rank, label) in zip(ticks, labels) {
            frame.add(
                label, x: scale.position(Double(rank)), middle: middle, anchor: .middle, colour: theme[.muted])
        }
    }

    /// The room that ticks and labels need on their side of the line.
    static func height(in context: LayoutContext) -> Double {
        context.em * 0.6 + context.lineHeight(\.small)
    }

    /// Faint lines at the ticks through the given vertical spans.
    func grid(spans: [ClosedRange<Double>], context: LayoutContext) -> Shape {
        let lines = ticks.flatMap { rank in
            let x = context.snappedLine(scale.position(Double(rank)))
            return spans.map { [Point(x, $0.lowerBound), Point(x, $0.upperBound)] }
        }
        return Shape(
            geometry: .lines(lines), stroke: context.theme[.grid], strokeWidth: context.theme.hairlineWidth)
    }

    /// Draws a length of the axis to scale with its words beside it, its middle at `middle`.
    ///
    /// It begins at the left end of the axis, or further left where it is longer than the axis.
    func drawLength(_ length: Double, words: String, middle: Double, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        let unit = abs(scale.position(2) - scale.position(1))
        let extent = min(length * unit, frame.width)
        let label = context.block(words, size: \.small, width: frame.width)
        let left = max(frame.left, min(scale.end, frame.right - extent))
        let y = context.snappedLine(middle)
        let half = context.em * 0.3
        let ends = [left, left + extent].map { [Point($0, y - half), Point($0, y + half)] }
        frame.scene.add(
            Shape(
                geometry: .lines([[Point(left, y), Point(left + extent, y)]] + ends), stroke: theme[.ink],
                strokeWidth: theme.lineWidth * 1.5))
        let gap = context.em * 0.5
        if left + extent + gap + label.width <= frame.right {
            frame.add(label, x: left + extent + gap, middle: middle, colour: theme[.ink])
        } else {
            let x = max(frame.left, min(left, frame.right - label.width))
            frame.add(label, x: x, middle: middle - half - label.height / 2, colour: theme[.ink])
        }
    }
}
