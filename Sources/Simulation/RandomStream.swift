import Foundation
import Statistics

/// Random numbers that belong to a seed, a name and a place: the same in any order (Philox4x32-10).
struct RandomStream {
    private let key: [UInt32]

    init(seed: UInt64, name: String) {
        // FNV-1a over the seed's bytes and the name.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for shift in stride(from: 0, to: 64, by: 8) {
            hash = (hash ^ (seed >> UInt64(shift) & 0xFF)) &* 0x100_0000_01b3
        }
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        key = [UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32)]
    }

    /// A number strictly between 0 and 1.
    func uniform(_ place: Int, _ which: Int = 0) -> Double {
        let block = Philox.block(counter: [UInt32(place), UInt32(which), 0, 0], key: key)
        let bits = UInt64(block[0]) << 20 | UInt64(block[1] >> 12)
        return (Double(bits) + 0.5) / 4_503_599_627_370_496
    }

    /// A whole number from 0 to below `count`.
    func index(below count: Int, _ place: Int, _ which: Int = 0) -> Int {
        min(count - 1, Int(uniform(place, which) * Double(count)))
    }

    func normal(_ place: Int, _ which: Int = 0) -> Double { Normal.quantile(uniform(place, which)) }

    func logistic(_ place: Int, _ which: Int = 0) -> Double {
        let u = uniform(place, which)
        return log(u / (1 - u))
    }
}
