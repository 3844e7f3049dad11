/// The outer points of a cloud.
enum Hull {
    /// Indices of the corners of the convex hull, from the leftmost point onwards; points on an edge are no corners
    /// (Andrew 1979, "Another efficient algorithm for convex hulls in two dimensions").
    static func corners(of points: [Point]) -> [Int] {
        let order = points.indices.sorted {
            (points[$0].x, points[$0].y, Double($0)) < (points[$1].x, points[$1].y, Double($1))
        }
        guard order.count > 2 else { return order }
        func turn(_ first: Int, _ second: Int, _ third: Int) -> Double {
            let (a, b, c) = (points[first], points[second], points[third])
            return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        func chain(_ order: [Int]) -> [Int] {
            var result: [Int] = []
            for index in order {
                while result.count >= 2, turn(result[result.count - 2], result[result.count - 1], index) <= 0 {
                    result.removeLast()
                }
                result.append(index)
            }
            return Array(result.dropLast())
        }
        var seen: Set<Int> = []
        return (chain(order) + chain(order.reversed())).filter { seen.insert($0).inserted }
    }
}
