import Statistics

extension GoldenMethod {
    /// Methods for items that share clusters.
    static let clustered: [GoldenMethod] = [
        GoldenMethod("clustered-standard-error") { input throws(VerificationError) in
            let error = try standardError(input)
            return [
                "mean": .number(error.mean), "standardError": .number(error.standardError),
                "standardErrorCorrected": .number(error.corrected), "designEffect": .number(error.designEffect),
            ]
        },
        GoldenMethod("wilson-clustered") { input throws(VerificationError) in
            let result = WilsonClustered.interval(try standardError(input), level: try input.level())
            return ends(result.interval).merging(["effectiveSize": .number(result.effectiveSize)]) { first, _ in first }
        },
        GoldenMethod("korn-graubard") { input throws(VerificationError) in
            let result = KornGraubard.interval(try standardError(input), level: try input.level())
            return ends(result.interval).merging(["effectiveSize": .number(result.effectiveSize)]) { first, _ in first }
        },
    ]

    private static func standardError(_ input: GoldenInput) throws(VerificationError) -> ClusteredStandardError {
        let scores = try input.numbers("scores")
        let clusters = try input.integers("clusters", in: -largestCount...largestCount, asManyAs: scores.count)
        return ClusteredStandardError(scores: scores, clusters: clusters)
    }
}
