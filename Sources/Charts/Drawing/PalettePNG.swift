import CZlib
import Foundation

/// Writes pictures of few colours as PNG with a palette (ISO/IEC 15948).
///
/// Cairo writes three bytes a pixel, and text drawn smoothly has hundreds of shades that nobody tells apart. Here
/// shades that agree in their leading bits become one, the commonest of them, so that flat areas keep their colour.
enum PalettePNG {
    /// The file. The same picture gives the same bytes.
    static func data(_ bitmap: Bitmap) throws -> Data {
        let (palette, indexes) = palette(of: bitmap.pixels)
        var rows: [UInt8] = []
        rows.reserveCapacity((bitmap.width + 1) * bitmap.height)
        for row in 0..<bitmap.height {
            // Every row begins with its filter: none, which suits palettes.
            rows.append(0)
            rows.append(contentsOf: indexes[row * bitmap.width..<(row + 1) * bitmap.width])
        }
        var file = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // Eight bits a pixel, colour type 3 (palette), no interlacing.
        add("IHDR", bigEndian(bitmap.width) + bigEndian(bitmap.height) + [8, 3, 0, 0, 0], to: &file)
        add("PLTE", palette.flatMap { [UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }, to: &file)
        add("IDAT", try compressed(rows), to: &file)
        add("IEND", [], to: &file)
        return file
    }

    /// At most 256 colours in the order of their first pixels, and the number of each pixel's colour.
    static func palette(of pixels: [UInt32]) -> (colours: [UInt32], indexes: [UInt8]) {
        // Two bits a channel are 64 colours at most, so the last round always fits.
        for bits in [5, 4, 3, 2] {
            let mask = UInt32(0xFF << (8 - bits) & 0xFF) * 0x01_01_01
            if let found = palette(of: pixels, mask: mask) { return found }
        }
        preconditionFailure("two bits a channel are 64 colours")
    }

    private static func palette(of pixels: [UInt32], mask: UInt32) -> (colours: [UInt32], indexes: [UInt8])? {
        // The number of each colour, and how often each shade that became it occurs.
        var numbers: [UInt32: Int] = [:]
        var shades = ShadeTable()
        var indexes = [UInt8](repeating: 0, count: pixels.count)
        // Most pixels repeat the one before them, so runs are counted rather than pixels.
        var position = 0
        while position < pixels.count {
            let shade = pixels[position] & 0xFF_FF_FF
            var end = position + 1
            while end < pixels.count, pixels[end] & 0xFF_FF_FF == shade { end += 1 }
            let place = shades.place(of: shade)
            if shades.places[place].count == 0 {
                let number = numbers[shade & mask] ?? numbers.count
                guard number < 256 else { return nil }
                numbers[shade & mask] = number
                shades.places[place].number = number
            }
            shades.places[place].count += end - position
            let number = shades.places[place].number
            if number > 0 { for pixel in position..<end { indexes[pixel] = UInt8(number) } }
            position = end
        }
        var commonest = [(shade: UInt32, count: Int)](repeating: (0, 0), count: numbers.count)
        for found in shades.places where found.count > 0 {
            let best = commonest[found.number]
            if found.count > best.count || (found.count == best.count && found.shade < best.shade) {
                commonest[found.number] = (found.shade, found.count)
            }
        }
        let colours = commonest.map(\.shade)
        return (colours, indexes)
    }

    private static func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(length))
        let status = compress2(&result, &length, bytes, UInt(bytes.count), 6)
        guard status == Z_OK else {
            throw ChartProblem(
                field: "png", expected: "success of zlib", found: "status \(status)", remedy: "Check the memory.")
        }
        return Array(result.prefix(Int(length)))
    }

    private static func add(_ type: String, _ content: [UInt8], to file: inout Data) {
        let body = Array(type.utf8) + content
        file.append(contentsOf: bigEndian(content.count))
        file.append(contentsOf: body)
        file.append(contentsOf: bigEndian(Int(crc32(0, body, UInt32(body.count)))))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
