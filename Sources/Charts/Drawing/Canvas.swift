import CCairo
import Foundation

/// Draws scenes with Cairo. Contexts and surfaces live and die in this file.
enum Canvas {
    /// One page as large as the scene, in points.
    ///
    /// - Parameter created: The date of creation, ISO 8601, or nil for none.
    static func pdf(of scene: Scene, setter: TextSetter, created: String? = nil) throws -> Data {
        let sink = Sink()
        let pointer = Unmanaged.passUnretained(sink).toOpaque()
        let surface = cairo_pdf_surface_create_for_stream(write, pointer, scene.width, scene.height)
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, PlainText.cleaned(scene.text.title))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, PlainText.cleaned(scene.text.subtitle))
        // An empty date leaves the date out; without this Cairo writes the present time.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created ?? "")
        try paint(on: surface) { cairo in
            draw(scene, on: cairo, setter: setter)
            cairo_show_page(cairo)
        }
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else { throw problem(status) }
        // Cairo writes until the surface is finished; the sink must outlive it.
        return withExtendedLifetime(sink) { sink.data }
    }

    /// Pixels, `scale` a unit.
    static func png(of scene: Scene, setter: TextSetter, scale: Double) throws -> Data {
        guard scale > 0, scale <= 10 else {
            throw ChartProblem(
                field: "format.scale", expected: "a number above 0 and at most 10", found: "\(scale)",
                remedy: "Use 1, or 2 for dense screens.")
        }
        let surface = cairo_image_surface_create(
            CAIRO_FORMAT_ARGB32, Int32((scene.width * scale).rounded(.up)), Int32((scene.height * scale).rounded(.up)))
        defer { cairo_surface_destroy(surface) }
        try paint(on: surface) { cairo in
            cairo_scale(cairo, scale, scale)
            draw(scene, on: cairo, setter: setter)
        }
        let sink = Sink()
        let status = cairo_surface_write_to_png_stream(surface, write, Unmanaged.passUnretained(sink).toOpaque())
        guard status == CAIRO_STATUS_SUCCESS else { throw problem(status) }
        return withExtendedLifetime(sink) { sink.data }
    }

    /// A pixel a unit, on the scene's background or on black.
    static func bitmap(of scene: Scene, setter: TextSetter) throws -> Bitmap {
        let (width, height) = (Int(scene.width.rounded(.up)), Int(scene.height.rounded(.up)))
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        defer { cairo_surface_destroy(surface) }
        try paint(on: surface) { draw(scene, on: $0, setter: setter) }
        cairo_surface_flush(surface)
        guard let bytes = cairo_image_surface_get_data(surface) else { throw problem(CAIRO_STATUS_NO_MEMORY) }
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels: [UInt32] = []
        pixels.reserveCapacity(width * height)
        for row in 0..<height {
            let start = UnsafeRawPointer(bytes + row * stride).assumingMemoryBound(to: UInt32.self)
            pixels.append(contentsOf: UnsafeBufferPointer(start: start, count: width))
        }
        return Bitmap(width: width, height: height, pixels: pixels)
    }

    private final class Sink {
        var data = Data()
    }

    private static let write: cairo_write_func_t = { sink, bytes, count in
        guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().data.append(bytes, count: Int(count))
        return CAIRO_STATUS_SUCCESS
    }

    private static func paint(on surface: OpaquePointer?, _ draw: (OpaquePointer) -> Void) throws {
        guard let cairo = cairo_create(surface) else { throw problem(CAIRO_STATUS_NO_MEMORY) }
        draw(cairo)
        let status = cairo_status(cairo)
        cairo_destroy(cairo)
        guard status == CAIRO_STATUS_SUCCESS else { throw problem(status) }
    }

    private static func problem(_ status: cairo_status_t) -> ChartProblem {
        ChartProblem(
            field: "surface", expected: "success", found: String(cString: cairo_status_to_string(status)),
            remedy: "Check the memory, and the width of the chart.")
    }

    private static func draw(_ scene: Scene, on cairo: OpaquePointer, setter: TextSetter) {
        if let background = scene.background {
            set(background, on: cairo)
            cairo_paint(cairo)
        }
        for element in scene.elements {
            switch element {
            case .text(let text):
                set(text.colour, on: cairo)
                setter.draw(text, on: cairo)
            case .shape(let shape): draw(shape, on: cairo)
            }
        }
    }

    private static func draw(_ shape: Shape, on cairo: OpaquePointer) {
        cairo_new_path(cairo)
        trace(shape.geometry, on: cairo)
        if let fill = shape.fill {
            set(fill, on: cairo)
            cairo_fill_preserve(cairo)
        }
        if let stroke = shape.stroke {
            set(stroke, on: cairo)
            cairo_set_line_width(cairo, shape.strokeWidth)
            cairo_set_dash(cairo, shape.dash, Int32(shape.dash.count), 0)
            cairo_stroke_preserve(cairo)
        }
        cairo_new_path(cairo)
    }

    private static func trace(_ geometry: Geometry, on cairo: OpaquePointer) {
        switch geometry {
        case .rectangle(let box, let radius) where radius > 0:
            let corners = [
                (box.right - radius, box.y + radius, -0.5), (box.right - radius, box.bottom - radius, 0),
                (box.x + radius, box.bottom - radius, 0.5), (box.x + radius, box.y + radius, 1),
            ]
            for (x, y, turn) in corners {
                cairo_arc(cairo, x, y, radius, turn * .pi, (turn + 0.5) * .pi)
            }
            cairo_close_path(cairo)
        case .rectangle(let box, _):
            cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
        case .circle(let centre, let radius):
            cairo_arc(cairo, centre.x, centre.y, radius, 0, 2 * .pi)
            cairo_close_path(cairo)
        case .leftHalfDisc(let centre, let radius):
            cairo_arc(cairo, centre.x, centre.y, radius, 0.5 * .pi, 1.5 * .pi)
            cairo_close_path(cairo)
        case .polygon(let points):
            trace(points, on: cairo)
            cairo_close_path(cairo)
        case .lines(let lines):
            for line in lines { trace(line, on: cairo) }
        }
    }

    private static func trace(_ points: [Point], on cairo: OpaquePointer) {
        guard let first = points.first else { return }
        cairo_move_to(cairo, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(cairo, point.x, point.y) }
    }

    private static func set(_ colour: Colour, on cairo: OpaquePointer) {
        cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
    }
}
