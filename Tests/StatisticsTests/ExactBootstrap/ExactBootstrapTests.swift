import Statistics
import Testing

@Suite("Exact bootstrap") struct ExactBootstrapTests {
    /// The values of a statistic in all n^n resamples, each equally probable.
    private func enumerated(_ count: Int, _ statistic: ([Int]) -> Double) -> [Double] {
        var resamples = 1
        for _ in 0..<count { resamples *= count }
        return (0..<resamples).map { number in
            var rest = number
            return statistic(
                (0..<count).map { _ -> Int in
                    defer { rest /= count }
                    return rest % count
                })
        }
    }

    /// Compares distribution functions at the middle between any two values, and standard errors.
    private func expectEqual(_ exact: BootstrapDistribution, _ values: [Double], tolerance: Double = 1e-12) throws {
        let brute = try #require(DiscreteDistribution(replicates: values))
        #expect(abs(exact.standardError - brute.standardError) < tolerance)
        for share in stride(from: 0.013, to: 1, by: 0.0137) {
            #expect(abs(exact.distribution.quantile(share) - brute.quantile(share)) < tolerance)
        }
        #expect(
            abs(exact.distribution.midProbability(at: exact.estimate) - brute.midProbability(at: exact.estimate))
                < tolerance)
    }

    @Test("accuracy agrees with all resamples", arguments: [1, 2, 4])
    func accuracy(correct: Int) throws {
        let scores = (0..<5).map { $0 < correct ? 1.0 : 0 }
        try expectEqual(
            ExactBootstrap.accuracy(correct: correct, size: 5),
            enumerated(5) { $0.reduce(0) { $0 + scores[$1] } / 5 })
    }

    @Test("a lattice mean agrees with all resamples") func lattice() throws {
        let scores = [0, 1, 3, 3, 2]
        try expectEqual(
            ExactBootstrap.latticeMean(scores: scores, levels: 3),
            enumerated(5) { Double($0.reduce(0) { $0 + scores[$1] }) / 15 })
    }

    @Test("a paired difference agrees with all resamples") func paired() throws {
        let differences = [1.0, 1, -1, 0, 0, 0]
        try expectEqual(
            ExactBootstrap.pairedDifference(onlyFirst: 2, onlySecond: 1, size: 6),
            enumerated(6) { $0.reduce(0) { $0 + differences[$1] } / 6 })
    }

    @Test("a cluster ratio agrees with all resamples") func clusters() throws {
        let (sums, sizes) = ([2.0, 0, 1, 3], [3.0, 1, 2, 3])
        let exact = try #require(ExactBootstrap.clusters(sums: sums, sizes: sizes))
        try expectEqual(
            exact,
            enumerated(4) { drawn in drawn.reduce(0) { $0 + sums[$1] } / drawn.reduce(0) { $0 + sizes[$1] } })
    }

    @Test("BCa mirrors where right and wrong are exchanged", arguments: [(3, 40), (17, 40), (199, 200)])
    func symmetry(correct: Int, size: Int) throws {
        let first = try #require(ExactBootstrap.accuracy(correct: correct, size: size).bca(level: 0.95))
        let second = try #require(ExactBootstrap.accuracy(correct: size - correct, size: size).bca(level: 0.95))
        // A step function's inverse is not symmetric at its steps: the mirror may be one step away.
        #expect(abs(first.lower - (1 - second.upper)) <= 1 / Double(size) + 1e-12)
        #expect(abs(first.upper - (1 - second.lower)) <= 1 / Double(size) + 1e-12)
    }

    @Test("a gap agrees with all pairs of counts") func gap() throws {
        let first = Binomial.window(trials: 7, probability: 3.0 / 7)
        let second = Binomial.window(trials: 4, probability: 0.25)
        var atoms: [(value: Double, mass: Double)] = []
        for (i, p) in first.masses.enumerated() {
            for (j, q) in second.masses.enumerated() {
                atoms.append((Double(first.first + i) / 7 - Double(second.first + j) / 4, p * q))
            }
        }
        atoms.sort { $0.value < $1.value }
        let exact = ExactBootstrap.gap(correct1: 3, size1: 7, correct2: 1, size2: 4)
        for share in stride(from: 0.01, to: 1, by: 0.0137) {
            var sum = 0.0
            let value = atoms.first { atom in
                sum += atom.mass
                return sum >= share - 1e-12
            }?.value
            #expect(abs(exact.distribution.quantile(share) - (try #require(value))) < 1e-12)
        }
    }

    @Test("replicates of the joint bootstrap converge to the exact distribution", arguments: [30, 97])
    func convergence(correct: Int) throws {
        let scores = (0..<100).map { $0 < correct ? 1.0 : 0 }
        let count = 1_000_000
        let drawn = JointBootstrap.run(
            columns: [ClusterColumn(scores: scores)],
            plan: BootstrapPlan(seed: 11, name: "convergence", replicates: count, threads: 2))[0]
        let exact = ExactBootstrap.accuracy(correct: correct, size: 100)
        let sampled = try #require(DiscreteDistribution(replicates: drawn))
        #expect(abs(sampled.mean - exact.estimate) < 5 * exact.standardError / Double(count).squareRoot())
        for value in stride(from: 0.0, through: 1, by: 0.01) {
            let share = sampled.cdf(value + 0.005)
            let truth = Binomial.cdf(Int((value * 100).rounded()), trials: 100, probability: exact.estimate)
            #expect(abs(share - truth) <= 5 * (truth * (1 - truth) / Double(count)).squareRoot() + 1e-9)
        }
    }

    @Test("a macro-average of one benchmark is its accuracy") func macroOfOne() throws {
        let macro = try #require(ExactBootstrap.macroAverage(correct: [13], sizes: [31])).bootstrap
        let accuracy = ExactBootstrap.accuracy(correct: 13, size: 31)
        #expect(abs(macro.standardError - accuracy.standardError) < 1e-12)
        #expect(macro.bca(level: 0.9) == accuracy.bca(level: 0.9))
    }

    @Test("a binned macro-average moves its ends by less than 1e-6") func binned() throws {
        let (correct, sizes) = ([1010, 495, 860, 777], [1401, 1211, 1307, 1127])
        let exact = try #require(ExactBootstrap.macroAverage(correct: correct, sizes: sizes, gridLimit: 1 << 24))
        let grid = try #require(ExactBootstrap.macroAverage(correct: correct, sizes: sizes, gridLimit: 1 << 18))
        #expect(!exact.isBinned && grid.isBinned)
        let (a, b) = (try #require(exact.bootstrap.bca(level: 0.95)), try #require(grid.bootstrap.bca(level: 0.95)))
        #expect(abs(a.lower - b.lower) <= 1e-6)
        #expect(abs(a.upper - b.upper) <= 1e-6)
    }
}
