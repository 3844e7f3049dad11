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
}
