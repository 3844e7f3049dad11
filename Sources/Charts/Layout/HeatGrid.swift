/// How the columns of a heat map share the width: how much each cell can say, and into how many blocks they break.
struct HeatGrid {
    /// What a cell has room for, the least first.
    enum Detail: Int, Comparable {
        /// The number, its mark below it.
        case number
        /// The number with its mark beside it.
        case numberAndMark
        /// As before, and the interval below.
        case interval

        static func < (left: Detail, right: Detail) -> Bool { left.rawValue < right.rawValue }
    }

    let labelLeft: Double
    let labelWidth: Double
    let cellWidth: Double
    let cellHeight: Double
    let detail: Detail
    /// The columns of each block.
    let blocks: [Range<Int>]
    /// Left end of the first column.
    let cellsLeft: Double
    /// The space before the margin of means.
    let marginGap: Double

    /// - Parameters:
    ///   - numberWidth: The widest number at body size.
    ///   - intervalWidth: The widest interval at small size, or nil if there are none.
    init(
        labels: [String], labelIndent: Double, columnCount: Int, hasMean: Bool, hasMarks: Bool, numberWidth: Double,
        smallNumberWidth: Double, intervalWidth: Double?, left: Double, right: Double, context: LayoutContext
    ) {
        let em = context.em
        let natural = labels.map { context.block($0).width }.max() ?? 0
        labelLeft = left + labelIndent
        let share = (right - left) * (context.widthInEms < 40 ? 0.29 : 0.24)
        // A label in two lines needs a little more than half its width.
        labelWidth = min(natural, max(em * 5.5, share))
        let gap = em * 0.6
        let marginGap = hasMean ? em * 0.4 : 0
        let room = right - labelLeft - labelWidth - gap - marginGap
        let least = smallNumberWidth + em * 0.45
        let meanCount = hasMean ? 1 : 0
        let perBlock = max(1, Int(room / least) - meanCount)
        let blockCount = (columnCount + perBlock - 1) / perBlock
        // Blocks of about equal size, larger ones first.
        let (size, rest) = (columnCount / blockCount, columnCount % blockCount)
        var start = 0
        blocks = (0..<blockCount).map { block in
            let end = start + size + (block < rest ? 1 : 0)
            defer { start = end }
            return start..<end
        }
        let widest = Double((blocks.map(\.count).max() ?? 1) + meanCount)
        let fitting = min(room / widest, em * 9)
        cellWidth = context.size.unit == .pixel ? fitting.rounded(.down) : fitting
        let markWidth = hasMarks ? em * 2.2 : 0
        if let intervalWidth, cellWidth >= max(intervalWidth, numberWidth + markWidth) + em * 0.6 {
            detail = .interval
        } else if cellWidth >= numberWidth + markWidth + em * 0.6 {
            detail = .numberAndMark
        } else {
            detail = .number
        }
        let isPaper = context.size.unit == .point
        let height =
            switch detail {
            case .interval: em * (isPaper ? 2.75 : 3.1)
            case .numberAndMark: em * (isPaper ? 1.8 : 2.3)
            case .number: em * (hasMarks ? 2.75 : isPaper ? 1.8 : 2.3)
            }
        cellHeight = context.snapped(height)
        self.marginGap = marginGap
        cellsLeft = context.snapped(labelLeft + labelWidth + gap)
    }

    /// The box of a cell by its place within the block, before spaces between cells are taken off.
    func box(column: Int, top: Double, isMean: Bool = false) -> Rectangle {
        Rectangle(
            x: cellsLeft + Double(column) * cellWidth + (isMean ? marginGap : 0), y: top, width: cellWidth,
            height: cellHeight)
    }
}
