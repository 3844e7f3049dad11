/// An axis along the bottom: scale, round ticks whose labels do not touch, and the domain that both agree on.
struct HorizontalAxis {
    let scale: Scale
    let ticks: [Double]
    let labels: [TextBlock]
    let title: TextBlock

    /// - Parameter plot: Left and right ends of the plot.
    init(_ spec: AxisSpec, plot: ClosedRange<Double>, context: LayoutContext) {
        let width = plot.upperBound - plot.lowerBound
        // Room for half a mark at both ends.
        let margin = spec.hasMargin ? context.markRadius * 1.5 : 0
        let fit = spec.fitted(
            start: plot.lowerBound + margin, end: plot.upperBound - margin,
            target: min(11, Int(width / (context.em * 4.2)) + 1), gap: context.em * 0.7, context: context,
            extent: \.width)
        (scale, ticks, labels) = (fit.scale, fit.ticks, fit.labels)
        let room = max(width, context.em * 10)
        title = LayoutContext.balanced(width: room, least: 0) { room in
            context.block(spec.words, size: \.small, width: room, lines: 2, alignment: .middle)
        }
    }

    /// An axis of scores.
    init(
        values: [Double], limits: ClosedRange<Double>?, plot: ClosedRange<Double>, format: ValueFormat, title: String,
        context: LayoutContext
    ) {
        let spec = AxisSpec(values: values, limits: limits, format: .value(format), title: title)
        self.init(spec, plot: plot, context: context)
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
