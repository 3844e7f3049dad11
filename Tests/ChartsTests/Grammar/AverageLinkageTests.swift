import Testing

@testable import Charts

@Suite("Average linkage")
struct AverageLinkageTests {
    private func distances(seed: UInt64, count: Int, levels: Double) -> [[Double]] {
        var random = SplitMix(seed: seed)
        var result = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) {
                // Few levels make ties.
                let value = (random.number(in: 0...1) * levels).rounded() / levels
                (result[first][second], result[second][first]) = (value, value)
            }
        }
        return result
    }

    /// The members of each merge's cluster.
    private func members(_ linkage: AverageLinkage, count: Int) -> [Set<Int>] {
        var sets = (0..<count).map { Set([$0]) }
        for merge in linkage.merges { sets.append(sets[merge.first].union(sets[merge.second])) }
        return sets
    }

    @Test("Each merge joins two clusters of the least mean distance, computed from all pairs anew", arguments: 0..<40)
    func bruteForce(seed: UInt64) {
        let count = 2 + Int(seed % 8)
        let distances = distances(seed: seed, count: count, levels: seed % 2 == 0 ? 4 : 1e6)
        let linkage = AverageLinkage(distances: distances)
        #expect(linkage.merges.count == count - 1)
        let sets = members(linkage, count: count)
        func mean(_ first: Int, _ second: Int) -> Double {
            let all = sets[first].flatMap { one in sets[second].map { distances[one][$0] } }
            return all.reduce(0, +) / Double(all.count)
        }
        var open = Set(0..<count)
        for (index, merge) in linkage.merges.enumerated() {
            let pairs = open.flatMap { one in open.filter { $0 > one }.map { mean(one, $0) } }
            #expect(abs(mean(merge.first, merge.second) - merge.height) < 1e-9)
            #expect(abs((pairs.min() ?? 0) - merge.height) < 1e-9)
            #expect(open.contains(merge.first) && open.contains(merge.second))
            #expect((sets[merge.first].min() ?? 0) < (sets[merge.second].min() ?? 0))
            open.subtract([merge.first, merge.second])
            open.insert(count + index)
        }
    }

    @Test("Each cluster stands together in the order, at the places that its merge names", arguments: 0..<20)
    func order(seed: UInt64) {
        let count = 2 + Int(seed % 12)
        let linkage = AverageLinkage(distances: distances(seed: seed, count: count, levels: 5))
        #expect(linkage.order.sorted() == Array(0..<count))
        for (merge, members) in zip(linkage.merges, members(linkage, count: count).dropFirst(count)) {
            #expect(Set(linkage.order[merge.range]) == members)
        }
    }

    @Test("Groups are what merges up to a height join")
    func groups() {
        let far = 0.9
        let distances = [
            [0, far, 0.1, far], [far, 0, far, 0.2], [0.1, far, 0, far], [far, 0.2, far, 0],
        ]
        let linkage = AverageLinkage(distances: distances)
        #expect(linkage.order == [0, 2, 1, 3])
        #expect(linkage.groups(height: 0.05) == [])
        #expect(linkage.groups(height: 0.1) == [0...1])
        #expect(linkage.groups(height: 0.5) == [0...1, 2...3])
        #expect(linkage.groups(height: 1) == [0...3])
    }

    @Test("Nothing and a single leaf have no merges")
    func few() {
        #expect(AverageLinkage(distances: []).order == [])
        #expect(AverageLinkage(distances: [[0]]).order == [0])
    }
}
