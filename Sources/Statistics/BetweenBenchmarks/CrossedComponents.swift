/// Where the variance of a table of models × benchmarks comes from: y_mj = μ + M_m + B_j + (MB)_mj + ε.
///
/// Sources: Searle, Casella and McCulloch 1992, Variance Components; Brennan 2001, Generalizability Theory.
public struct CrossedComponents: Sendable, Equatable {
    /// MS_M, the mean square of models.
    public let meanSquareModel: Double
    /// MS_B, the mean square of benchmarks.
    public let meanSquareBenchmark: Double
    /// MS_res, the residual mean square.
    public let meanSquareResidual: Double
    /// σ²_M = (MS_M − MS_res)/J; may be negative as computed.
    public let varianceModel: Double
    /// σ²_B = (MS_B − MS_res)/I; may be negative as computed.
    public let varianceBenchmark: Double
    /// σ²_MB+ε = MS_res.
    public let varianceResidual: Double
    /// σ²_M / (σ²_M + σ²_res/J).
    public let generalizability: Double

    /// - Parameter scores: scores[model][benchmark], at least two of each, no gaps.
    public init(scores: [[Double]]) {
        let models = Double(scores.count)
        let benchmarks = Double(scores.first?.count ?? 0)
        precondition(models >= 2 && benchmarks >= 2, "at least two models and two benchmarks")
        precondition(scores.allSatisfy { Double($0.count) == benchmarks }, "a score in every cell")
        let modelMeans = scores.map { $0.reduce(0, +) / benchmarks }
        let benchmarkMeans = scores[0].indices.map { j in scores.reduce(0) { $0 + $1[j] } / models }
        let mean = modelMeans.reduce(0, +) / models
        var residual = 0.0
        for (i, row) in scores.enumerated() {
            for (j, score) in row.enumerated() {
                let rest = score - modelMeans[i] - benchmarkMeans[j] + mean
                residual += rest * rest
            }
        }
        func spread(_ means: [Double]) -> Double { means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
        meanSquareModel = benchmarks * spread(modelMeans) / (models - 1)
        meanSquareBenchmark = models * spread(benchmarkMeans) / (benchmarks - 1)
        meanSquareResidual = residual / ((models - 1) * (benchmarks - 1))
        varianceModel = (meanSquareModel - meanSquareResidual) / benchmarks
        varianceBenchmark = (meanSquareBenchmark - meanSquareResidual) / models
        varianceResidual = meanSquareResidual
        generalizability = varianceModel / (varianceModel + varianceResidual / benchmarks)
    }

    /// σ²_MB: the residual without the known sampling noise; may be negative as computed.
    ///
    /// - Parameter samplingVariance: The mean sampling variance of the cells.
    public func interaction(samplingVariance: Double) -> Double { varianceResidual - samplingVariance }
}
