import Statistics

extension GoldenMethod {
    /// Intervals and tests of one proportion, and of two independent ones.
    static let proportions: [GoldenMethod] = [
        proportion("wilson", Wilson.interval),
        proportion("clopper-pearson", ClopperPearson.interval),
        proportion("agresti-coull", AgrestiCoull.interval),
        proportion("jeffreys", Jeffreys.interval),
        GoldenMethod("newcombe-difference") { input throws(VerificationError) in
            let size1 = try input.integer("n1", in: 1...largestCount)
            let size2 = try input.integer("n2", in: 1...largestCount)
            let correct1 = try input.integer("correct1", in: 0...size1)
            let correct2 = try input.integer("correct2", in: 0...size2)
            return ends(
                Newcombe.difference(
                    correct1: Double(correct1), size1: Double(size1), correct2: Double(correct2), size2: Double(size2),
                    level: try input.level()))
        },
        GoldenMethod("binomial-test") { input throws(VerificationError) in
            let size = try input.integer("n", in: 1...largestCount)
            let correct = try input.integer("correct", in: 0...size)
            let threshold = try input.number("threshold", in: 0...1)
            return [
                "pGreater": .number(BinomialTest.pGreater(correct: correct, size: size, threshold: threshold)),
                "pLess": .number(BinomialTest.pLess(correct: correct, size: size, threshold: threshold)),
            ]
        },
    ]

    /// The ends of an interval.
    static func ends(_ interval: Interval) -> Results {
        ["lower": .number(interval.lower), "upper": .number(interval.upper)]
    }

    private static func proportion(
        _ name: String, _ interval: @escaping @Sendable (Double, Double, Double) -> Interval
    ) -> GoldenMethod {
        GoldenMethod(name) { input throws(VerificationError) in
            let size = try input.integer("n", in: 1...largestCount)
            let correct = try input.integer("correct", in: 0...size)
            return ends(interval(Double(correct), Double(size), try input.level()))
        }
    }
}
