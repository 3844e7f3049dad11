import Statistics
import Testing

@Suite("Exact bootstrap") struct ExactBootstrapTests {
    /// The distribution of a statistic over all n^n resamples, each equally probable.
    private func enumerated(_ count: Int, _ statistic: ([Int]) -> Double) -> DiscreteDistribution {
        var resamples = 1
        for _ in 0..<count { resamples *= count }
        var atoms: [(value: Double, mass: Double)] = []
        for number in 0..<resamples {
            var rest = number
            let drawn = (0..<count).map { _ -> Int in
                defer { rest /= count }
                return rest % count
            }
            atoms.append((statistic(drawn), 1 / Double(resamples)))
        }
        return DiscreteDistribution(atoms: atoms)
    }

    private func expectEqual(_ a: DiscreteDistribution, _ b: DiscreteDistribution) {
        let values = Set(a.support.map { ($0 * 1e9).rounded() } + b.support.map { ($0 * 1e9).rounded() })
        for value in values {
            #expect(abs(a.position(of: value / 1e9).at - b.position(of: value / 1e9).at) < 1e-12)
        }
    }

    @Test("accuracy agrees with all resamples", arguments: [1, 2, 4])
    func accuracy(correct: Int) {
        let scores = (0..<5).map { $0 < correct ? 1.0 : 0 }
        expectEqual(
            ExactBootstrap.accuracy(correct: correct, size: 5).distribution,
            enumerated(5) { $0.reduce(0) { $0 + scores[$1] } / 5 })
    }

    @Test("a lattice mean agrees with all resamples") func lattice() {
        let scores = [0, 1, 3, 3, 2]
        expectEqual(
            ExactBootstrap.latticeMean(scores: scores, levels: 3).distribution,
            enumerated(5) { Double($0.reduce(0) { $0 + scores[$1] }) / 15 })
    }

    @Test("a paired difference agrees with all resamples") func paired() {
        let differences = [1.0, 1, -1, 0, 0, 0]
        expectEqual(
            ExactBootstrap.pairedDifference(onlyFirst: 2, onlySecond: 1, size: 6).distribution,
            enumerated(6) { $0.reduce(0) { $0 + differences[$1] } / 6 })
    }

    @Test("a cluster ratio agrees with all resamples") func clusters() throws {
        let (sums, sizes) = ([2, 0, 1, 3], [3, 1, 2, 3])
        let exact = try #require(ExactBootstrap.clusterRatio(sums: sums, sizes: sizes))
        expectEqual(
            exact.distribution,
            enumerated(4) { drawn in
                Double(drawn.reduce(0) { $0 + sums[$1] }) / Double(drawn.reduce(0) { $0 + sizes[$1] })
            })
    }

    @Test("BCa mirrors where right and wrong are exchanged", arguments: [(3, 40), (17, 40), (199, 200)])
    func symmetry(correct: Int, size: Int) throws {
        let first = try #require(ExactBootstrap.accuracy(correct: correct, size: size).bca(level: 0.95))
        let second = try #require(ExactBootstrap.accuracy(correct: size - correct, size: size).bca(level: 0.95))
        // A step function's inverse is not symmetric at its steps: the mirror may be one step away.
        #expect(abs(first.lower - (1 - second.upper)) <= 1 / Double(size) + 1e-12)
        #expect(abs(first.upper - (1 - second.lower)) <= 1 / Double(size) + 1e-12)
    }

    @Test("the 95 % interval covers at least 93 % of all outcomes", arguments: [20, 50, 120])
    func coverage(size: Int) {
        for p in stride(from: 0.05, through: 0.95, by: 0.05) {
            var covered = 0.0
            for k in 0...size {
                let ends = k == 0 || k == size
                    ? { (lower: $0.lower, upper: $0.upper) }(ClopperPearson.interval(correct: Double(k), size: Double(size), level: 0.95))
                    : ExactBootstrap.accuracy(correct: k, size: size).bca(level: 0.95) ?? (0, 0)
                if ends.lower <= p + 1e-12, p - 1e-12 <= ends.upper {
                    covered += Binomial.mass(k, trials: size, probability: p)
                }
            }
            #expect(covered >= 0.93, "p = \(p)")
        }
    }

    @Test("a macro-average of one benchmark is its accuracy") func macro() throws {
        let macro = try #require(ExactBootstrap.macroAverage(correct: [13], sizes: [31]))
        expectEqual(macro.distribution, ExactBootstrap.accuracy(correct: 13, size: 31).distribution)
    }
}
