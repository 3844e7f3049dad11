import CCairo
import Foundation

/// Writes an image surface as PNG.
///
/// Written here rather than by Cairo, which tries every filter on every row: charts are flat areas, which compress best
/// unfiltered, in less than half the time.
enum PNGWriter {
    /// Smaller than what Cairo writes; higher levels save little and take much longer.
    private static let level: Int32 = 4

    /// The file, in RGB if every pixel is opaque, else in RGBA.
    ///
    /// - Parameter surface: An image surface in ARGB32.
    /// - Throws: `ChartProblem` if there is no memory.
    static func data(of surface: OpaquePointer) throws -> Data {
        cairo_surface_flush(surface)
        guard let start = cairo_image_surface_get_data(surface) else { throw noMemory }
        let (width, height) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        let stride = Int(cairo_image_surface_get_stride(surface))
        let rows = (0..<height).map { row in
            (start + row * stride).withMemoryRebound(to: UInt32.self, capacity: width) {
                UnsafeBufferPointer(start: $0, count: width)
            }
        }
        let isOpaque = rows.allSatisfy { row in row.allSatisfy { $0 >> 24 == 255 } }
        var file = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // Eight bits a channel; RGB or RGBA; the only compression and set of filters; not interlaced.
        append("IHDR", bigEndian(width) + bigEndian(height) + [8, isOpaque ? 2 : 6, 0, 0, 0], to: &file)
        append("IDAT", try compressed(rows, channels: isOpaque ? 3 : 4, width: width), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    private static func compressed(
        _ rows: [UnsafeBufferPointer<UInt32>], channels: Int, width: Int
    ) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, level, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            throw noMemory
        }
        defer { deflateEnd(&stream) }
        var result: [UInt8] = []
        // The first byte of a row names its filter, 0 for none.
        var line = [UInt8](repeating: 0, count: 1 + width * channels)
        var output = [UInt8](repeating: 0, count: 1 << 16)
        for (position, row) in rows.enumerated() {
            fill(&line, from: row, channels: channels)
            let flush = position == rows.count - 1 ? Z_FINISH : Z_NO_FLUSH
            try line.withUnsafeMutableBufferPointer { line in
                stream.next_in = line.baseAddress
                stream.avail_in = UInt32(line.count)
                repeat {
                    let written = try output.withUnsafeMutableBufferPointer { output in
                        stream.next_out = output.baseAddress
                        stream.avail_out = UInt32(output.count)
                        guard deflate(&stream, flush) != Z_STREAM_ERROR else { throw noMemory }
                        return output.count - Int(stream.avail_out)
                    }
                    result.append(contentsOf: output[..<written])
                } while stream.avail_out == 0
            }
        }
        return result
    }

    /// Colours as PNG holds them, not multiplied by their opacity.
    private static func fill(_ line: inout [UInt8], from row: UnsafeBufferPointer<UInt32>, channels: Int) {
        line.withUnsafeMutableBufferPointer { line in
            var place = 1
            for pixel in row {
                let alpha = pixel >> 24
                var (red, green, blue) = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
                if alpha != 255, alpha != 0 {
                    red = (red * 255 + alpha / 2) / alpha
                    green = (green * 255 + alpha / 2) / alpha
                    blue = (blue * 255 + alpha / 2) / alpha
                }
                line[place] = UInt8(truncatingIfNeeded: red)
                line[place + 1] = UInt8(truncatingIfNeeded: green)
                line[place + 2] = UInt8(truncatingIfNeeded: blue)
                if channels == 4 { line[place + 3] = UInt8(truncatingIfNeeded: alpha) }
                place += channels
            }
        }
    }

    /// A chunk: length, name, content and the checksum of the two.
    private static func append(_ name: String, _ content: [UInt8], to file: inout Data) {
        let named = Array(name.utf8) + content
        file.append(contentsOf: bigEndian(content.count))
        file.append(contentsOf: named)
        file.append(contentsOf: bigEndian(Int(crc32(0, named, UInt32(named.count)))))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static var noMemory: ChartProblem {
        ChartProblem(
            field: "surface", expected: "memory for the picture", found: "none", remedy: "Use a smaller scale.")
    }
}
