import Findings
import Statistics
import Study

/// The standard deviation between benchmarks beyond sampling noise, for each model.
struct VarianceClaimParts {
    private let analyzer: ClaimAnalyzer
    private let minimum: Double

    init(_ analyzer: ClaimAnalyzer, minimum: Double) {
        self.analyzer = analyzer
        self.minimum = minimum
    }

    func parts() -> [ClaimPart] {
        let across = analyzer.across
        let models = across.models.filter { across.parts($0).count >= 2 }
        let level = analyzer.level(among: models.count)
        return Parallel.map(models.count, threads: across.threads) { part(models[$0], level: level) }
    }

    private func part(_ model: String, level: Double) -> ClaimPart {
        let parts = analyzer.across.parts(model)
        let found = judged(
            parts.map(\.estimate), VarianceAnalyzer.variances(parts).values, level: level,
            reason: "it holds for all models of the claim at once")
        return ClaimPart(
            model: model, estimate: found.estimate, interval: found.interval, reference: minimum,
            support: found.support, items: parts.reduce(0) { $0 + $1.items },
            clusters: parts.reduce(0) { $0 + $1.clusters }, models: 1,
            published: analyzer.study.isSimulated ? published(parts, level: level) : nil,
            basis: analyzer.across.basis)
    }

    /// The same with the noise of independent items.
    private func published(_ parts: [OverallEstimate], level: Double) -> PublishedPart {
        judged(
            parts.map(\.estimate),
            parts.map {
                let size = Double($0.items)
                return RandomEffects.samplingVariance(correct: $0.estimate * size, size: size).variance
            }, level: level, reason: "the published counts, items taken as independent")
    }

    private func judged(
        _ estimates: [Double], _ variances: [Double], level: Double, reason: String
    ) -> PublishedPart {
        let effects = RandomEffects(estimates: estimates, variances: variances, level: level)
        let range = effects.tauSquaredInterval(level: level)
        let (lower, upper) = (range.lower.squareRoot(), range.upper.squareRoot())
        // A minimum of 0 asks for any variance at all.
        let support: ClaimSupport =
            minimum == 0
            ? (lower > 0 ? .supports : upper == 0 ? .contradicts : .open)
            : ClaimAnalyzer.support(lower, upper, reference: minimum)
        return PublishedPart(
            estimate: effects.fit(.pauleMandel).tauSquared.squareRoot(),
            interval: analyzer.interval(lower, upper, method: "q-profile", reason), support: support)
    }
}
