import BootstrapKernels
import Dispatch

/// One matrix of weights for everything that shares items: each replicate draws units (items or clusters) with replacement,
/// and its weights apply to all columns.
public enum JointBootstrap {
    /// The instruction set of the sums; all give the same result. `nil` takes the fastest that the machine has.
    public enum Variant: UInt32, Sendable, CaseIterable {
        case plain, popcnt, avx512

        /// Whether this machine runs it.
        public var isAvailable: Bool { acuity_variant_is_available(kernel) }

        var kernel: AcuityVariant { AcuityVariant(rawValue: rawValue) }
    }

    /// The replicates of all columns.
    ///
    /// Whole numbers up to 65,535 are added exactly as integers, others in double precision in a fixed order; the
    /// result depends neither on the number of threads nor on the machine, nor on which columns are asked for together.
    ///
    /// - Parameters:
    ///   - columns: Ratios over the same units: items, or clusters of items.
    ///   - plan: Key, range of replicates and number of threads.
    ///   - design: How a replicate is drawn.
    ///   - variant: The instruction set, for tests.
    public static func run(
        columns: [ClusterColumn], plan: BootstrapPlan, design: ResamplingDesign = .units, variant: Variant? = nil
    ) -> JointReplicates {
        guard let units = columns.first?.numerators.count else { return JointReplicates(columns: []) }
        precondition(columns.allSatisfy { $0.numerators.count == units }, "all columns over the same units")
        precondition(units < Int(UInt32.max), "fewer units than 32-bit indices")
        guard units > 0, plan.replicates > 0 else {
            return JointReplicates(
                columns: columns.map { _ in [Double](repeating: .nan, count: max(0, plan.replicates)) })
        }
        let kernel = KernelDesign(design, units: units, plan: plan)
        // Two stages draw clusters of different sizes, so that the number of items varies.
        var isConstant = true
        if case .twoStage = design { isConstant = false }
        let vectors = VectorSet(columns: columns, design: kernel, weightsAreConstant: isConstant)
        let sums = weightedSums(vectors, design: kernel, plan: plan, variant: variant?.kernel ?? acuity_best_variant())
        let tile = Int(ACUITY_TILE)
        let stride = vectors.vectors.count * tile
        return JointReplicates(
            columns: vectors.columns.map { numerator, denominator in
                (0..<plan.replicates).map { replicate in
                    let start = replicate / tile * stride + replicate % tile
                    let size = vectors.sum(denominator, in: sums, at: start, tile: tile)
                    guard size > 0 else { return .nan }
                    return vectors.sum(numerator, in: sums, at: start, tile: tile) / size
                }
            })
    }

    /// The weights of one replicate: how often each unit was drawn.
    public static func weights(
        units: Int, replicate: Int, plan: BootstrapPlan, design: ResamplingDesign = .units
    ) -> [UInt8] {
        let kernel = KernelDesign(design, units: units, plan: plan)
        var scratch = [UInt8](repeating: 0, count: units)
        var drawn = scratch
        kernel.withKernel { acuity_design_weights($0, UInt64(plan.firstReplicate + replicate), &scratch, &drawn) }
        guard let order = kernel.order else { return drawn }
        var weights = drawn
        for (place, unit) in order.enumerated() { weights[unit] = drawn[place] }
        return weights
    }

    /// The sums of all vectors in all replicates, tile after tile: [tile][vector][replicate of the tile].
    private static func weightedSums(
        _ set: VectorSet, design: KernelDesign, plan: BootstrapPlan, variant: AcuityVariant
    ) -> [Double] {
        let tile = Int(ACUITY_TILE)
        let tiles = (plan.replicates + tile - 1) / tile
        let stride = set.vectors.count * tile
        guard stride > 0 else { return [] }
        let threads = max(1, min(plan.threads, tiles))
        let vectors = set.vectors
        return [Double](unsafeUninitializedCapacity: tiles * stride) { buffer, count in
            // Every tile belongs to one thread, so no two threads write the same sums.
            nonisolated(unsafe) let sums = buffer.baseAddress
            nonisolated(unsafe) let shared = vectors
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                design.withKernel { kernel in
                    let scratch = UnsafeMutableRawPointer.allocate(
                        byteCount: acuity_scratch_size(kernel, set.hasReals), alignment: 64)
                    defer { scratch.deallocate() }
                    shared.withUnsafeBufferPointer { pointers in
                        for index in (tiles * thread / threads)..<(tiles * (thread + 1) / threads) {
                            acuity_replicate_sums(
                                variant, kernel, UInt64(plan.firstReplicate + index * tile), pointers.baseAddress,
                                pointers.count, scratch, sums.map { $0 + index * stride })
                        }
                    }
                }
            }
            count = tiles * stride
        }
    }
}
