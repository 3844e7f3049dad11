/// What decides the replicates of a bootstrap: the same plan gives the same replicates on any machine and with any
/// number of threads.
public struct BootstrapPlan: Sendable, Equatable {
    /// The seed of the study.
    public var seed: UInt64
    /// What is resampled, such as a benchmark's identifier; draws under different names are independent.
    public var name: String
    /// The first replicate's number: replicates 0 ..< 1000 and 1000 ..< 2000 of two runs are those of one run of 2000.
    public var firstReplicate: Int
    /// The number of replicates, R.
    public var replicates: Int
    /// The number of threads; has no effect on the result.
    public var threads: Int

    /// A plan with R replicates from the first one on.
    public init(seed: UInt64, name: String, replicates: Int = 10_000, threads: Int = 1, firstReplicate: Int = 0) {
        self.seed = seed
        self.name = name
        self.replicates = replicates
        self.threads = threads
        self.firstReplicate = firstReplicate
    }

    /// The same plan under the name with something appended.
    func named(_ suffix: String) -> BootstrapPlan {
        var plan = self
        plan.name += suffix
        return plan
    }

    /// The key of the generator: the 64-bit FNV-1a hash of the seed's eight bytes, lowest first, and then the bytes of
    /// the name in UTF-8. Source: Fowler, Noll and Vo, offset basis 14695981039346656037, prime 1099511628211.
    public var key: UInt64 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        for shift in stride(from: UInt64(0), to: 64, by: 8) { take(UInt8(truncatingIfNeeded: seed >> shift)) }
        for byte in name.utf8 { take(byte) }
        return hash
    }
}
