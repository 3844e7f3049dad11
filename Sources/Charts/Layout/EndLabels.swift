/// Heights for labels beside the ends of lines, moved apart as little as possible.
enum EndLabels {
    /// The middles of labels, in the order given: as near to the wishes as labels that do not touch can stand (least sum
    /// of squared moves, by pooling neighbours: Ayer and others 1955).
    ///
    /// - Parameters:
    ///   - wishes: The middles wished for.
    ///   - heights: Of the labels.
    ///   - bounds: What the labels must not leave; where they do not fit, they run over its lower end.
    static func middles(wishes: [Double], heights: [Double], bounds: ClosedRange<Double>) -> [Double] {
        let order = wishes.indices.sorted { wishes[$0] != wishes[$1] ? wishes[$0] < wishes[$1] : $0 < $1 }
        /// Neighbours that touch: they move together.
        struct Pool {
            var members: [Int]
            var start: Double
            var length: Double
        }
        func start(_ members: [Int], length: Double) -> Double {
            var offset = 0.0
            var sum = 0.0
            for member in members {
                sum += wishes[member] - heights[member] / 2 - offset
                offset += heights[member]
            }
            let mean = sum / Double(members.count)
            return max(bounds.lowerBound, min(mean, bounds.upperBound - length))
        }
        var pools: [Pool] = []
        for index in order {
            var pool = Pool(members: [index], start: start([index], length: heights[index]), length: heights[index])
            while let last = pools.last, last.start + last.length > pool.start {
                pools.removeLast()
                let members = last.members + pool.members
                let length = last.length + pool.length
                pool = Pool(members: members, start: start(members, length: length), length: length)
            }
            pools.append(pool)
        }
        var result = wishes
        for pool in pools {
            var y = pool.start
            for member in pool.members {
                result[member] = y + heights[member] / 2
                y += heights[member]
            }
        }
        return result
    }
}
