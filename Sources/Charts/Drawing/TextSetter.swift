import CCairo

/// Measures and draws text with Pango. Plain text only: markup is never parsed.
///
/// One setter serves one drawing, with a stock of fonts that no other drawing has at the same time.
/// Hinting is off and positions are not rounded, so that a text is equally wide in each format and at each scale.
final class TextSetter {
    private let stock: FontStock
    private var layouts: [TextBlock: OpaquePointer] = [:]

    init(families: [String]) {
        stock = FontStock.take(families: families)
    }

    deinit {
        for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
        FontStock.giveBack(stock)
    }

    /// Measures a text after cleaning it.
    func block(
        _ string: String, style: TextStyle, maximumWidth: Double?, maximumLines: Int, alignment: TextBlock.Alignment,
        wordBreaks: WordBreaks = .never
    ) -> TextBlock {
        let request = TextRequest(
            string: string, style: style, maximumWidth: maximumWidth, maximumLines: maximumLines,
            alignment: alignment, wordBreaks: wordBreaks)
        return stock.texts.block(request) { measured($0) }
    }

    private func measured(_ request: TextRequest) -> TextBlock {
        let cleaned = PlainText.cleaned(request.string)
        let text =
            switch request.wordBreaks {
            case .afterPunctuation: PlainText.withBreaks(cleaned)
            case .never: request.maximumLines > 1 ? PlainText.withoutBreaks(cleaned) : cleaned
            }
        var block = TextBlock(
            string: text, style: request.style, maximumWidth: request.maximumWidth,
            maximumLines: request.maximumLines, alignment: request.alignment)
        let layout = layout(of: block)
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, &ink, &logical)
        block.width = Self.units(logical.width)
        block.height = Self.units(logical.height)
        block.baseline = Self.units(pango_layout_get_baseline(layout))
        block.ink = Rectangle(
            x: Self.units(ink.x - logical.x), y: Self.units(ink.y - logical.y), width: Self.units(ink.width),
            height: Self.units(ink.height))
        block.lineCount = Int(pango_layout_get_line_count(layout))
        block.isShortened = pango_layout_is_ellipsized(layout) != 0
        block.lacksGlyphs = pango_layout_get_unknown_glyphs_count(layout) > 0
        return block
    }

    /// Draws a text on a Cairo context whose colour is set.
    func draw(_ text: PlacedText, on cairo: OpaquePointer) {
        let layout = layout(of: text.block)
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        cairo_move_to(cairo, text.x - Self.units(logical.x), text.y)
        pango_cairo_show_layout(cairo, layout)
    }

    /// The glyphs of a text, placed from the upper left corner of its box.
    func glyphs(of block: TextBlock) -> [PlacedGlyph] { stock.texts.glyphs(block) { placed($0) } }

    private func placed(_ block: TextBlock) -> [PlacedGlyph] {
        let layout = layout(of: block)
        var logical = PangoRectangle()
        pango_layout_get_extents(layout, nil, &logical)
        var result: [PlacedGlyph] = []
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        repeat {
            // A line ends with an empty run.
            guard let run = pango_layout_iter_get_run_readonly(iterator)?.pointee,
                let font = run.item?.pointee.analysis.font, let glyphs = run.glyphs?.pointee
            else { continue }
            var extents = PangoRectangle()
            pango_layout_iter_get_run_extents(iterator, nil, &extents)
            let face = stock.face(of: font)
            let baseline = pango_layout_iter_get_baseline(iterator)
            var x = extents.x - logical.x
            for index in 0..<Int(glyphs.num_glyphs) {
                let info = glyphs.glyphs[index]
                if info.glyph != Self.emptyGlyph {
                    result.append(
                        PlacedGlyph(
                            face: face, identifier: info.glyph & Self.unknownFlag == 0 ? info.glyph : 0,
                            x: Self.units(x + info.geometry.x_offset),
                            y: Self.units(baseline - logical.y + info.geometry.y_offset)))
                }
                x += info.geometry.width
            }
        } while pango_layout_iter_next_run(iterator) != 0
        return result
    }

    /// The outline of a glyph as an SVG path at 1,000 units an em, y downwards; empty for a glyph without ink.
    func path(of glyph: PlacedGlyph) -> String { stock.path(of: glyph.identifier, face: glyph.face) }

    /// The characters of some texts that no installed font has, each once, in order.
    func missingCharacters(in scene: Scene) -> String {
        var found: Set<Character> = []
        for case .text(let text) in scene.elements where text.block.lacksGlyphs {
            for character in text.block.string where !found.contains(character) {
                let block = TextBlock(
                    string: String(character), style: text.block.style, maximumWidth: nil, maximumLines: 1,
                    alignment: .start)
                if pango_layout_get_unknown_glyphs_count(layout(of: block)) > 0 { found.insert(character) }
            }
        }
        return String(found.sorted())
    }

    /// The family that Pango finds for a wish.
    func family(found wish: String) -> String? {
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, wish)
        guard let font = pango_context_load_font(stock.context, description) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(font)) }
        let found = pango_font_describe(font)
        defer { pango_font_description_free(found) }
        return pango_font_description_get_family(found).map { String(cString: $0) }
    }

    private static let emptyGlyph: UInt32 = 0x0FFF_FFFF
    private static let unknownFlag: UInt32 = 0x1000_0000

    private static func units(_ value: Int32) -> Double { Double(value) / Double(PANGO_SCALE) }

    private func layout(of block: TextBlock) -> OpaquePointer {
        let key = TextBlock(
            string: block.string, style: block.style, maximumWidth: block.maximumWidth,
            maximumLines: block.maximumLines, alignment: block.alignment)
        if let layout = layouts[key] { return layout }
        guard let layout = pango_layout_new(stock.context) else {
            preconditionFailure("Pango gives a layout or aborts")
        }
        let description = pango_font_description_new()
        pango_font_description_set_family(description, stock.families)
        pango_font_description_set_absolute_size(description, block.style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(block.style.weight.rawValue)))
        pango_layout_set_font_description(layout, description)
        pango_font_description_free(description)
        let attributes = pango_attr_list_new()
        if block.style.hasTabularFigures {
            pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"))
        }
        // A hyphen at a break within a name would look like a part of the name.
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_single_paragraph_mode(layout, 1)
        switch block.alignment {
        case .start: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .middle: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .end: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        }
        if let width = block.maximumWidth {
            // Rounded up, so that a text measured without a limit fits into its own width.
            pango_layout_set_width(layout, Int32((max(1, width) * Double(PANGO_SCALE)).rounded(.up)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
            pango_layout_set_height(layout, Int32(-block.maximumLines))
        }
        pango_layout_set_text(layout, block.string, Int32(block.string.utf8.count))
        layouts[key] = layout
        return layout
    }
}
