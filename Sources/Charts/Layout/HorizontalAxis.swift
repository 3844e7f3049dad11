/// An axis along the bottom: scale, round ticks whose labels do not touch, and the domain that both agree on.
struct HorizontalAxis {
    let scale: LinearScale
    let ticks: [Double]
    let labels: [TextBlock]
    let title: TextBlock

    /// - Parameters:
    ///   - values: All values that must be seen.
    ///   - limits: Values that the axis must not leave, or nil.
    ///   - plot: Left and right ends of the plot.
    init(
        values: [Double], limits: ClosedRange<Double>?, plot: ClosedRange<Double>, format: ValueFormat, title: String,
        context: LayoutContext
    ) {
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        let width = plot.upperBound - plot.lowerBound
        // Room for half a mark at both ends.
        let margin = context.markRadius * 1.5
        let factor = format.unit == .percent ? 100.0 : 1
        var target = max(2, min(11, Int(width / (context.em * 4.2)) + 1))
        while true {
            let ticks = Ticks(range: low...max(low, high), target: target)
            let inside = ticks.values.filter { limits?.contains($0) ?? true || (low...max(low, high)).contains($0) }
            let kept = inside.count >= 2 ? inside : ticks.values
            let domain = min(low, kept[0])...max(high, kept[kept.count - 1])
            let scale = LinearScale(domain: domain, start: plot.lowerBound + margin, end: plot.upperBound - margin)
            let decimals = ticks.decimals(factor: factor)
            let labels = kept.map { context.number(format.string($0, decimals: decimals), size: \.small) }
            let gaps = zip(kept.indices, kept.indices.dropFirst()).map { first, second in
                scale.position(kept[second]) - labels[second].width / 2 - scale.position(kept[first])
                    - labels[first].width / 2
            }
            if target == 2 || gaps.allSatisfy({ $0 >= context.em * 0.7 }) {
                self.scale = scale
                self.ticks = kept
                self.labels = labels
                break
            }
            target -= 1
        }
        let words = format.unit == .percent ? title + ", %" : title
        self.title = context.block(words, size: \.small, width: max(width, context.em * 10), alignment: .middle)
    }

    /// Sets ticks, labels and title below `frame.y` and moves below them.
    func draw(in frame: inout Frame, bounds: ClosedRange<Double>) {
        let context = frame.context
        let theme = context.theme
        let top = context.snappedLine(frame.y)
        let length = context.em * 0.3
        frame.scene.add(
            Shape(
                geometry: .lines([[Point(scale.start, top), Point(scale.end, top)]]), stroke: theme[.axis],
                strokeWidth: theme.lineWidth))
        let marks = ticks.map { value in
            let x = context.snappedLine(scale.position(value))
            return [Point(x, top), Point(x, top + length)]
        }
        frame.scene.add(Shape(geometry: .lines(marks), stroke: theme[.axis], strokeWidth: theme.lineWidth))
        let middle = top + length + context.em * 0.2 + context.lineHeight(\.small) / 2
        for (value, label) in zip(ticks, labels) {
            let x = min(
                max(scale.position(value), bounds.lowerBound + label.width / 2), bounds.upperBound - label.width / 2)
            frame.add(label, x: x, middle: middle, anchor: .middle, colour: theme[.muted])
        }
        frame.y = middle + context.lineHeight(\.small) / 2 + context.em * 0.1
        let centre = min(
            max((scale.start + scale.end) / 2, bounds.lowerBound + title.width / 2),
            bounds.upperBound - title.width / 2)
        frame.add(title, x: centre, middle: frame.y + title.height / 2, anchor: .middle, colour: theme[.muted])
        frame.y += title.height
    }

    /// Faint lines at the ticks through the given vertical spans.
    func grid(spans: [ClosedRange<Double>], context: LayoutContext) -> Shape {
        let lines = ticks.flatMap { value in
            let x = context.snappedLine(scale.position(value))
            return spans.map { [Point(x, $0.lowerBound), Point(x, $0.upperBound)] }
        }
        return Shape(
            geometry: .lines(lines), stroke: context.theme[.grid], strokeWidth: context.theme.hairlineWidth)
    }
}
