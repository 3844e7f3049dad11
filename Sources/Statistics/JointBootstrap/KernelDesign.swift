import BootstrapKernels

/// A resampling design as the kernels take it, with the order of units that it demands.
struct KernelDesign: Sendable {
    /// The units in the kernels' order: strata, or the items of a cluster, one after the other; nil for the order as it is.
    let order: [Int]?
    private let strata: [AcuityStratum]
    private let firstItems: [UInt32]?
    private let itemKey: UInt64

    init(_ design: ResamplingDesign, units: Int, plan: BootstrapPlan) {
        switch design {
        case .units:
            order = nil
            strata = [AcuityStratum(key: plan.key, clusters: UInt32(units))]
            firstItems = nil
            itemKey = 0
        case .stratified(let stratum):
            precondition(stratum.count == units, "a stratum for each unit")
            let sorted = Self.sorted(stratum)
            order = sorted
            strata = Self.runs(sorted.map { stratum[$0] }).map { value, count in
                AcuityStratum(key: plan.named("/stratum \(value)").key, clusters: UInt32(count))
            }
            firstItems = nil
            itemKey = 0
        case .twoStage(let clusters):
            precondition(clusters.count == units, "a cluster for each item")
            let sorted = Self.sorted(clusters)
            order = sorted
            let sizes = Self.runs(sorted.map { clusters[$0] }).map(\.count)
            strata = [AcuityStratum(key: plan.key, clusters: UInt32(sizes.count))]
            firstItems = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1)) }
            itemKey = plan.named("/items").key
        }
    }

    /// Values in the kernels' order.
    func arranged(_ values: [Double]) -> [Double] { order.map { $0.map { values[$0] } } ?? values }

    func withKernel<Result>(_ body: (UnsafePointer<AcuityDesign>) -> Result) -> Result {
        strata.withUnsafeBufferPointer { strata in
            func call(_ items: UnsafePointer<UInt32>?) -> Result {
                var design = AcuityDesign(
                    strata: strata.baseAddress, strataCount: strata.count, firstItems: items, itemKey: itemKey)
                return body(&design)
            }
            guard let firstItems else { return call(nil) }
            return firstItems.withUnsafeBufferPointer { call($0.baseAddress) }
        }
    }

    private static func sorted(_ labels: [Int]) -> [Int] {
        labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
    }

    private static func runs(_ labels: [Int]) -> [(value: Int, count: Int)] {
        var runs: [(value: Int, count: Int)] = []
        for label in labels {
            if runs.last?.value == label { runs[runs.count - 1].count += 1 } else { runs.append((label, 1)) }
        }
        return runs
    }
}
