/// A note of a chart's size that says why there is no chart.
public struct NoteChart: Sendable, Hashable {
    /// The words that the chart would have had around it.
    public var text: ChartText
    /// Why nothing can be drawn, and what would change that, in a sentence or two.
    public var reason: String

    /// A note in place of a chart; `reason` is plain text.
    public init(text: ChartText, reason: String) {
        self.text = text
        self.reason = reason
    }
}

extension NoteChart: Chart {
    /// Empty: there is nothing to draw.
    public var table: ChartTable { ChartTable(columns: [], rows: []) }

    /// The reason in a dashed frame, below the title.
    ///
    /// - Throws: `ChartProblem` if the width is under 16 times the body type.
    public func layout(in context: LayoutContext) throws -> Scene {
        var frame = try Frame(text: text, context: context)
        let em = context.em
        let words = context.block(
            reason, size: \.subtitle, width: min(frame.width - em * 4, em * 40), lines: 8, alignment: .middle)
        let box = Rectangle(x: frame.left, y: frame.y, width: frame.width, height: max(em * 9, words.height + em * 4))
        frame.scene.add(
            Shape(
                geometry: .rectangle(box.inset(by: context.theme.lineWidth / 2), radius: em * 0.4),
                stroke: context.theme[.axis], strokeWidth: context.theme.lineWidth, dash: [em * 0.3, em * 0.3]))
        frame.add(
            words, x: box.centre.x, middle: box.centre.y, anchor: .middle, colour: context.theme[.muted])
        frame.y = box.bottom
        return frame.finished()
    }
}
