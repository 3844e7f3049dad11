/// A plot with a scale in each direction, its axes and grid.
///
/// Words never rotate: the name of the vertical axis stands above it, at the left.
struct PlotArea {
    let x: HorizontalAxis
    let y: VerticalAxis
    /// The plot without labels.
    let box: Rectangle
    private let title: TextBlock
    private let titleTop: Double
    private let bounds: ClosedRange<Double>

    /// Places a plot below `frame.y`, without drawing it.
    ///
    /// - Parameters:
    ///   - bounds: Left and right ends of plot, labels and axis title.
    ///   - headroom: Room between the vertical axis's name and the plot, for labels of lines.
    ///   - height: Of the plot without axis labels; nil for a square.
    init(
        x xSpec: AxisSpec, y ySpec: AxisSpec, bounds: ClosedRange<Double>, top: Double, height: Double?,
        headroom: Double = 0, context: LayoutContext
    ) {
        self.bounds = bounds
        titleTop = top
        let available = bounds.upperBound - bounds.lowerBound
        title = context.block(ySpec.words, size: \.small, width: available)
        let plotTop = top + title.height + context.em * 0.45 + headroom
        // Labels decide how wide the plot is, and a square's width decides how high: a second look is enough.
        var side = height ?? available * 0.85
        var axis = VerticalAxis(ySpec, top: plotTop, bottom: plotTop + side, context: context)
        if height == nil {
            side = bounds.upperBound - context.snapped(bounds.lowerBound + axis.width(in: context))
            axis = VerticalAxis(ySpec, top: plotTop, bottom: plotTop + side, context: context)
        }
        y = axis
        let left = context.snapped(bounds.lowerBound + axis.width(in: context))
        box = Rectangle(x: left, y: plotTop, width: bounds.upperBound - left, height: side)
        x = HorizontalAxis(xSpec, plot: left...bounds.upperBound, context: context)
    }

    /// Where a pair of values stands.
    func point(_ xValue: Double, _ yValue: Double) -> Point {
        Point(x.scale.position(xValue), y.scale.position(yValue))
    }

    /// Draws grid and axes and moves below them. What is drawn afterwards lies above the grid.
    ///
    /// - Parameter axisTop: Where the horizontal axis stands if not at the lower end of the plot.
    func draw(in frame: inout Frame, hasVerticalGrid: Bool = true, axisTop: Double? = nil) {
        drawWithoutHorizontalAxis(in: &frame)
        if hasVerticalGrid { frame.scene.add(x.grid(spans: [box.y...box.bottom], context: frame.context)) }
        frame.y = axisTop ?? box.bottom
        x.draw(in: &frame, bounds: bounds)
    }

    /// Draws the vertical axis with its grid and moves to the lower end of the plot.
    func drawWithoutHorizontalAxis(in frame: inout Frame) {
        let context = frame.context
        frame.scene.add(
            PlacedText(block: title, x: bounds.lowerBound, y: titleTop, colour: context.theme[.muted]))
        frame.scene.add(y.grid(from: box.x, to: box.right, context: context))
        y.draw(plotLeft: box.x, in: &frame)
        frame.y = box.bottom
    }
}
