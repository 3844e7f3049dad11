/// Headings of narrow columns: centred and wrapped where they fit, else a staircase of words that end at their
/// column and run to the left, each with a thin line down to it. Words never turn.
///
/// In the staircase a word stands above all words on its left that it would touch, so no line crosses a word.
struct ColumnHeadings {
    private struct Placed {
        var block: TextBlock
        /// Left end of the word.
        var x: Double
        /// 0 stands nearest to the cells.
        var tier: Int
    }

    private let placed: [Placed]
    private let centres: [Double]
    private let isStaircase: Bool
    private let tierHeight: Double
    private let foot: Double
    let height: Double

    /// - Parameters:
    ///   - centres: Of the columns, ascending.
    ///   - width: Of a column.
    ///   - left: Where words may begin.
    init(labels: [String], centres: [Double], width: Double, left: Double, context: LayoutContext) {
        self.centres = centres
        foot = context.em * 0.4
        tierHeight = context.lineHeight(\.small) + context.em * 0.05
        let room = width - context.em * 0.3
        let wrapped = labels.map { context.name($0, size: \.small, width: room, lines: 3, alignment: .middle) }
        let fit = zip(labels, wrapped).allSatisfy { label, block in
            !block.isShortened && Self.keepsWords(label, room: room, context: context)
        }
        if fit {
            isStaircase = false
            placed = zip(wrapped, centres).map { Placed(block: $0, x: $1 - $0.width / 2, tier: 0) }
            height = wrapped.map(\.height).max() ?? 0
            return
        }
        isStaircase = true
        let gap = context.em * 0.35
        var steps: [Placed] = []
        for (label, centre) in zip(labels, centres) {
            // The word ends a little right of its line.
            let end = centre + min(width / 2, context.em * 0.5)
            let block = context.block(label, size: \.small, width: max(context.em * 3, end - left))
            let x = max(left, end - block.width)
            let touched = steps.filter { $0.x + $0.block.width + gap > x }
            steps.append(Placed(block: block, x: x, tier: (touched.map(\.tier).max() ?? -1) + 1))
        }
        placed = steps
        height = Double((steps.map(\.tier).max() ?? 0) + 1) * tierHeight + foot
    }

    /// Sets the headings with their lower ends at `bottom`.
    func draw(bottom: Double, in frame: inout Frame) {
        let context = frame.context
        let theme = context.theme
        if isStaircase {
            let lines = zip(placed, centres).map { step, centre in
                let x = context.snappedLine(centre)
                let top = bottom - foot - Double(step.tier) * tierHeight
                return [Point(x, top + context.em * 0.05), Point(x, bottom)]
            }
            frame.scene.add(
                Shape(
                    geometry: .lines(lines), stroke: theme[.axis].mixed(with: theme.page, share: 0.4),
                    strokeWidth: theme.hairlineWidth))
        }
        for step in placed {
            let lower = isStaircase ? bottom - foot - Double(step.tier) * tierHeight : bottom - context.em * 0.1
            frame.scene.add(
                PlacedText(block: step.block, x: step.x, y: lower - step.block.height, colour: theme[.ink]))
        }
    }

    /// Whether the longest piece between two chances to break fits, so that no word is broken within.
    private static func keepsWords(_ label: String, room: Double, context: LayoutContext) -> Bool {
        context.longestPiece(of: label, size: \.small) <= room
    }
}
