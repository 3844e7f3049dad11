import Statistics
import Testing

@Suite("F distribution") struct FisherFTests {
    @Test("tails are those of R's pf, and that of one degree is Student's")
    func tails() {
        #expect(abs(FisherF.survival(5.2, numerator: 3, denominator: 12) - 0.0156767174908078) < 1e-13)
        #expect(abs(FisherF.survival(4.58588957055215, numerator: 3, denominator: 39) - 0.00762883873072576) < 1e-13)
        #expect(
            abs(FisherF.survival(4, numerator: 1, denominator: 9) - 2 * (1 - StudentT.cdf(2, degrees: 9))) < 1e-13)
        #expect(FisherF.survival(0, numerator: 2, denominator: 2) == 1)
    }
}
