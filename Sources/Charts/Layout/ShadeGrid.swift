/// How a heat map too large for numbers shares the width: shaded cells in numbered columns, with a thin gap after
/// every fifth, that break into as few blocks as possible.
struct ShadeGrid {
    /// The height of a map with numbers, in em, beyond which it is drawn in shades.
    static func mostHeight(_ context: LayoutContext) -> Double { context.size.unit == .point ? 75 : 150 }

    let labelLeft: Double
    let labelWidth: Double
    let cellWidth: Double
    let rowHeight: Double
    /// The columns of each block.
    let blocks: [Range<Int>]
    /// Whether a cell is large enough to be pointed at; if not, its row is.
    var hasCellTargets: Bool { cellWidth >= em }
    /// Right end of the means.
    let meansRight: Double
    private let cellsLeft: Double
    private let gap: Double
    private let em: Double

    init(
        labels: [String], labelIndent: Double, columnCount: Int, meanWidth: Double?, left: Double, right: Double,
        context: LayoutContext
    ) {
        let em = context.em
        self.em = em
        labelLeft = left + labelIndent
        let natural = labels.map { context.block($0, size: \.small).width }.max() ?? 0
        labelWidth = min(natural, context.isNarrow ? (right - left) * 0.44 : em * 15)
        let cellsLeft = context.snapped(labelLeft + labelWidth + em * 0.5)
        let gap = context.theme.lineWidth * 2
        (self.cellsLeft, self.gap) = (cellsLeft, gap)
        let room = right - cellsLeft - (meanWidth.map { $0 + em * 0.5 } ?? 0)
        func least(_ count: Int) -> Double {
            let gaps = Double((count - 1) / 5) * gap
            return Double(count) * em * 0.44 + gaps
        }
        let perBlock = (1...max(1, columnCount)).last { least($0) <= room } ?? 1
        let count = min(columnCount, (columnCount + perBlock - 1) / perBlock)
        // Blocks of whole fives, so that the gaps of all blocks lie below each other.
        let share = count == 1 ? columnCount : ((columnCount + count - 1) / count + 4) / 5 * 5
        blocks = stride(from: 0, to: columnCount, by: share).map { $0..<min(columnCount, $0 + share) }
        let fitting = min(em * 3, (room - Double((share - 1) / 5) * gap) / Double(share))
        let isWhole = context.size.unit == .pixel && fitting >= em * 0.8
        cellWidth = isWhole ? fitting.rounded(.down) : fitting
        let cellsRight = cellsLeft + Double(share) * cellWidth + Double((share - 1) / 5) * gap
        meansRight = min(right, cellsRight + em * 0.7 + (meanWidth ?? 0))
        rowHeight = context.snapped(max(em * 1.1, context.lineHeight(\.small)))
    }

    /// Left and right end of a cell by its place within the block.
    func span(_ place: Int) -> ClosedRange<Double> {
        let start = cellsLeft + Double(place) * cellWidth + Double(place / 5) * gap
        return start...(start + cellWidth)
    }
}
