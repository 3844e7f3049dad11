import Testing

@testable import Statistics

@Suite("Binomial walk") struct BinomialWalkTests {
    @Test("a long walk ends where the incomplete beta function is", arguments: [0.0, 0.02, 0.5, 0.93, 1.0])
    func walk(probability: Double) {
        var walk = BinomialWalk(trials: 40, count: -1, probability: probability)
        var (trials, count) = (40, -1)
        for step in 0..<400 {
            walk.addTrial()
            trials += 1
            if step % 2 == 0 {
                walk.raise()
                count += 1
            }
            let exact = Binomial.cdf(count, trials: trials, probability: probability)
            guard abs(walk.cdf - exact) < 1e-13 else {
                Issue.record("\(count) of \(trials): \(walk.cdf), not \(exact)")
                return
            }
        }
    }

    @Test("far from the mean the walk is the incomplete beta function to the last bit", arguments: [0.3, 0.5, 0.8])
    func farOut(probability: Double) {
        for share in [0.02, 0.1, 0.9, 0.99] {
            let count = Int(share * 20_000)
            for trials in 20_000..<20_003 {
                let walk = BinomialWalk(trials: trials, count: count, probability: probability)
                #expect(walk.cdf == Binomial.cdf(count, trials: trials, probability: probability))
            }
        }
    }
}
