/// The orders of members in some replicates; those with a value that is not a number are left out.
struct RankOrders: Sendable {
    /// How many replicates are left.
    private(set) var count = 0
    /// The members from the largest value to the smallest, replicate after replicate.
    private(set) var members: [Int] = []
    /// For each place the last place of a replicate with the same value.
    private(set) var lasts: [Int] = []

    init(_ replicates: [[Double]], in range: Range<Int>) {
        members.reserveCapacity(range.count * replicates.count)
        lasts.reserveCapacity(range.count * replicates.count)
        var order = Array(replicates.indices)
        var values = [Double](repeating: 0, count: replicates.count)
        for replicate in range {
            for member in replicates.indices { values[member] = replicates[member][replicate] }
            guard values.allSatisfy(\.isFinite) else { continue }
            order.sort { values[$0] > values[$1] || (values[$0] == values[$1] && $0 < $1) }
            var first = 0
            while first < order.count {
                var last = first
                while last + 1 < order.count && values[order[last + 1]] == values[order[first]] { last += 1 }
                lasts.append(contentsOf: repeatElement(last, count: last - first + 1))
                first = last + 1
            }
            members += order
            count += 1
        }
    }
}
