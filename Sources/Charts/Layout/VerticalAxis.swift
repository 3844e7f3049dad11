/// An axis along the left: scale, round ticks, and a title that stands above the axis, because words never rotate.
struct VerticalAxis {
    let spec: AxisSpec
    let scale: Scale
    let ticks: [Double]
    let labels: [TextBlock]

    /// - Parameters:
    ///   - top: Upper end of the plot.
    ///   - bottom: Lower end of the plot, where the least value stands.
    init(_ spec: AxisSpec, top: Double, bottom: Double, context: LayoutContext) {
        self.spec = spec
        let margin = spec.hasMargin ? context.markRadius * 1.5 : 0
        let fit = spec.fitted(
            start: bottom - margin, end: top + margin, target: min(9, Int((bottom - top) / (context.em * 3.2)) + 1),
            gap: context.em * 0.4, context: context, extent: \.height)
        (scale, ticks, labels) = (fit.scale, fit.ticks, fit.labels)
    }

    /// The room that the labels need left of the plot, with their gap.
    func width(in context: LayoutContext) -> Double { (labels.map(\.width).max() ?? 0) + context.em * 0.55 }

    /// Sets the labels left of `plotLeft`.
    func draw(plotLeft: Double, in frame: inout Frame) {
        let context = frame.context
        for (value, label) in zip(ticks, labels) {
            frame.add(
                label, x: plotLeft - context.em * 0.45, middle: scale.position(value), anchor: .end,
                colour: context.theme[.muted])
        }
    }

    /// Faint lines at the ticks from `left` to `right`.
    func grid(from left: Double, to right: Double, context: LayoutContext) -> Shape {
        let lines = ticks.map { value in
            let y = context.snappedLine(scale.position(value))
            return [Point(left, y), Point(right, y)]
        }
        return Shape(geometry: .lines(lines), stroke: context.theme[.grid], strokeWidth: context.theme.hairlineWidth)
    }
}
