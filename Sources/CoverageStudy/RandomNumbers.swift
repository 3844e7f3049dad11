import Statistics

/// Uniform numbers from a seed and a name, the same on every machine: the blocks of Philox4x32-10 in order.
struct RandomNumbers {
    private let key: UInt64
    private var block: [UInt32] = []
    private var next: UInt64 = 0

    init(_ name: String) { key = BootstrapPlan(seed: 20_250_715, name: name).key }

    /// A number in (0, 1).
    mutating func uniform() -> Double {
        if block.isEmpty {
            block = Philox.block(key: key, replicate: next, index: 0)
            next += 1
        }
        return (Double(block.removeLast()) + 0.5) / 4_294_967_296
    }
}
