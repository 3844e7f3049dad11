/// The number of edits between two words.
enum EditDistance {
    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
    ///
    /// Takes the product of the lengths in steps and three rows of memory.
    static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in 1...left.count {
            current[0] = row
            for column in 1...right.count {
                let isSame = left[row - 1] == right[column - 1]
                var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, before[column - 2] + 1)
                }
                current[column] = best
            }
            (before, previous, current) = (previous, current, before)
        }
        return previous[right.count]
    }
}
