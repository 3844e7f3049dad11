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

/// The largest standardised distances of differences from their estimates, in some replicates.
struct LargestDistances: Sendable {
    /// `[member][replicate]`, over the differences to all others.
    private(set) var ofMember: [[Double]]
    /// `[replicate]`, over all pairs.
    private(set) var overall: [Double]

    /// - Parameter errors: the standard error of each difference; one that does not vary is left out.
    init(estimates: [Double], replicates: [[Double]], errors: [[Double]], in range: Range<Int>) {
        overall = [Double](repeating: 0, count: range.count)
        ofMember = estimates.map { _ in [Double](repeating: 0, count: range.count) }
        for i in estimates.indices {
            var own = ofMember[i]
            let first = replicates[i]
            for j in 0..<i where errors[i][j] > 1e-12 {
                let (centre, error, second) = (estimates[i] - estimates[j], errors[i][j], replicates[j])
                for (place, draw) in range.enumerated() {
                    let distance = abs(first[draw] - second[draw] - centre) / error
                    guard distance.isFinite else { continue }
                    own[place] = max(own[place], distance)
                    ofMember[j][place] = max(ofMember[j][place], distance)
                }
            }
            ofMember[i] = own
            for place in own.indices { overall[place] = max(overall[place], own[place]) }
        }
    }
}
