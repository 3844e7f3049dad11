/// The words around a drawing, and where the drawing may stand between them.
struct Frame {
    let context: LayoutContext
    var scene: Scene
    /// Left and right ends of the drawing.
    let left: Double
    let right: Double
    /// Where the next thing begins.
    var y: Double

    var width: Double { right - left }
    private var padding: Double { left }

    /// Sets title and subtitle.
    init(text: ChartText, context: LayoutContext) throws {
        guard context.widthInEms >= 16 else {
            throw ChartProblem(
                field: "size.width", expected: "at least \(SVGWriter.number(16 * context.em)) for this theme's type",
                found: SVGWriter.number(context.size.width), remedy: "Use a wider layout.")
        }
        self.context = context
        scene = Scene(
            width: context.size.width, height: 0, text: text,
            background: context.theme.paintsPage ? context.theme.page : nil)
        // On paper the box is tight; half a point keeps outlines of marks inside it.
        left = context.size.unit == .pixel ? (context.em * 0.9).rounded() : 0.5
        right = context.size.width - left
        y = left
        guard context.theme.showsWords else { return }
        if !text.title.isEmpty {
            let title = Self.title(text.title, width: right - left, context: context)
            place(title, colour: .ink)
            y += context.em * 0.3
        }
        if !text.subtitle.isEmpty {
            place(Self.paragraph(text.subtitle, size: \.subtitle, width: width, context: context), colour: .muted)
        }
        if y > left { y += context.em * 0.9 }
    }

    /// Sets the foot and closes the drawing.
    func finished() -> Scene {
        var frame = self
        if context.theme.showsWords, !scene.text.footnote.isEmpty {
            frame.y += context.em * 0.9
            let foot = Self.paragraph(scene.text.footnote, size: \.small, width: width, lines: 7, context: context)
            frame.place(foot, colour: .muted)
        }
        frame.scene.height = (frame.y + padding).rounded(.up)
        return frame.scene
    }

    /// A title that would be cut is set smaller first, down to a little above the body, and then takes a third and a
    /// fourth line: a finding without its end may say something else.
    private static func title(_ title: String, width: Double, context: LayoutContext) -> TextBlock {
        func block(_ share: Double, lines: Int = 2) -> TextBlock {
            let size = max(context.theme.type.title * share, context.em * 1.08)
            return LayoutContext.balanced(width: width, least: width * 0.5) { width in
                context.setter.block(
                    title, style: TextStyle(size: size, weight: .semibold), maximumWidth: width,
                    maximumLines: lines, alignment: .start)
            }
        }
        let full = block(1)
        guard full.isShortened else { return full }
        let smaller = [(0.92, 2), (0.84, 2), (0.92, 3)].lazy.map { block($0.0, lines: $0.1) }
        return smaller.first { !$0.isShortened } ?? block(0.84, lines: 4)
    }

    /// Running text of few lines, the last of them not a single word.
    private static func paragraph(
        _ text: String, size: KeyPath<TypeSizes, Double>, width: Double, lines: Int = 6, context: LayoutContext
    ) -> TextBlock {
        LayoutContext.balanced(width: width, least: width * 0.8) { width in
            context.block(text, size: size, width: width, lines: lines)
        }
    }

    /// Sets a block at the left end and moves below it.
    private mutating func place(_ block: TextBlock, colour: ColourRole) {
        scene.add(PlacedText(block: block, x: left, y: y, colour: context.theme[colour]))
        y += block.height
    }
}

extension Frame {
    /// Sets a block with its left, middle or right at `x` and its vertical middle at `y`.
    mutating func add(
        _ block: TextBlock, x: Double, middle: Double, anchor: TextBlock.Alignment = .start, colour: Colour
    ) {
        let offset =
            switch anchor {
            case .start: 0.0
            case .middle: block.width / 2
            case .end: block.width
            }
        scene.add(PlacedText(block: block, x: x - offset, y: middle - block.height / 2, colour: colour))
    }
}
