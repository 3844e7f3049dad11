import BootstrapKernels

/// The largest standardised distances of differences from their estimates, in some replicates.
struct LargestDistances: Sendable {
    /// `[member][replicate]`, over the differences to all others.
    let ofMember: [[Double]]
    /// `[replicate]`, over all pairs.
    let overall: [Double]

    /// - Parameter errors: the standard error of each difference; one that does not vary is left out.
    init(estimates: [Double], replicates: [[Double]], errors: [[Double]], in range: Range<Int>) {
        let width = range.count
        let values = replicates.flatMap { $0[range] }
        var largest = [Double](repeating: 0, count: values.count)
        values.withUnsafeBufferPointer { values in
            largest.withUnsafeMutableBufferPointer { largest in
                guard let values = values.baseAddress, let largest = largest.baseAddress else { return }
                for i in estimates.indices {
                    for j in 0..<i where errors[i][j] > 1e-12 {
                        acuity_largest_distances(
                            values + i * width, values + j * width, width, estimates[i] - estimates[j], errors[i][j],
                            largest + i * width, largest + j * width)
                    }
                }
            }
        }
        ofMember = estimates.indices.map { Array(largest[$0 * width..<($0 + 1) * width]) }
        overall = ofMember.reduce(into: [Double](repeating: 0, count: width)) { overall, own in
            for place in 0..<width { overall[place] = max(overall[place], own[place]) }
        }
    }
}
