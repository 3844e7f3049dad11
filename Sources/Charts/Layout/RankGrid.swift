/// How the matrix of ranks shares the width: names, a column a rank, and columns of words at the right.
struct RankGrid {
    let labelLeft: Double
    let labelWidth: Double
    let labelSize: KeyPath<TypeSizes, Double>
    let rowHeight: Double
    /// Whether the probabilities have room in their cells.
    let hasNumbers: Bool
    /// Half the size of the dot at the rank of the estimate.
    let pointRadius: Double
    private let cellsLeft: Double
    private let cellWidth: Double
    private let rankCount: Int
    private let gap: Double
    private let rowGap: Double
    private let columns: [RowTable.Column]
    private let columnRights: [Double]
    private let context: LayoutContext

    init(chart: RankChart, rows: [RankChart.Row], left: Double, right: Double, context: LayoutContext) {
        let em = context.em
        let isNarrow = context.isNarrow
        self.context = context
        let rankCount = rows.first?.probabilities.count ?? 0
        self.rankCount = rankCount
        let labelSize: KeyPath<TypeSizes, Double> = isNarrow ? \.small : \.body
        self.labelSize = labelSize
        let labels = rows.map(\.label)
        labelLeft = left + (rows.contains { $0.category != nil } ? em * 1.25 : 0)
        let labelWidth = HeatGrid.labelWidth(
            labels, size: labelSize, isNarrow: isNarrow, width: right - left, context: context)
        self.labelWidth = labelWidth
        let sets = RowTable.Column(
            heading: "ranks",
            blocks: rows.map {
                context.number(RankChart.words($0.confidenceSet), size: labelSize, weight: .semibold)
            }, role: .ink)
        let means = RowTable.Column(
            heading: "mean", blocks: rows.map { context.number(chart.meanText($0), size: \.small) }, role: .muted)
        columns = isNarrow ? [sets] : [sets, means]
        var rights: [Double] = []
        var x = right
        for column in columns.reversed() {
            rights.insert(x, at: 0)
            let heading = context.block(column.heading, size: \.small).width
            x -= max(column.blocks.map(\.width).max() ?? 0, heading) + em * (isNarrow ? 0.6 : 1.1)
        }
        columnRights = rights
        cellsLeft = context.snapped(labelLeft + labelWidth + em * (isNarrow ? 0.4 : 0.8))
        let fitting = max(0, x - cellsLeft) / Double(max(1, rankCount))
        let width = min(fitting, em * 6.5)
        // Whole pixels, unless cells are so narrow that rounding would cost much of the width.
        cellWidth = context.size.unit == .pixel && width >= em * 0.8 ? width.rounded(.down) : width
        let numbers = rows.flatMap(\.probabilities).compactMap(chart.cellText)
        let widest = numbers.map { context.number($0, size: \.small, weight: .semibold).width }.max() ?? 0
        hasNumbers = cellWidth >= widest + em * 0.3
        pointRadius = hasNumbers ? em * 0.15 : max(em * 0.13, min(em * 0.24, cellWidth * 0.3))
        gap = cellWidth > em * 0.8 ? context.theme.lineWidth : 0
        let isPaper = context.size.unit == .point
        let tallest = labels.map { context.name($0, size: labelSize, width: labelWidth).height }.max() ?? 0
        let least = hasNumbers ? em * (isPaper ? 2 : 2.3) : em * (isPaper ? 1.55 : rows.count > 30 ? 1.6 : 1.9)
        rowHeight = context.snapped(max(least, tallest + em * 0.3))
        rowGap = context.snapped(em * 0.15)
    }

    /// The box of some ranks in a row.
    func box(ranks: ClosedRange<Int>, top: Double) -> Rectangle {
        let x = context.snapped(cellsLeft + Double(ranks.lowerBound - 1) * cellWidth)
        let end = context.snapped(cellsLeft + Double(ranks.upperBound) * cellWidth)
        return Rectangle(x: x, y: top, width: end - x - gap, height: rowHeight - rowGap)
    }

    /// Sets the numbers of the ranks, as many as fit, and the columns' headings, and moves below them.
    func drawHeadings(in frame: inout Frame) {
        let muted = context.theme[.muted]
        let height = context.lineHeight(\.small)
        let middle = frame.y + height / 2
        let widest = context.number("\(rankCount)", size: \.small).width
        let step = [1, 2, 5, 10, 20, 50].first { Double($0) * cellWidth >= widest + context.em * 0.5 } ?? 100
        let ranks = (1...max(1, rankCount)).filter { step == 1 || $0 == 1 || $0 % step == 0 }
        let title = context.block("rank", size: \.small)
        let first = box(ranks: 1...1, top: 0).centre.x
        frame.add(
            title, x: min(cellsLeft, first - widest / 2) - context.em * 0.4, middle: middle, anchor: .end,
            colour: muted)
        var end = -Double.infinity
        for rank in ranks {
            let number = context.number("\(rank)", size: \.small)
            let x = box(ranks: rank...rank, top: 0).centre.x
            guard x - number.width / 2 > end else { continue }
            frame.add(number, x: x, middle: middle, anchor: .middle, colour: muted)
            end = x + number.width / 2 + context.em * 0.25
        }
        for (column, right) in zip(columns, columnRights) {
            let heading = context.block(column.heading, size: \.small)
            frame.add(heading, x: right, middle: middle, anchor: .end, colour: muted)
        }
        frame.y = context.snapped(frame.y + height + context.em * 0.2)
    }

    /// Sets the label with its mark and the columns of words of a row at `frame.y`.
    func drawWords(of row: RankChart.Row, index: Int, in frame: inout Frame) {
        let theme = context.theme
        let middle = frame.y + (rowHeight - rowGap) / 2
        let label = context.name(row.label, size: labelSize, width: labelWidth)
        frame.add(label, x: labelLeft, middle: middle, colour: theme[.ink])
        if let category = row.category {
            frame.scene.add(
                PointMark.shape(
                    category.shape, at: Point(labelLeft - context.em * 0.8, middle),
                    radius: context.markRadius * 0.85, colour: theme[category.role]))
        }
        for (column, right) in zip(columns, columnRights) {
            frame.add(
                column.blocks[index], x: right, middle: middle, anchor: .end, colour: theme[column.role])
        }
    }
}
