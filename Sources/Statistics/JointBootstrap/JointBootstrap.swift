import BootstrapKernels
import Dispatch

/// One matrix of weights for everything that shares items: each replicate draws G clusters with replacement, and its
/// weights apply to all columns.
///
/// One-stage: whole clusters, as Davison and Hinkley 1997, section 3.8, recommend.
public enum JointBootstrap {
    /// The replicates of all columns.
    ///
    /// Whole numbers up to 65,535 are added exactly as integers, others in double precision in a fixed order; the
    /// result does not depend on the number of threads or on the machine's vector width.
    ///
    /// - Parameters:
    ///   - columns: Ratios over the same G clusters; with independent items, each item is a cluster.
    ///   - plan: Key, number of replicates and number of threads.
    public static func run(columns: [ClusterColumn], plan: BootstrapPlan) -> JointReplicates {
        guard let clusters = columns.first?.numerators.count else { return JointReplicates(columns: []) }
        precondition(columns.allSatisfy { $0.numerators.count == clusters }, "all columns over the same clusters")
        precondition(clusters < Int(UInt32.max), "fewer clusters than 32-bit indices")
        guard clusters > 0, plan.replicates > 0 else {
            return JointReplicates(
                columns: columns.map { _ in [Double](repeating: .nan, count: max(0, plan.replicates)) })
        }
        let vectors = VectorSet(columns: columns)
        let sums = weightedSums(vectors, clusters: clusters, plan: plan)
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

    /// The weights of one replicate: how often each cluster was drawn.
    public static func weights(clusters: Int, replicate: Int, plan: BootstrapPlan) -> [UInt8] {
        var weights = [UInt8](repeating: 0, count: clusters)
        acuity_draw_weights(plan.key, UInt64(replicate), UInt32(clusters), &weights)
        return weights
    }

    /// The sums of all vectors in all replicates, tile after tile: [tile][vector][replicate of the tile].
    private static func weightedSums(_ set: VectorSet, clusters: Int, plan: BootstrapPlan) -> [Double] {
        let tile = Int(ACUITY_TILE)
        let tiles = (plan.replicates + tile - 1) / tile
        let stride = set.vectors.count * tile
        guard stride > 0 else { return [] }
        let threads = max(1, min(plan.threads, tiles))
        let key = plan.key
        return [Double](unsafeUninitializedCapacity: tiles * stride) { buffer, count in
            // Every tile belongs to one thread, so no two threads write the same sums.
            nonisolated(unsafe) let sums = buffer.baseAddress
            set.withPointers { pointers in
                nonisolated(unsafe) let vectors = pointers
                DispatchQueue.concurrentPerform(iterations: threads) { thread in
                    var scratch = [UInt8](repeating: 0, count: clusters * tile)
                    for index in (tiles * thread / threads)..<(tiles * (thread + 1) / threads) {
                        acuity_replicate_sums(
                            key, UInt64(index * tile), UInt32(clusters), vectors.baseAddress, vectors.count, &scratch,
                            sums.map { $0 + index * stride })
                    }
                }
            }
            count = tiles * stride
        }
    }
}
