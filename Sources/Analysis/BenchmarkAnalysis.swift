import Findings
import Statistics

/// What was found on one benchmark, with what the findings over benchmarks need.
struct BenchmarkAnalysis {
    let data: BenchmarkData
    var estimates: [EstimateFinding] = []
    var differences: [DifferenceFinding] = []
    var pairs = PairTable()
    var gaps: [GapFinding] = []
    var ranks: [RankFinding] = []
    var verdicts: [PartVerdict] = []
    var repeats: [RepeatFinding] = []
    var confidences: [ConfidenceFinding] = []
    /// By model: the accuracy on all items.
    var overall: [String: OverallEstimate] = [:]
    /// By model: the gap, where the benchmark has both capabilities.
    var gapParts: [String: GapParts] = [:]
}

/// The accuracy of one model on all items of a benchmark, as the findings over benchmarks need it.
struct OverallEstimate {
    let estimate: Double
    let standardError: Double
    let items: Int
    let clusters: Int
    let bounds: (lower: Double, upper: Double)
    let chance: Double?
    /// The joint bootstrap's replicates, in the order that all models of the benchmark share.
    let replicates: [Double]
}

/// The two accuracies of a gap on one benchmark.
struct GapParts {
    let understanding: Selection
    let reasoning: Selection
    let clusters: Int
    /// Items without either capability, which do not enter.
    let without: Int

    /// Nil if a capability has no scored item.
    init?(understanding: Selection, reasoning: Selection, without: Int) {
        guard !understanding.scores.isEmpty, !reasoning.scores.isEmpty else { return nil }
        self.understanding = understanding
        self.reasoning = reasoning
        self.without = without
        if let first = understanding.clusters, let second = reasoning.clusters {
            clusters = (ClusterSums.positions(of: first + second).max() ?? -1) + 1
        } else {
            clusters = understanding.scores.count + reasoning.scores.count
        }
    }
}

/// The two capabilities of the gap.
enum Capability {
    static let understanding = "understanding"
    static let reasoning = "reasoning"
}
