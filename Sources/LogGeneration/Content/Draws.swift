/// Random bits that belong to a seed, a purpose and a place: the same in any order and on any thread.
///
/// The finaliser of SplitMix64 over a counter; not for statistics, for which there is Philox, but ten times as fast.
struct Draws {
    private let key: UInt64

    /// - Parameters:
    ///   - purpose: what the bits are for, so that two uses of a place do not share them.
    init(seed: UInt64, purpose: UInt64, _ first: Int = 0, _ second: Int = 0) {
        var mixed = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
        for part in [purpose, UInt64(first), UInt64(second)] {
            mixed = Self.mix(mixed ^ (part &+ 0xD1B5_4A32_D192_ED03))
        }
        key = mixed
    }

    /// 64 bits of a place.
    @inline(__always)
    func bits(_ place: Int) -> UInt64 { Self.mix(key &+ UInt64(truncatingIfNeeded: place) &* 0x9E37_79B9_7F4A_7C15) }

    /// A whole number from 0 to below `count`.
    @inline(__always)
    func index(below count: Int, _ place: Int) -> Int {
        Int(truncatingIfNeeded: (bits(place) >> 32) &* UInt64(count) >> 32)
    }

    /// A number from 0 to below 1.
    @inline(__always)
    func uniform(_ place: Int) -> Double { Double(bits(place) >> 11) * 0x1p-53 }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
