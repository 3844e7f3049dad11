import Foundation

extension RandomEffects {
    /// The restricted log likelihood of τ² without its constant: −½ (Σ log(v + τ²) + log Σ w + Q).
    func restrictedLikelihood(_ tauSquared: Double) -> Double {
        let pooled = Self.pool(estimates, variances, tauSquared: tauSquared)
        var logs = 0.0
        for v in variances { logs += log(v + tauSquared) }
        return -(logs + log(pooled.weight) + pooled.q) / 2
    }
}
