import Findings
import Study

/// What was found on one benchmark, with the replicates that the findings over benchmarks need.
struct BenchmarkAnalysis {
    let data: BenchmarkData
    let basis: Basis
    var estimates: [EstimateFinding] = []
    var differences: [DifferenceFinding] = []
    var gaps: [GapFinding] = []
    /// One-sided bounds and estimates of what thresholds may ask for.
    var judged: [JudgedPart] = []
    /// By model: the estimate of all items with its variance and its replicates.
    var overall: [String: OverallEstimate] = [:]
    /// By model: the raw gap with its replicates, where the benchmark has both capabilities.
    var rawGaps: [String: GapParts] = [:]
}

/// The accuracy of one model on all items of a benchmark, as the findings over benchmarks need it.
struct OverallEstimate {
    let estimate: Double
    let standardError: Double
    let items: Int
    let clusters: Int
    let sum: Double
    let bounds: (lower: Double, upper: Double)
    let chance: Double?
    let replicates: [Double]
}

/// The parts of a gap on one benchmark.
struct GapParts {
    let understanding: Double
    let reasoning: Double
    let understandingItems: Int
    let reasoningItems: Int
    let clusters: Int
    let without: Int
    let replicates: [Double]
    var gap: Double { understanding - reasoning }
}

/// An accuracy that a threshold may judge.
struct JudgedPart {
    let model: String
    let capability: String?
    let facet: FacetValue?
    let selection: Selection
    /// Replicates of the joint bootstrap; empty where items are independent and scores 0 or 1.
    let replicates: [Double]
}

/// The two capabilities of the gap.
enum Capability {
    static let understanding = "understanding"
    static let reasoning = "reasoning"
}
