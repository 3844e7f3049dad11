import Statistics
import Testing

@Suite("Sample sizes") struct SampleSizeTests {
    @Test(
        "the power of a threshold's test is that of all counts summed",
        arguments: [(40, 0.8, 0.6), (40, 0.4, 0.6), (7, 0.5, 0.9)])
    func thresholdPower(size: Int, accuracy: Double, threshold: Double) {
        var power = 0.0
        for correct in 0...size {
            let p =
                accuracy > threshold
                ? BinomialTest.pGreater(correct: correct, size: size, threshold: threshold)
                : BinomialTest.pLess(correct: correct, size: size, threshold: threshold)
            if p <= 0.05 { power += Binomial.mass(correct, trials: size, probability: accuracy) }
        }
        let computed = SampleSize.thresholdPower(size: size, accuracy: accuracy, threshold: threshold, alpha: 0.05)
        #expect(abs(computed - power) < 1e-12)
    }

    @Test("from the size on, power and width hold")
    func sizes() throws {
        let size = try #require(SampleSize.forThreshold(0.6, accuracy: 0.7, alpha: 0.05, power: 0.8))
        for more in 0..<100 {
            #expect(SampleSize.thresholdPower(size: size + more, accuracy: 0.7, threshold: 0.6, alpha: 0.05) >= 0.8)
        }
        #expect(SampleSize.thresholdPower(size: size - 1, accuracy: 0.7, threshold: 0.6, alpha: 0.05) < 0.8)
        let pairs = try #require(SampleSize.forDifference(onlyFirst: 0.15, onlySecond: 0.05, alpha: 0.05, power: 0.8))
        #expect(Power.mcNemar(size: pairs, onlyFirst: 0.15, onlySecond: 0.05, alpha: 0.05) >= 0.8)
        #expect(Power.mcNemar(size: pairs - 1, onlyFirst: 0.15, onlySecond: 0.05, alpha: 0.05) < 0.8)
        let width = try #require(SampleSize.forWidth(0.1, accuracy: 0.5, level: 0.95))
        #expect((370...400).contains(width))
        #expect(try #require(SampleSize.forWidth(0.1, accuracy: 0.5, level: 0.95, designEffect: 2)) == 2 * width)
    }

    @Test("nothing tells an accuracy from itself")
    func impossible() {
        #expect(SampleSize.forThreshold(0.7, accuracy: 0.7, alpha: 0.05, power: 0.8) == nil)
        #expect(SampleSize.forDifference(onlyFirst: 0.1, onlySecond: 0.1, alpha: 0.05, power: 0.8) == nil)
    }
}
