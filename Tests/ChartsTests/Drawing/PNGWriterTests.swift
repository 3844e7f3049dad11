import CCairo
import Foundation
import Testing

@testable import Charts

@Suite("Pictures of pixels")
struct PNGWriterTests {
    @Test("Cairo reads back the pixels that were written", arguments: [1.0, 0.5, 0.0])
    func roundTrip(opacity: Double) throws {
        let surface = try #require(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 37, 11))
        defer { cairo_surface_destroy(surface) }
        let cairo = cairo_create(surface)
        cairo_set_source_rgba(cairo, 0.2, 0.6, 0.9, opacity)
        cairo_paint(cairo)
        cairo_set_source_rgba(cairo, 0.9, 0.1, 0.3, 1)
        cairo_arc(cairo, 12, 5, 4, 0, 6)
        cairo_fill(cairo)
        cairo_destroy(cairo)
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).png")
        defer { try? FileManager.default.removeItem(at: file) }
        let data = try PNGWriter.data(of: surface)
        try data.write(to: file)
        let read = try #require(cairo_image_surface_create_from_png(file.path))
        defer { cairo_surface_destroy(read) }
        #expect(cairo_surface_status(read) == CAIRO_STATUS_SUCCESS)
        #expect(bytes(of: read, opaque: opacity == 1) == bytes(of: surface, opaque: opacity == 1))
        // The kind of colour stands after the size and the depth: 2 for RGB, 6 for RGBA.
        #expect(data[25] == (opacity == 1 ? 2 : 6))
    }

    private func bytes(of surface: OpaquePointer, opaque: Bool) -> [UInt32] {
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface))
        let (width, height) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        guard let start = cairo_image_surface_get_data(surface) else { return [] }
        return (0..<height).flatMap { row in
            (start + row * stride).withMemoryRebound(to: UInt32.self, capacity: width) { pixels in
                (0..<width).map { opaque ? pixels[$0] & 0xFF_FFFF : pixels[$0] }
            }
        }
    }
}
