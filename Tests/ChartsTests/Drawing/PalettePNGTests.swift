import Foundation
import Testing

@testable import Charts

@Suite("PNG with a palette")
struct PalettePNGTests {
    @Test("keeps every colour where they differ in their leading bits")
    func fewColoursStay() {
        let pixels: [UInt32] = [0xFFFFFF, 0xFFFFFF, 0x0A5FA8, 0x1A1D21, 0xFFFFFF, 0x0A5FA8]
        let (colours, indexes) = PalettePNG.palette(of: pixels)
        #expect(indexes.map { colours[Int($0)] } == pixels)
    }

    @Test("gives near shades the commonest of them")
    func nearShadesJoin() {
        let (colours, indexes) = PalettePNG.palette(of: [0xFEFEFE, 0xFFFFFF, 0xFFFFFF, 0xFDFDFD])
        #expect(colours == [0xFFFFFF])
        #expect(indexes == [0, 0, 0, 0])
    }

    @Test("has at most 256 colours, none further off than the bits that remain", arguments: [300, 5_000, 200_000])
    func manyColoursFit(count: Int) {
        var state: UInt32 = 12345
        let pixels = (0..<count).map { _ -> UInt32 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return state >> 8
        }
        let (colours, indexes) = PalettePNG.palette(of: pixels)
        #expect(colours.count <= 256 && indexes.count == count)
        for (pixel, index) in zip(pixels, indexes) {
            for shift in [0, 8, 16] {
                let (wanted, found) = (Int(pixel >> shift & 255), Int(colours[Int(index)] >> shift & 255))
                guard abs(wanted - found) >= 64 else { continue }
                Issue.record("\(pixel) became \(colours[Int(index)])")
            }
        }
    }

    @Test("is built of chunks whose checksums are those of the standard")
    func chunksHold() throws {
        let data = try PalettePNG.data(Bitmap(width: 2, height: 1, pixels: [0xFF0000, 0x0000FF]))
        #expect([UInt8](data.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // The last twelve bytes of every PNG file.
        #expect([UInt8](data.suffix(12)) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
        let place = try #require(data.range(of: Data("PLTE".utf8)))
        #expect([UInt8](data[place.upperBound..<place.upperBound + 6]) == [255, 0, 0, 0, 0, 255])
    }
}
