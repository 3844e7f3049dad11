/// Variance components of a complete table models × benchmarks by the mean squares of a two-way layout (Brennan 2001).
public struct CrossedComponents: Sendable, Equatable {
    public let meanSquareModel: Double
    public let meanSquareBenchmark: Double
    public let meanSquareResidual: Double
    /// Between models; negative as computed.
    public let varianceModel: Double
    /// Between benchmarks; negative as computed.
    public let varianceBenchmark: Double
    /// Interaction and sampling noise.
    public let varianceResidual: Double
    /// σ²_M / (σ²_M + σ²_res/J).
    public let generalizability: Double

    /// - Parameter scores: `[model][benchmark]`, at least 2 × 2, no gaps.
    public init(scores: [[Double]]) {
        let models = Double(scores.count)
        let benchmarks = Double(scores[0].count)
        let rows = scores.map { $0.reduce(0, +) / benchmarks }
        let columns = scores[0].indices.map { j in scores.reduce(0) { $0 + $1[j] } / models }
        let grand = rows.reduce(0, +) / models
        meanSquareModel = benchmarks * rows.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / (models - 1)
        meanSquareBenchmark = models * columns.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / (benchmarks - 1)
        var residual = 0.0
        for (i, row) in scores.enumerated() {
            for (j, score) in row.enumerated() {
                let r = score - rows[i] - columns[j] + grand
                residual += r * r
            }
        }
        meanSquareResidual = residual / ((models - 1) * (benchmarks - 1))
        varianceModel = (meanSquareModel - meanSquareResidual) / benchmarks
        varianceBenchmark = (meanSquareBenchmark - meanSquareResidual) / models
        varianceResidual = meanSquareResidual
        generalizability = varianceModel / (varianceModel + varianceResidual / benchmarks)
    }
}
