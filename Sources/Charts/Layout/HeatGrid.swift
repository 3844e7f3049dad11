/// How the columns of a heat map share the width: how much each cell can say, and into how many blocks they break.
struct HeatGrid {
    /// What a cell has room for.
    enum Detail {
        /// The number, its mark below it.
        case number
        /// The number with its mark beside it.
        case numberAndMark
        /// As before, and the interval below.
        case interval
    }

    /// What the cells hold.
    struct Content {
        var labels: [String]
        /// Room before each label, for a mark.
        var labelIndent: Double
        var columnCount: Int
        /// The widest mean with its heading, or nil for no margin.
        var meanWidth: Double?
        var hasMarks: Bool
        /// The widest number at body size.
        var numberWidth: Double
        var smallNumberWidth: Double
        /// The widest interval at small size, or nil if there are none.
        var intervalWidth: Double?
    }

    let labelLeft: Double
    let labelWidth: Double
    let labelSize: KeyPath<TypeSizes, Double>
    let cellWidth: Double
    let cellHeight: Double
    let detail: Detail
    /// The columns of each block.
    let blocks: [Range<Int>]
    /// Left end of the first column.
    let cellsLeft: Double
    private let meanWidth: Double

    /// - Parameter leastBlocks: More blocks make wider columns, where headings ask for them.
    init(content: Content, leastBlocks: Int, left: Double, right: Double, context: LayoutContext) {
        let em = context.em
        let isNarrow = context.isNarrow
        labelSize = isNarrow ? \.small : \.body
        labelLeft = left + content.labelIndent
        labelWidth = Self.labelWidth(
            content.labels, size: labelSize, isNarrow: isNarrow, width: right - left, context: context)
        meanWidth = content.meanWidth.map { $0 + em * (isNarrow ? 0.5 : 1.4) } ?? 0
        cellsLeft = context.snapped(labelLeft + labelWidth + em * 0.4)
        let room = right - cellsLeft - meanWidth
        let least = content.smallNumberWidth + em * 0.2
        let perBlock = max(1, Int(room / least))
        let blockCount = min(content.columnCount, max(leastBlocks, (content.columnCount + perBlock - 1) / perBlock))
        // Blocks of about equal size, larger ones first.
        let (share, rest) = (content.columnCount / blockCount, content.columnCount % blockCount)
        var start = 0
        blocks = (0..<blockCount).map { block in
            let end = start + share + (block < rest ? 1 : 0)
            defer { start = end }
            return start..<end
        }
        let fitting = min(room / Double(blocks.map(\.count).max() ?? 1), em * 9.5)
        cellWidth = context.size.unit == .pixel ? fitting.rounded(.down) : fitting
        let pairWidth = content.numberWidth + (content.hasMarks ? em * 1.1 : 0)
        if let interval = content.intervalWidth, cellWidth >= max(interval, pairWidth) + em * 0.4 {
            detail = .interval
        } else if cellWidth >= pairWidth + em * 0.6 {
            detail = .numberAndMark
        } else {
            detail = .number
        }
        let isPaper = context.size.unit == .point
        let height =
            switch detail {
            case .interval: em * (isPaper ? 2.75 : 3.1)
            case .numberAndMark: em * (isPaper ? 1.9 : 2.3)
            case .number: em * (content.hasMarks ? 2.6 : isPaper ? 1.9 : 2.3)
            }
        // Labels of two lines must not touch the next ones.
        let (size, width) = (labelSize, labelWidth)
        let labels = content.labels.map { context.name($0, size: size, width: width).height }.max() ?? 0
        cellHeight = context.snapped(max(height, labels + em * 0.3))
    }

    /// The box of a cell by its place within the block.
    func box(column: Int, top: Double) -> Rectangle {
        Rectangle(x: cellsLeft + Double(column) * cellWidth, y: top, width: cellWidth, height: cellHeight)
    }

    /// The box of a mean after so many columns.
    func meanBox(after columnCount: Int, top: Double) -> Rectangle {
        Rectangle(
            x: cellsLeft + Double(columnCount) * cellWidth, y: top, width: meanWidth, height: cellHeight)
    }

    /// The width in which all labels stand: on one line where there is room, else on two, and never more than a part
    /// of the whole.
    static func labelWidth(
        _ labels: [String], size: KeyPath<TypeSizes, Double>, isNarrow: Bool, width: Double, context: LayoutContext
    ) -> Double {
        let natural = labels.map { context.block($0, size: size).width }.max() ?? 0
        let most = min(natural, isNarrow ? width * 0.28 : max(context.em * 9, width * 0.24))
        guard isNarrow else { return most }
        var narrow = min(most, context.em * 3.5)
        while narrow < most, labels.contains(where: { !Self.fits($0, size: size, width: narrow, context: context) }) {
            narrow = min(most, narrow + context.em * 0.25)
        }
        return narrow
    }

    /// Whether a label stands on two lines without a break within a word.
    private static func fits(
        _ label: String, size: KeyPath<TypeSizes, Double>, width: Double, context: LayoutContext
    ) -> Bool {
        context.longestPiece(of: label, size: size) <= width
            && !context.name(label, size: size, width: width).isShortened
    }
}
