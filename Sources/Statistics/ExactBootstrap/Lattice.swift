/// Numbers that are multiples of 1/m for a small m.
public struct Lattice: Sendable, Equatable {
    /// m, the least number up to 1,000 that makes every value a multiple of 1/m.
    public let levels: Int
    /// Each value times m.
    public let points: [Int]

    /// - Returns: nil if there is no such m, or a value is not a number of moderate size.
    public init?(_ values: [Double]) {
        guard values.allSatisfy({ abs($0) < 1e6 }) else { return nil }
        search: for levels in 1...1000 {
            let scale = Double(levels)
            for value in values {
                let scaled = value * scale
                if abs(scaled - scaled.rounded()) > 1e-9 * max(1, abs(scaled)) { continue search }
            }
            self.levels = levels
            points = values.map { Int(($0 * scale).rounded()) }
            return
        }
        return nil
    }

    /// About how many points the distribution of the sum of as many draws covers.
    var sumWidth: Double {
        guard let least = points.min(), let largest = points.max() else { return 0 }
        return Double(largest - least) * min(Double(points.count), 20 * Double(points.count).squareRoot())
    }
}
