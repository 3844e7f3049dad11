/// Two small bars that run from a common middle to both sides, with counts at their ends.
struct FlipBars {
    private let context: LayoutContext
    private let most: Int
    private let countWidth: Double
    private let length: Double
    private var gap: Double { context.em * 0.3 }
    private var headingGap: Double { context.em * 0.45 }

    /// The room for bars and counts.
    var width: Double { 2 * (length + gap + countWidth) }

    /// Nil if there is nothing to draw.
    init?(_ flips: [ReleaseForestChart.Flips], context: LayoutContext) {
        guard !flips.isEmpty else { return nil }
        self.context = context
        let counts = flips.flatMap { [$0.lost, $0.gained] }
        most = max(1, counts.max() ?? 1)
        countWidth = counts.map { context.number(ValueFormat.count($0), size: \.small).width }.max() ?? 0
        length = context.em * (context.widthInEms > 70 ? 3.2 : 1.9)
    }

    /// Draws the bars around `centre`.
    func draw(_ flips: ReleaseForestChart.Flips, centre: Point, in frame: inout Frame) {
        let theme = context.theme
        let height = context.em * 0.5
        for (count, side, role) in [(flips.lost, -1.0, ColourRole.fail), (flips.gained, 1.0, .pass)] {
            let reach = count <= 0 ? 0 : max(context.theme.lineWidth, Double(count) / Double(most) * length)
            let box = Rectangle(
                x: side < 0 ? centre.x - reach : centre.x, y: centre.y - height / 2, width: reach, height: height)
            if reach > 0 {
                // Lost is hollow, gained is filled: the side tells them apart, and the fill once more.
                let isHollow = side < 0 && reach > 3 * theme.lineWidth
                let outline = isHollow ? box.inset(by: theme.lineWidth / 2) : box
                frame.scene.add(
                    Shape(
                        geometry: .rectangle(outline, radius: 0),
                        fill: isHollow ? theme[role].mixed(with: theme.page, share: 0.8) : theme[role],
                        stroke: isHollow ? theme[role] : nil, strokeWidth: theme.lineWidth))
            }
            let block = context.number(ValueFormat.count(count), size: \.small)
            frame.add(
                block, x: centre.x + side * (reach + gap), middle: centre.y, anchor: side < 0 ? .end : .start,
                colour: theme[.muted])
        }
    }

    /// Draws the line from which the bars run.
    func drawMiddle(x: Double, spans: [ClosedRange<Double>], in frame: inout Frame) {
        let x = context.snappedLine(x)
        let lines = spans.map { [Point(x, $0.lowerBound), Point(x, $0.upperBound)] }
        frame.scene.add(
            Shape(geometry: .lines(lines), stroke: context.theme[.axis], strokeWidth: context.theme.hairlineWidth))
    }

    /// The words over the two sides, the left one ending and the right one beginning at the middle.
    private var headings: [(block: TextBlock, side: Double)] {
        [("right to wrong", -1.0), ("wrong to right", 1.0)].map { words, side in
            let block = context.block(
                words, size: \.small, width: width / 2 - headingGap, lines: 3, alignment: side < 0 ? .end : .start)
            return (block, side)
        }
    }

    var headingsHeight: Double { headings.map(\.block.height).max() ?? 0 }

    func drawHeadings(centre: Double, bottom: Double, in frame: inout Frame) {
        for (block, side) in headings {
            frame.add(
                block, x: centre + side * headingGap, middle: bottom - block.height / 2,
                anchor: side < 0 ? .end : .start,
                colour: context.theme[.muted])
        }
    }
}
