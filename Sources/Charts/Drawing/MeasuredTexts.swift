/// A text as a chart asks for it to be measured.
struct TextRequest: Hashable {
    var string: String
    var style: TextStyle
    var maximumWidth: Double?
    var maximumLines: Int
    var alignment: TextBlock.Alignment
    var wordBreaks: WordBreaks
}

/// Texts that were measured before. Shaping a text takes most of a drawing's time, and the drawings of a site share theirs:
/// each figure comes in two themes and three widths, and all of them name the same models.
///
/// Texts are forgotten all at once when they are many, so that a process that draws for days does not grow.
final class MeasuredTexts {
    private static let limit = 20_000

    private var blocks: [TextRequest: TextBlock] = [:]
    private var glyphs: [TextBlock: [PlacedGlyph]] = [:]

    func block(_ request: TextRequest, measure: (TextRequest) -> TextBlock) -> TextBlock {
        if let known = blocks[request] { return known }
        let block = measure(request)
        if blocks.count >= Self.limit { blocks = [:] }
        blocks[request] = block
        return block
    }

    func glyphs(_ block: TextBlock, place: (TextBlock) -> [PlacedGlyph]) -> [PlacedGlyph] {
        if let known = glyphs[block] { return known }
        let placed = place(block)
        if glyphs.count >= Self.limit { glyphs = [:] }
        glyphs[block] = placed
        return placed
    }
}
