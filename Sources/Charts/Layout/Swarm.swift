/// Moves marks of a row off its middle where they would cover each other.
enum Swarm {
    /// Offsets from the middle, in the order given: the smallest of a few steps at which a mark touches none placed
    /// before it, or 0 where all touch.
    ///
    /// - Parameters:
    ///   - positions: Along the row.
    ///   - size: The diameter of a mark with the gap that it keeps.
    ///   - reach: The greatest offset.
    static func offsets(_ positions: [Double], size: Double, reach: Double) -> [Double] {
        let order = positions.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
        let count = max(0, Int(reach / (size * 0.5)))
        let step = count == 0 ? 0 : reach / Double(count)
        var steps = [0.0]
        for place in 0..<count {
            let offset = Double(place + 1) * step
            steps += [-offset, offset]
        }
        var result = [Double](repeating: 0, count: positions.count)
        var placed: [Point] = []
        for index in order {
            let free = steps.first { offset in
                placed.suffix(16).allSatisfy { other in
                    let (x, y) = (other.x - positions[index], other.y - offset)
                    return x * x + y * y >= size * size
                }
            }
            result[index] = free ?? 0
            placed.append(Point(positions[index], result[index]))
        }
        return result
    }
}
