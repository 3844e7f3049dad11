import Statistics
import Testing

@Suite("Studentized range") struct StudentizedRangeTests {
    @Test("the quantiles over the root of 2 are those that Demšar prints")
    func published() {
        let printed = [1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164]
        for (offset, value) in printed.enumerated() {
            let quantile = StudentizedRange.quantile(0.95, members: offset + 2) / 2.0.squareRoot()
            // R gives 2.3437, 2.8497 and 2.9483, so that the printed table is off by one in its last digit at times.
            #expect(abs(quantile - value) < 0.0011, "k = \(offset + 2): \(quantile)")
        }
    }

    @Test(
        "quantiles are those of R's qtukey without degrees of freedom",
        arguments: [
            (2, 2.77180764901919, 3.64277273639538), (3, 3.31449315755301, 4.12030328327174),
            (5, 3.85765552685163, 4.60282104317119), (10, 4.47412447126307, 5.15663525313767),
            (20, 5.01168879468676, 5.64521468513703), (60, 5.7643882573409, 6.3379637121097),
        ])
    func quantiles(members: Int, at95: Double, at99: Double) {
        // R's search stops early: at k = 2 it is 2e-8 from the exact value.
        #expect(abs(StudentizedRange.quantile(0.95, members: members) - at95) < 1e-6)
        #expect(abs(StudentizedRange.quantile(0.99, members: members) - at99) < 1e-6)
    }

    @Test("the range of two is the distance of two normal values, exactly")
    func two() {
        for q in [0.1, 1.0, 2.771807648699346, 5.0] {
            let exact = 1 - 2 * Normal.survival(q / 2.0.squareRoot())
            #expect(abs(StudentizedRange.cdf(q, members: 2) - exact) < 1e-14)
        }
        #expect(StudentizedRange.cdf(0, members: 3) == 0)
        #expect(StudentizedRange.cdf(-1, members: 3) == 0)
    }

    @Test("probabilities are those that R's adaptive quadrature finds")
    func probabilities() {
        for (members, value) in [
            (3, 0.914457428345042), (5, 0.789123495036462), (10, 0.487815926029193), (20, 0.153743533805628),
            (60, 0.000816001663569299),
        ] {
            #expect(abs(StudentizedRange.cdf(3, members: members) - value) < 1e-12)
        }
    }
}
