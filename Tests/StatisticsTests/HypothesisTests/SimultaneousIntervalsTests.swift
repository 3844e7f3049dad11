import Statistics
import Testing

@Suite("Simultaneous intervals") struct SimultaneousIntervalsTests {
    @Test("hold all members at once at their level; a single member takes the normal quantile")
    func level() throws {
        let columns = (0..<6).map { member in
            ClusterColumn(scores: (0..<500).map { ($0 * (2 * member + 3)) % 17 < 8 ? 1 : 0 })
        }
        let replicates = JointBootstrap.run(
            columns: columns, plan: BootstrapPlan(seed: 3, name: "max-t", replicates: 20_000)
        ).columns
        let estimates = columns.map(\.value)
        let all = try #require(
            SimultaneousIntervals.criticalValue(estimates: estimates, replicates: replicates, level: 0.95))
        let one = try #require(
            SimultaneousIntervals.criticalValue(estimates: [estimates[0]], replicates: [replicates[0]], level: 0.95))
        #expect(abs(one - 1.96) < 0.05)
        // Six nearly independent members: the quantile of the largest of six.
        #expect(all > 2.4 && all < 2.75)
        let errors = try replicates.map { try #require(DiscreteDistribution(replicates: $0)).standardError }
        let held = (0..<20_000).count { draw in
            (0..<6).allSatisfy { abs(replicates[$0][draw] - estimates[$0]) <= all * errors[$0] + 1e-12 }
        }
        #expect(abs(Double(held) / 20_000 - 0.95) < 0.005)
    }

    @Test("members that do not vary are left out")
    func constant() {
        #expect(SimultaneousIntervals.criticalValue(estimates: [1], replicates: [[1, 1, 1]], level: 0.95) == nil)
    }
}
