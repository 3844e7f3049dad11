import Statistics

extension GoldenMethod {
    /// Intervals of paired differences.
    static let paired: [GoldenMethod] = [
        GoldenMethod("newcombe-paired-difference") { input throws(VerificationError) in
            ends(Newcombe.pairedDifference(try counts(input), level: try input.level()))
        },
        GoldenMethod("tango-paired-difference") { input throws(VerificationError) in
            ends(Tango.interval(try counts(input), level: try input.level()))
        },
        GoldenMethod("bonett-price-paired-difference") { input throws(VerificationError) in
            ends(BonettPrice.interval(try counts(input), level: try input.level()))
        },
    ]

    private static func counts(_ input: GoldenInput) throws(VerificationError) -> PairedCounts {
        func count(_ key: String) throws(VerificationError) -> Double {
            Double(try input.integer(key, in: 0...largestCount))
        }
        let counts = PairedCounts(
            bothCorrect: try count("bothCorrect"), onlyFirst: try count("onlyFirst"),
            onlySecond: try count("onlySecond"), neither: try count("neither"))
        guard counts.size > 0 else { throw input.malformed("bothCorrect", "at least one item in the four counts") }
        return counts
    }
}
