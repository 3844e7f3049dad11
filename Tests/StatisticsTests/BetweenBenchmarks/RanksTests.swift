import Statistics
import Testing

@Suite("Ranks") struct RanksTests {
    @Test("three far apart members have one rank each; two equal ones share theirs")
    func sets() {
        let noise = JointBootstrap.run(
            columns: (0..<3).map { member in
                ClusterColumn(scores: (0..<200).map { ($0 * (7 + member)) % 10 < 5 ? 1 : 0 })
            }, plan: BootstrapPlan(seed: 4, name: "ranks", replicates: 2000))
        func shifted(_ by: [Double]) -> Ranks.ConfidenceSets {
            let estimates = (0..<3).map { 0.5 + by[$0] }
            return Ranks.confidenceSets(
                estimates: estimates,
                replicates: (0..<3).map { member in
                    let centre = noise[member].reduce(0, +) / 2000
                    return noise[member].map { $0 - centre + estimates[member] }
                }, level: 0.95)
        }
        let apart = shifted([0.4, 0, -0.4])
        #expect(apart.simultaneous == [1...1, 2...2, 3...3])
        let close = shifted([0.4, 0, 0.001])
        #expect(close.marginal[0] == 1...1)
        #expect(close.simultaneous[1] == 2...3)
        #expect(!close.differ[1][2] && close.differ[0][1])
        for member in 0..<3 {
            #expect(close.simultaneous[member].lowerBound <= close.marginal[member].lowerBound)
            #expect(close.simultaneous[member].upperBound >= close.marginal[member].upperBound)
        }
    }

    @Test("probabilities of ranks sum to one for each member and each rank")
    func probabilities() {
        let replicates = [[0.1, 0.5, 0.5], [0.2, 0.5, 0.1], [0.3, 0.4, 0.9]]
        let shares = Ranks.probabilities(replicates: replicates)
        for row in shares { #expect(abs(row.reduce(0, +) - 1) < 1e-12) }
        for rank in 0..<3 { #expect(abs(shares.reduce(0) { $0 + $1[rank] } - 1) < 1e-12) }
        #expect(abs(shares[0][0] - 0.5 / 3) < 1e-12)
    }

    @Test("ranks do not depend on the number of threads")
    func threads() {
        // Few different values, so that there are many ties, and some that are no numbers.
        func value(_ member: Int, _ replicate: Int) -> Double {
            let eleventh = (replicate * (member + 3)) % 11
            return replicate % 97 == 5 ? Double.nan : Double(eleventh) / 11
        }
        let replicates: [[Double]] = (0..<7).map { member in (0..<2500).map { value(member, $0) } }
        let estimates: [Double] = replicates.map { values in
            let sum: Double = values.filter(\.isFinite).reduce(0, +)
            return sum / 2500
        }
        let one = Ranks.confidenceSets(estimates: estimates, replicates: replicates, level: 0.95)
        let four = Ranks.confidenceSets(estimates: estimates, replicates: replicates, level: 0.95, threads: 4)
        #expect(one == four)
        #expect(Ranks.probabilities(replicates: replicates) == Ranks.probabilities(replicates: replicates, threads: 4))
    }
}
