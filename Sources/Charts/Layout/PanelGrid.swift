/// Panels in a grid: as many beside each other as there is room for, with one column of names at the left of each line
/// of the grid, or with names in each panel.
struct PanelGrid {
    let columnCount: Int
    /// Whether names stand once a line of the grid.
    let sharesNames: Bool
    /// The room for names and the numbers behind them, with the gap to the plot.
    let namesWidth: Double
    private let plotWidth: Double
    private let gap: Double
    private let left: Double

    /// - Parameters:
    ///   - names: The room that the widest name wants, with the number behind it.
    ///   - areAlike: Whether all panels have the same names.
    init(count: Int, names: Double, areAlike: Bool, left: Double, right: Double, context: LayoutContext) {
        let em = context.em
        let width = right - left
        self.left = left
        gap = em * 1.4
        sharesNames = areAlike
        namesWidth = min(names + em * 0.8, max(em * 8, width * (context.isNarrow ? 0.57 : 0.26)))
        let least = em * (context.isNarrow ? 9.5 : 11)
        let each = sharesNames ? least + gap : least + namesWidth + gap
        let room = sharesNames ? width - namesWidth : width
        let fitting = max(1, min(4, Int((room + gap) / each)))
        // As many lines as that needs, and then no more columns than fill them.
        let lines = (max(1, count) + fitting - 1) / fitting
        columnCount = (max(1, count) + lines - 1) / lines
        let gaps = Double(columnCount - 1) * gap
        let taken = sharesNames ? namesWidth : Double(columnCount) * namesWidth
        plotWidth = max(em * 4, (width - gaps - taken) / Double(columnCount))
    }

    /// The plot of a column of the grid.
    func plot(_ column: Int) -> ClosedRange<Double> {
        let start =
            sharesNames
            ? left + namesWidth + Double(column) * (plotWidth + gap)
            : left + Double(column) * (namesWidth + plotWidth + gap) + namesWidth
        return start...(start + plotWidth)
    }

    /// Left end of the names that belong to a column of the grid.
    func namesLeft(_ column: Int) -> Double { sharesNames ? left : plot(column).lowerBound - namesWidth }
}
