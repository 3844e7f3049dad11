import Statistics
import Testing

@Suite("Blaker's interval") struct BlakerTests {
    /// The acceptability of p by its definition, over all counts.
    private func acceptability(_ p: Double, _ k: Int, _ n: Int) -> Double {
        func tail(_ count: Int) -> Double {
            min(
                Binomial.survival(count - 1, trials: n, probability: p), Binomial.cdf(count, trials: n, probability: p))
        }
        let own = tail(k)
        return (0...n).reduce(0) {
            $0 + (tail($1) <= own * (1 + 1e-10) ? Binomial.mass($1, trials: n, probability: p) : 0)
        }
    }

    @Test(
        "holds the proportions whose acceptability exceeds alpha",
        arguments: [(0, 9), (1, 9), (4, 9), (13, 40), (39, 40)])
    func definition(correct: Int, size: Int) {
        let interval = Blaker.interval(correct: correct, size: size, level: 0.95)
        for step in 1..<2000 {
            let p = Double(step) / 2000
            if p < interval.lower - 1e-9 || p > interval.upper + 1e-9 {
                #expect(acceptability(p, correct, size) <= 0.05 + 1e-9, "p = \(p)")
            }
        }
        // Just inside of the ends p is accepted.
        if correct > 0 { #expect(acceptability(interval.lower + 1e-9, correct, size) > 0.05 - 1e-6) }
        if correct < size { #expect(acceptability(interval.upper - 1e-9, correct, size) > 0.05 - 1e-6) }
    }

    @Test("lies within Clopper and Pearson's and mirrors", arguments: [0.8, 0.95, 0.99], [7, 30, 211])
    func nested(level: Double, size: Int) {
        for correct in 0...size {
            let interval = Blaker.interval(correct: correct, size: size, level: level)
            let outer = ClopperPearson.interval(correct: Double(correct), size: Double(size), level: level)
            #expect(interval.lower >= outer.lower - 1e-12)
            #expect(interval.upper <= outer.upper + 1e-12)
            let mirror = Blaker.interval(correct: size - correct, size: size, level: level)
            #expect(abs(mirror.lower - (1 - interval.upper)) < 1e-12)
        }
    }

    @Test("is known where it can be worked out by hand")
    func byHand() {
        // One of one right: p is accepted while p > alpha, since p is the smaller tail up to ½.
        #expect(abs(Blaker.interval(correct: 1, size: 1, level: 0.95).lower - 0.05) < 1e-12)
        #expect(Blaker.interval(correct: 1, size: 1, level: 0.95).upper == 1)
    }
}
