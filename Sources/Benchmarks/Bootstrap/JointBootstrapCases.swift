import BootstrapKernels
import Statistics

/// The joint bootstrap beside plain loops in C over the same weights.
enum JointBootstrapCases {
    private static let models = 50
    private static let items = 10_000
    private static let replicates = 10_000

    static func all() -> [BenchmarkCase] {
        let binary = Samples.binary(models: models, items: items)
        let fractional = Samples.fractional(models: models, items: items)
        var cases = [draws()]
        for threads in [1, 2] {
            cases.append(
                joint(
                    "joint-bootstrap-\(threads)", columns: binary, replicates: replicates, threads: threads,
                    variant: nil))
        }
        for variant in JointBootstrap.Variant.allCases where variant.isAvailable {
            cases.append(
                joint("joint-bootstrap-\(variant)", columns: binary, replicates: 1000, threads: 1, variant: variant))
        }
        cases.append(
            joint("joint-bootstrap-fractions", columns: fractional, replicates: 1000, threads: 1, variant: nil))
        return cases
    }

    private static func joint(
        _ name: String, columns: [ClusterColumn], replicates: Int, threads: Int, variant: JointBootstrap.Variant?
    ) -> BenchmarkCase {
        BenchmarkCase(
            name: name, work: "\(models) models × \(items) items × \(replicates) replicates, \(threads) thread(s)",
            reference: "plain C loop over 20 replicates, scaled up",
            run: {
                _ = JointBootstrap.run(
                    columns: columns,
                    plan: BootstrapPlan(seed: 1, name: "benchmark", replicates: replicates, threads: threads),
                    variant: variant)
            },
            referenceSeconds: {
                let count = 20
                let time = seconds(repeats: 1) {
                    var weights = [UInt8](repeating: 0, count: items)
                    var total = 0.0
                    for replicate in 0..<count {
                        acuity_draw_weights_reference(1, UInt64(replicate), UInt32(items), &weights)
                        for column in columns {
                            total += acuity_weighted_sum_reference(weights, column.numerators, UInt32(items))
                        }
                    }
                    precondition(total > 0, "the loop must not be removed")
                }
                return time * Double(replicates) / Double(count)
            })
    }

    private static func draws() -> BenchmarkCase {
        BenchmarkCase(
            name: "draw-weights", work: "\(replicates) replicates of \(items) draws, 1 thread",
            reference: "one draw after the other",
            run: {
                var weights = [UInt8](repeating: 0, count: items)
                for replicate in 0..<replicates { acuity_draw_weights(1, UInt64(replicate), UInt32(items), &weights) }
            },
            referenceSeconds: {
                var weights = [UInt8](repeating: 0, count: items)
                return 50
                    * seconds(repeats: 1) {
                        for replicate in 0..<(replicates / 50) {
                            acuity_draw_weights_reference(1, UInt64(replicate), UInt32(items), &weights)
                        }
                    }
            })
    }
}
