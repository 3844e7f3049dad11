/// An opaque picture, a number a pixel: `0x..RRGGBB`, rows from the top.
struct Bitmap: Sendable {
    var width: Int
    var height: Int
    var pixels: [UInt32]
}
