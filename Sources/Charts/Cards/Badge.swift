/// A small flat picture for other pages: what is told, and what there is to tell of it.
///
/// As SVG its text is outlines, so that it looks the same wherever it is shown; its words stand in the file's title.
public struct Badge: Sendable, Hashable {
    /// What is told, such as `macro accuracy`; light on dark.
    public var label: String
    /// What there is to tell, such as `63.0% [61.5, 64.4]`; light on the colour of its verdict.
    public var message: String
    /// The verdict's sign before the message, or nil.
    public var mark: VerdictMark?
    /// A word that must stand beside it, such as `simulated`, or nil.
    public var note: String?
    /// All of it in a sentence, for readers who cannot see it.
    public var words: String

    /// A badge without a verdict and without a note, unless they are given; the texts are plain.
    public init(label: String, message: String, mark: VerdictMark? = nil, note: String? = nil, words: String) {
        self.label = label
        self.message = message
        self.mark = mark
        self.note = note
        self.words = words
    }

    /// In pixels.
    public static let height = 26.0
}

extension Badge: Chart {
    /// The words in a sentence as the title; nothing is drawn around the badge.
    public var text: ChartText { ChartText(title: words, summary: "") }

    /// Empty: a badge has no data beside its words.
    public var table: ChartTable { ChartTable(columns: [], rows: []) }

    /// The width follows from the words; each part has at most 320 px and ends in an ellipsis after that.
    public func layout(in context: LayoutContext) throws -> Scene {
        let theme = context.theme
        // Lighter than ink, so that its edge is seen on dark pages too.
        var parts = [
            Part(text: label, fill: theme[.ink].mixed(with: theme.page, share: 0.22), colour: theme.page),
            Part(text: message, fill: theme[mark?.role ?? .general], colour: theme.page, mark: mark),
        ]
        if let note {
            let pale = theme[.inconclusive].mixed(with: theme.page, share: 0.86)
            parts.append(Part(text: note, fill: pale, colour: theme[.ink]))
        }
        var scene = Scene(width: 0, height: Self.height, text: text)
        let radius = 4.0
        for (position, part) in parts.enumerated() {
            let words = context.setter.block(
                part.text, style: TextStyle(size: 13, weight: .medium), maximumWidth: 320, maximumLines: 1,
                alignment: .start)
            let sign = part.mark == nil ? 0 : 20.0
            let box = Rectangle(x: scene.width, y: 0, width: words.width.rounded(.up) + sign + 18, height: Self.height)
            // The outer corners are round; plain stretches cover the inner ones.
            scene.add(Shape(geometry: .rectangle(box, radius: radius), fill: part.fill))
            var plain = box
            if position == 0 { plain.x += radius }
            plain.width -= position == 0 || position == parts.count - 1 ? radius : 0
            scene.add(Shape(geometry: .rectangle(plain, radius: 0), fill: part.fill))
            if let mark = part.mark {
                let centre = Point(box.x + 16, Self.height / 2)
                for shape in VerdictShapes.shapes(
                    mark, at: centre, radius: 6.5, colour: part.colour, page: part.fill)
                {
                    scene.add(shape)
                }
            }
            scene.add(
                PlacedText(
                    block: words, x: box.x + 9 + sign, y: (Self.height - words.height) / 2, colour: part.colour))
            scene.width = box.right
        }
        return scene
    }

    private struct Part {
        var text: String
        var fill: Colour
        var colour: Colour
        var mark: VerdictMark?
    }
}
