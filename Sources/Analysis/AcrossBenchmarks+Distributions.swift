import Findings
import Statistics

extension AcrossBenchmarks {
    /// The bootstrap distributions of the main ranking: of the macro-averages, or of the accuracies on the only benchmark.
    func distributions(macroAverages: [MacroAverage]) -> [DistributionFinding] {
        guard analyses.count == 1, let only = analyses.first else { return macroAverages.compactMap(\.distribution) }
        return models.compactMap { model in
            guard let scores = only.data.models.first(where: { $0.model == model }),
                let estimate = only.estimates.first(where: { $0.scope == .benchmark && $0.model == model })
            else { return nil }
            let estimator = AccuracyEstimator(
                only.data.select(scores).sample,
                plan: BootstrapPlan(seed: study.seed, name: only.data.entry.id, replicates: study.replicates),
                replicates: only.overall[model]?.replicates)
            return estimator.bootstrapDistribution().map {
                DistributionFinding(estimate, $0.distribution, replicates: $0.replicates)
            }
        }
    }
}

extension DistributionFinding {
    private static var mostBins: Int { 50 }

    /// The distribution of an estimate, in bins.
    ///
    /// - Parameter replicates: how many it comes from; nil where it was computed in full.
    init(_ estimate: EstimateFinding, _ distribution: any ResamplingDistribution, replicates: Int?) {
        let bins = DistributionBins(distribution, most: Self.mostBins)
        self.init(
            model: estimate.model, benchmark: estimate.benchmark, kind: replicates == nil ? "exact" : "replicates",
            replicates: replicates, estimate: estimate.estimate, interval: estimate.interval,
            bins: bins.masses.enumerated().map { index, mass in
                DistributionBin(
                    lower: bins.start + Double(index) * bins.width, upper: bins.start + Double(index + 1) * bins.width,
                    mass: mass)
            }, basis: replicates == nil ? estimate.basis : estimate.basis == .logs ? .logs : .simulation)
    }
}
