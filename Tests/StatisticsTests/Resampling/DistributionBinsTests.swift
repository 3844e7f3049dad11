import Statistics
import Testing

@Suite("Bins of a distribution") struct DistributionBinsTests {
    @Test("bins of independent items hold equally many counts each, and their masses are the binomial's")
    func lattice() {
        let bins = DistributionBins(ExactBootstrap.accuracy(correct: 90, size: 145).distribution, most: 60)
        #expect(bins.masses.count <= 60)
        #expect(abs(bins.masses.reduce(0, +) - 1) < 1e-12)
        let perBin = bins.width * 145
        #expect(abs(perBin - perBin.rounded()) < 1e-9 && perBin.rounded() >= 1)
        let first = bins.start * 145 + 0.5
        #expect(abs(first - first.rounded()) < 1e-9, "the first edge lies between two counts")
        let middle = bins.masses.count / 2
        let counts = (0..<Int(perBin.rounded())).map { Int(first.rounded()) + middle * Int(perBin.rounded()) + $0 }
        let mass = counts.reduce(0) { $0 + Binomial.mass($1, trials: 145, probability: 90.0 / 145) }
        #expect(abs(bins.masses[middle] - mass) < 1e-12)
        #expect(bins.masses.allSatisfy { $0 > 0 })
    }

    @Test("a distribution that is summed from halves has the bins of the same one written out")
    func halves() throws {
        let sum = try #require(ExactBootstrap.macroAverage(correct: [30, 11], sizes: [60, 20]))
        let bins = DistributionBins(sum.bootstrap.distribution, most: 60)
        #expect(abs(bins.masses.reduce(0, +) - 1) < 1e-12)
        // Both means are sixtieths, so that their average lies on a lattice of 1/120.
        let perBin = bins.width * 120
        #expect(abs(perBin - perBin.rounded()) < 1e-9)
        var mean = 0.0
        for (index, mass) in bins.masses.enumerated() {
            mean += (bins.start + (Double(index) + 0.5) * bins.width) * mass
        }
        #expect(abs(mean - (0.5 + 0.55) / 2) < bins.width)
    }

    @Test("replicates without a lattice fill 60 bins between their far quantiles, tails included")
    func replicates() throws {
        let values = (0..<20_001).map { Normal.quantile((Double($0) + 0.5) / 20_001) }
        let distribution = try #require(DiscreteDistribution(replicates: values))
        let bins = DistributionBins(distribution, most: 60)
        #expect(bins.masses.count == 60 && abs(bins.masses.reduce(0, +) - 1) < 1e-12)
        #expect(abs(bins.start - distribution.quantile(0.00005)) < 1e-12)
        #expect(abs(bins.start + 60 * bins.width - distribution.quantile(0.99995)) < 1e-9)
        #expect(bins.masses[0] >= 0.00005 && bins.masses[0] < 0.001)
    }

    @Test("a single value has one bin with a width")
    func single() {
        let bins = DistributionBins(ExactBootstrap.accuracy(correct: 9, size: 9).distribution, most: 60)
        #expect(bins.masses == [1] && bins.width > 0 && bins.start < 1 && bins.start + bins.width > 1)
    }
}
