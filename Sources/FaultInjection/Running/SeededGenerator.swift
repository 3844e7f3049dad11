/// Random numbers that follow from a seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The same seed gives the same numbers.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to 1.
    mutating func fraction() -> Double { Double.random(in: 0..<1, using: &self) }

    /// The numbers from 1 to `count`; if they are more than `most`, one at random of each of `most` equal stretches.
    mutating func places(_ most: Int, of count: Int) -> [Int] {
        guard count > most else { return count > 0 ? Array(1...count) : [] }
        return (0..<most).map { Int.random(in: ($0 * count / most + 1)...(($0 + 1) * count / most), using: &self) }
    }
}
