/// A method that golden files know, and how it is computed through the public interface of Statistics.
struct GoldenMethod: Sendable {
    /// The results of a case by name.
    typealias Results = [String: GoldenValue]

    /// The largest count that a golden case may hold; larger ones would only waste memory.
    static let largestCount = 100_000_000

    /// The golden name.
    let name: String
    /// Computes all results of one input.
    let compute: @Sendable (GoldenInput) throws(VerificationError) -> Results

    init(_ name: String, _ compute: @escaping @Sendable (GoldenInput) throws(VerificationError) -> Results) {
        self.name = name
        self.compute = compute
    }

    /// Every method.
    static let all: [GoldenMethod] =
        proportions + clustered + paired + exactBootstrap + replicates + tests + planning + betweenBenchmarks + repeats
        + random
}
