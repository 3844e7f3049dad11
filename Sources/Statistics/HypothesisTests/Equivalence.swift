/// Tests that a difference is not worse than a margin, or within it. Source: Schuirmann 1987 (two one-sided tests).
public enum Equivalence {
    /// The p values of the two claims.
    public struct Result: Sendable, Equatable {
        /// p of the claim that the difference is above −margin.
        public let nonInferiority: Double
        /// p of the claim that the difference lies within (−margin, margin): the larger of the two one-sided ones.
        public let equivalence: Double
    }

    /// Two one-sided z tests.
    ///
    /// - Parameters:
    ///   - difference: The estimate, candidate minus baseline.
    ///   - standardError: Its standard error; 0 makes each test certain.
    ///   - margin: The margin, positive.
    public static func test(difference: Double, standardError: Double, margin: Double) -> Result {
        let notBelow = pValue(distance: difference + margin, standardError: standardError)
        let notAbove = pValue(distance: margin - difference, standardError: standardError)
        return Result(nonInferiority: notBelow, equivalence: max(notBelow, notAbove))
    }

    private static func pValue(distance: Double, standardError: Double) -> Double {
        guard standardError > 0 else { return distance > 0 ? 0 : 1 }
        return Normal.survival(distance / standardError)
    }
}
