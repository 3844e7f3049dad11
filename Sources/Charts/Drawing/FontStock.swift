import CCairo
import Synchronization

/// Loaded fonts, and the outlines and measures taken from them, which drawings of one process hand on to each other.
///
/// Finding and opening fonts takes longer than most drawings, so a drawing takes a stock that an earlier one gave back.
/// One drawing at a time uses a stock, so drawings on several threads do not meet; what a stock holds depends on the
/// installed fonts alone, so no drawing can tell whether its stock is new.
final class FontStock: @unchecked Sendable {
    /// Family, weight and style as Pango names them.
    private struct Face {
        let name: String
        /// The face at 1,000 units an em, owned.
        let font: OpaquePointer?
        /// SVG paths by the number of the glyph.
        var paths: [UInt32: String] = [:]
    }

    let families: String
    /// What was measured with these fonts.
    let texts = MeasuredTexts()
    /// Makes layouts. Hinting is off and positions are not rounded.
    let context: OpaquePointer
    private let scratch: OpaquePointer
    private var faces: [Face] = []
    /// The faces of the fonts met so far, which are owned, so that no other font takes their address.
    private var facesOfFonts: [UnsafeMutablePointer<PangoFont>: Int] = [:]

    private static let unused = Mutex<[String: [FontStock]]>([:])
    /// As many as threads that draw at a time; more are not worth their memory.
    private static let unusedLimit = 32

    /// A stock for some families, the first first: one given back, or a new one.
    static func take(families: [String]) -> FontStock {
        let names = families.joined(separator: ",")
        return unused.withLock { $0[names]?.popLast() } ?? FontStock(families: names)
    }

    /// Leaves a stock to the next drawing.
    static func giveBack(_ stock: FontStock) {
        unused.withLock { unused in
            guard unused[stock.families, default: []].count < unusedLimit else { return }
            unused[stock.families, default: []].append(stock)
        }
    }

    private init(families: String) {
        self.families = families
        let map = pango_cairo_font_map_new()
        context = pango_font_map_create_context(map)
        g_object_unref(UnsafeMutableRawPointer(map))
        let options = Self.options(antialias: CAIRO_ANTIALIAS_GRAY)
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
        for font in facesOfFonts.keys { g_object_unref(UnsafeMutableRawPointer(font)) }
        for face in faces { cairo_scaled_font_destroy(face.font) }
        cairo_destroy(scratch)
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// The number of a font's face, whatever the font's size.
    func face(of font: UnsafeMutablePointer<PangoFont>) -> Int {
        if let known = facesOfFonts[font] { return known }
        let description = pango_font_describe(font)
        defer { pango_font_description_free(description) }
        pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE)
        let text = pango_font_description_to_string(description)
        defer { g_free(text) }
        let name = text.map { String(cString: $0) } ?? ""
        let number = faces.firstIndex { $0.name == name } ?? faces.count
        if number == faces.count { faces.append(Face(name: name, font: Self.scaled(font))) }
        g_object_ref(UnsafeMutableRawPointer(font))
        facesOfFonts[font] = number
        return number
    }

    /// The outline of a glyph as an SVG path at 1,000 units an em, y downwards; empty for a glyph without ink.
    func path(of glyph: UInt32, face: Int) -> String {
        if let known = faces[face].paths[glyph] { return known }
        let path = outline(of: glyph, face: face).pathData
        faces[face].paths[glyph] = path
        return path
    }

    private func outline(of glyph: UInt32, face: Int) -> GlyphOutline {
        guard let font = faces[face].font else { return GlyphOutline() }
        cairo_set_scaled_font(scratch, font)
        cairo_new_path(scratch)
        var index = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
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

    private static func scaled(_ font: UnsafeMutablePointer<PangoFont>) -> OpaquePointer? {
        guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)) else { return nil }
        var scale = cairo_matrix_t()
        cairo_matrix_init_scale(&scale, 1000, 1000)
        var identity = cairo_matrix_t()
        cairo_matrix_init_identity(&identity)
        let options = options(antialias: CAIRO_ANTIALIAS_DEFAULT)
        defer { cairo_font_options_destroy(options) }
        return cairo_scaled_font_create(cairo_scaled_font_get_font_face(scaled), &scale, &identity, options)
    }

    private static func options(antialias: cairo_antialias_t) -> OpaquePointer? {
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, antialias)
        return options
    }
}
