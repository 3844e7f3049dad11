/// Damages bytes in ways that follow from a seed alone.
struct Mutation {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// What parsers stumble over.
    private static let tokens: [[UInt8]] = [
        [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], Array("\"".utf8), Array("\\".utf8),
        Array("{".utf8), Array("]".utf8), Array("\n".utf8), Array("1e999999".utf8), Array("-9223372036854775808".utf8),
        Array("NaN".utf8), Array("null".utf8), Array("../".utf8), Array("<!DOCTYPE".utf8), Array("{{#".utf8),
    ]

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
    }

    /// The bytes with one to four places cut, doubled, overwritten or filled with what parsers stumble over.
    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...next(below: 4) {
            let place = next(below: bytes.count + 1)
            let end = min(bytes.count, place + next(below: 64))
            switch next(below: 5) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 2: bytes.insert(contentsOf: Self.tokens[next(below: Self.tokens.count)], at: place)
            case 3: bytes.removeSubrange(place...)
            default: if place < bytes.count { bytes[place] ^= UInt8(1 << next(below: 8)) }
            }
        }
        return bytes
    }
}
