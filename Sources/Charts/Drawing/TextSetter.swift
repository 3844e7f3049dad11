import CCairo

/// Measures and draws text with Pango. Plain text only: markup is never parsed.
///
/// One setter serves one drawing; it holds a font map of its own, so drawings on several threads do not meet.
/// Hinting is off and positions are not rounded, so that a text is equally wide in each format and at each scale.
final class TextSetter {
    private let context: OpaquePointer
    private let families: String
    private var layouts: [TextBlock: OpaquePointer] = [:]
    private var faces: [String: OpaquePointer] = [:]
    private let scratch: OpaquePointer

    init(families: [String]) {
        self.families = families.joined(separator: ",")
        let map = pango_cairo_font_map_new()
        context = pango_font_map_create_context(map)
        g_object_unref(UnsafeMutableRawPointer(map))
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_language(context, pango_language_from_string("en"))
        let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nil)
        scratch = cairo_create(surface)
        cairo_surface_destroy(surface)
    }

    deinit {
        for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
        for face in faces.values { cairo_scaled_font_destroy(face) }
        cairo_destroy(scratch)
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// Measures a text after cleaning it.
    func block(
        _ string: String, style: TextStyle, maximumWidth: Double?, maximumLines: Int, alignment: TextBlock.Alignment,
        wordBreaks: WordBreaks = .never
    ) -> TextBlock {
        let cleaned = PlainText.cleaned(string)
        let text =
            switch wordBreaks {
            case .afterPunctuation: PlainText.withBreaks(cleaned)
            case .never: maximumLines > 1 ? PlainText.withoutBreaks(cleaned) : cleaned
            }
        var block = TextBlock(
            string: text, style: style, maximumWidth: maximumWidth, maximumLines: maximumLines,
            alignment: alignment)
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
    func glyphs(of block: TextBlock) -> [PlacedGlyph] {
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
            let face = face(of: font)
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

    /// The outline of a glyph at 1,000 units an em, y downwards.
    func outline(of glyph: PlacedGlyph) -> GlyphOutline {
        guard let face = faces[glyph.face] else { return GlyphOutline() }
        cairo_set_scaled_font(scratch, face)
        cairo_new_path(scratch)
        var index = cairo_glyph_t(index: UInt(glyph.identifier), x: 0, y: 0)
        cairo_glyph_path(scratch, &index, 1)
        guard let path = cairo_copy_path(scratch) else { return GlyphOutline() }
        defer { cairo_path_destroy(path) }
        var outline = GlyphOutline()
        var position = 0
        while position < Int(path.pointee.num_data), let data = path.pointee.data {
            let header = data[position].header
            func point(_ offset: Int) -> Point {
                Point(data[position + offset].point.x, data[position + offset].point.y)
            }
            switch header.type {
            case CAIRO_PATH_MOVE_TO: outline.commands.append(.move(point(1)))
            case CAIRO_PATH_LINE_TO: outline.commands.append(.line(point(1)))
            case CAIRO_PATH_CURVE_TO: outline.commands.append(.curve(point(1), point(2), point(3)))
            default: outline.commands.append(.close)
            }
            position += Int(header.length)
        }
        return outline
    }

    /// The characters of some texts that no installed font has, each once, in order.
    func missingCharacters(in scene: Scene) -> String {
        var found: Set<Character> = []
        for case .text(let text) in scene.elements
        where pango_layout_get_unknown_glyphs_count(layout(of: text.block)) > 0 {
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
        guard let font = pango_context_load_font(context, description) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(font)) }
        let found = pango_font_describe(font)
        defer { pango_font_description_free(found) }
        return pango_font_description_get_family(found).map { String(cString: $0) }
    }

    private static let emptyGlyph: UInt32 = 0x0FFF_FFFF
    private static let unknownFlag: UInt32 = 0x1000_0000

    private static func units(_ value: Int32) -> Double { Double(value) / Double(PANGO_SCALE) }

    private func face(of font: UnsafeMutablePointer<PangoFont>) -> String {
        let description = pango_font_describe(font)
        defer { pango_font_description_free(description) }
        pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE)
        let text = pango_font_description_to_string(description)
        defer { g_free(text) }
        let name = text.map { String(cString: $0) } ?? ""
        if faces[name] == nil, let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)) {
            var scale = cairo_matrix_t()
            cairo_matrix_init_scale(&scale, 1000, 1000)
            var identity = cairo_matrix_t()
            cairo_matrix_init_identity(&identity)
            let options = cairo_font_options_create()
            cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
            cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
            faces[name] = cairo_scaled_font_create(
                cairo_scaled_font_get_font_face(scaled), &scale, &identity, options)
            cairo_font_options_destroy(options)
        }
        return name
    }

    private func layout(of block: TextBlock) -> OpaquePointer {
        let key = TextBlock(
            string: block.string, style: block.style, maximumWidth: block.maximumWidth,
            maximumLines: block.maximumLines, alignment: block.alignment)
        if let layout = layouts[key] { return layout }
        guard let layout = pango_layout_new(context) else { preconditionFailure("Pango gives a layout or aborts") }
        let description = pango_font_description_new()
        pango_font_description_set_family(description, families)
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
