import BootstrapKernels
import Statistics
import Testing

@Suite("Joint bootstrap") struct JointBootstrapTests {
    private func column(_ seed: Int, clusters: Int, largest: Int = 3, isWhole: Bool = true) -> JointBootstrap.Column {
        JointBootstrap.Column(
            sums: (0..<clusters).map { Double(($0 * 7919 + seed) % (largest + 1)) / (isWhole ? 1 : 7) },
            sizes: (0..<clusters).map { Double(1 + ($0 + seed) % largest) })
    }

    @Test("replicates depend neither on the number of threads nor on the other columns") func threads() {
        let columns = [column(1, clusters: 300), column(2, clusters: 300, isWhole: false), column(3, clusters: 300, largest: 900)]
        let one = JointBootstrap.replicates(columns, count: 203, seed: 5, name: "x", threads: 1)
        let four = JointBootstrap.replicates(columns, count: 203, seed: 5, name: "x", threads: 4)
        let alone = JointBootstrap.replicates([columns[1]], count: 203, seed: 5, name: "x", threads: 2)
        #expect(one == four)
        #expect(alone[0] == one[1])
        #expect(one != JointBootstrap.replicates(columns, count: 203, seed: 5, name: "y", threads: 1))
    }

    @Test("every kernel agrees with the plain one", arguments: [1, 7, 255, 256, 1000, 20_001])
    func kernels(clusters: Int) {
        for replicate in 0..<4 {
            var fast = [UInt8](repeating: 0, count: clusters)
            var plain = fast
            acuity_draw_weights(99, UInt64(replicate), UInt32(clusters), &fast)
            acuity_draw_weights_reference(99, UInt64(replicate), UInt32(clusters), &plain)
            #expect(fast == plain)
            #expect(fast.reduce(0) { $0 + Int($1) } == clusters)
        }
        let columns = [column(1, clusters: clusters), column(4, clusters: clusters, isWhole: false)]
        let replicates = JointBootstrap.replicates(columns, count: 4, seed: 3, name: "k", threads: 1)
        #expect(replicates.allSatisfy { $0.allSatisfy(\.isFinite) })
    }

    @Test("replicates converge to the exact distribution") func convergence() {
        let scores = (0..<100).map { $0 < 30 ? 1.0 : 0 }
        let ones = [Double](repeating: 1, count: 100)
        let drawn = JointBootstrap.replicates([.init(sums: scores, sizes: ones)], count: 20_000, seed: 11, name: "c", threads: 2)[0]
        let exact = ExactBootstrap.accuracy(correct: 30, size: 100)
        let sampled = DiscreteDistribution(replicates: drawn)
        #expect(abs(sampled.mean - 0.3) < 4 * 0.0458 / 141)
        for u in [0.025, 0.5, 0.975] { #expect(abs(sampled.quantile(u) - exact.distribution.quantile(u)) <= 0.01 + 1e-12) }
    }
}
