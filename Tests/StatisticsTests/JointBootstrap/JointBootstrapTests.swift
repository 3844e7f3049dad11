import BootstrapKernels
import Statistics
import Testing

@Suite("Joint bootstrap") struct JointBootstrapTests {
    private func column(_ seed: Int, units: Int, largest: Int = 3, isWhole: Bool = true) -> ClusterColumn {
        ClusterColumn(
            numerators: (0..<units).map { Double(($0 * 7919 + seed) % (largest + 1)) / (isWhole ? 1 : 7) },
            denominators: (0..<units).map { Double(1 + ($0 + seed) % largest) })
    }

    /// The draws by hand: a word a draw, multiply-shift, rejection by the next attempt.
    private func drawn(_ units: Int, replicate: Int, key: UInt64) -> [Int] {
        let keys = [UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)]
        let limit = UInt32((1 << 32) % UInt64(units))
        return (0..<units).map { draw in
            var attempt: UInt32 = 0
            while true {
                let block = Philox.block(
                    counter: [UInt32(draw / 4), attempt, UInt32(replicate), 0], key: keys)
                let product = UInt64(block[draw % 4]) * UInt64(units)
                if UInt32(truncatingIfNeeded: product) >= limit { return Int(product >> 32) }
                attempt += 1
            }
        }
    }

    @Test("a direct loop over the same draws gives the same replicates, exactly", arguments: [1, 2, 63, 64, 65, 600])
    func directLoop(units: Int) {
        let columns = [
            column(1, units: units), column(5, units: units, largest: 300),
            ClusterColumn(scores: (0..<units).map { $0 % 3 == 0 ? 1 : 0 }),
        ]
        let plan = BootstrapPlan(seed: 3, name: "direct", replicates: 9)
        let replicates = JointBootstrap.run(columns: columns, plan: plan)
        for replicate in 0..<9 {
            let indices = drawn(units, replicate: replicate, key: plan.key)
            for (place, column) in columns.enumerated() {
                let sum = indices.reduce(0) { $0 + column.numerators[$1] }
                let size = indices.reduce(0) { $0 + column.denominators[$1] }
                #expect(replicates[place][replicate] == sum / size)
            }
        }
    }

    @Test("fractional scores agree with the plain loop to the bit", arguments: [1, 7, 8, 100, 513])
    func fractions(units: Int) {
        let scores = (0..<units).map { Double(($0 * 7919 + 13) % 1000) / 999 }
        let plan = BootstrapPlan(seed: 8, name: "fractions", replicates: 6)
        let replicates = JointBootstrap.run(columns: [ClusterColumn(scores: scores)], plan: plan)[0]
        for replicate in 0..<6 {
            let weights = JointBootstrap.weights(units: units, replicate: replicate, plan: plan)
            let sum = acuity_weighted_sum_reference(weights, scores, UInt32(units))
            #expect(replicates[replicate] == sum / Double(units))
        }
    }

    @Test("every instruction set gives the same bits", arguments: [1, 63, 64, 65, 511, 512, 513, 5000])
    func variants(units: Int) {
        let columns = [
            column(1, units: units), column(4, units: units, isWhole: false), column(9, units: units, largest: 60_000),
        ]
        let plan = BootstrapPlan(seed: 3, name: "variants", replicates: 21)
        let plain = JointBootstrap.run(columns: columns, plan: plan, variant: .plain)
        for variant in JointBootstrap.Variant.allCases where variant.isAvailable {
            #expect(JointBootstrap.run(columns: columns, plan: plan, variant: variant) == plain)
        }
    }

    @Test("the fast draw equals one draw after the other", arguments: [1, 7, 127, 128, 129, 131, 1000, 20_001])
    func draws(units: Int) {
        for replicate in 0..<4 {
            var fast = [UInt8](repeating: 0, count: units)
            var plain = fast
            acuity_draw_weights(99, UInt64(replicate), UInt32(units), &fast)
            acuity_draw_weights_reference(99, UInt64(replicate), UInt32(units), &plain)
            #expect(fast == plain)
            #expect(fast.reduce(0) { $0 + Int($1) } == units)
        }
    }

    @Test("replicates depend neither on threads, nor on other columns, nor on how the range is cut")
    func order() {
        let columns = [
            column(1, units: 300), column(2, units: 300, isWhole: false), column(3, units: 300, largest: 900),
        ]
        var plan = BootstrapPlan(seed: 5, name: "x", replicates: 203)
        let whole = JointBootstrap.run(columns: columns, plan: plan)
        plan.threads = 3
        #expect(JointBootstrap.run(columns: columns, plan: plan) == whole)
        #expect(JointBootstrap.run(columns: [columns[1]], plan: plan)[0] == whole[1])
        plan.replicates = 101
        let first = JointBootstrap.run(columns: columns, plan: plan)
        plan.firstReplicate = 101
        plan.replicates = 102
        let second = JointBootstrap.run(columns: columns, plan: plan)
        for place in columns.indices { #expect(first[place] + second[place] == whole[place]) }
        #expect(whole != JointBootstrap.run(columns: columns, plan: BootstrapPlan(seed: 5, name: "y", replicates: 203)))
    }

    @Test("a stratified replicate has as many units of each stratum as the sample")
    func strata() {
        let strata = (0..<200).map { [0, 2, 2, 1, 0][$0 % 5] }
        let plan = BootstrapPlan(seed: 1, name: "strata", replicates: 5)
        for replicate in 0..<5 {
            let weights = JointBootstrap.weights(
                units: 200, replicate: replicate, plan: plan, design: .stratified(strata))
            for stratum in 0...2 {
                let drawn = zip(weights, strata).reduce(0) { $0 + ($1.1 == stratum ? Int($1.0) : 0) }
                #expect(drawn == strata.count { $0 == stratum })
            }
        }
        // Scores that are equal within strata do not vary at all.
        let scores = ClusterColumn(scores: strata.map { Double($0) / 2 })
        let replicates = JointBootstrap.run(columns: [scores], plan: plan, design: .stratified(strata))[0]
        #expect(replicates.allSatisfy { abs($0 - scores.value) < 1e-12 })
    }

    @Test("two stages draw as many items of a cluster as it has for each of its copies")
    func twoStages() throws {
        let clusters = (0..<120).map { $0 / 4 }
        let scores = (0..<120).map { ($0 * 31) % 7 < 3 ? 1.0 : 0 }
        let plan = BootstrapPlan(seed: 2, name: "stages", replicates: 20_000)
        for replicate in 0..<5 {
            let items = JointBootstrap.weights(
                units: 120, replicate: replicate, plan: plan, design: .twoStage(clusters))
            let whole = JointBootstrap.weights(units: 30, replicate: replicate, plan: plan)
            for cluster in 0..<30 {
                #expect(items[(4 * cluster)..<(4 * cluster + 4)].reduce(0) { $0 + Int($1) } == 4 * Int(whole[cluster]))
            }
        }
        let drawn = JointBootstrap.run(
            columns: [ClusterColumn(scores: scores)], plan: plan, design: .twoStage(clusters))[0]
        // The variance of equal clusters: between cluster means, plus that within clusters over all items.
        let means = (0..<30).map { g in (0..<4).reduce(0) { $0 + scores[4 * g + $1] } / 4 }
        let mean = means.reduce(0, +) / 30
        let between = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 30 / 30
        let within = means.reduce(0) { $0 + $1 * (1 - $1) } / 30 / 120
        let deviation = try #require(DiscreteDistribution(replicates: drawn)).standardError
        #expect(abs(deviation * deviation / (between + within) - 1) < 5 * (2.0 / 20_000).squareRoot())
    }

    @Test("Philox4x32-10 gives the known answers of its authors")
    func philox() {
        #expect(
            Philox.block(counter: [0, 0, 0, 0], key: [0, 0]) == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
        let all = UInt32.max
        #expect(
            Philox.block(counter: [all, all, all, all], key: [all, all])
                == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
        #expect(
            Philox.block(
                counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0])
                == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
    }
}
