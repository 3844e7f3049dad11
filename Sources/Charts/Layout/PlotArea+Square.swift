extension PlotArea {
    /// A square plot whose axes have the same domain and the same ticks, so that equal values meet on the diagonal from
    /// the lower left to the upper right corner.
    ///
    /// - Parameter spec: Its values are those of both axes.
    init(
        square spec: AxisSpec, yTitle: String, bounds: ClosedRange<Double>, top: Double, context: LayoutContext
    ) {
        var (x, y) = (spec, spec)
        y.title = yTitle
        let searched = PlotArea(x: x, y: y, bounds: bounds, top: top, height: nil, context: context)
        x.fixedTicks = searched.x.ticks
        y.fixedTicks = searched.x.ticks
        self.init(x: x, y: y, bounds: bounds, top: top, height: nil, context: context)
    }
}
