import Statistics

extension GoldenMethod {
    /// Variance and concordance between benchmarks.
    static let betweenBenchmarks: [GoldenMethod] = [
        GoldenMethod("random-effects") { input throws(VerificationError) in
            let estimates = try input.numbers("estimates")
            let variances = try input.numbers("variances", asManyAs: estimates.count)
            guard estimates.count >= 2 else { throw input.malformed("estimates", "at least two numbers") }
            guard variances.allSatisfy({ $0 > 0 }) else { throw input.malformed("variances", "positive numbers") }
            let effects = RandomEffects(estimates: estimates, variances: variances, level: try input.level())
            var results: Results = ["q": .number(effects.q), "iSquared": .number(effects.iSquared)]
            for (prefix, estimator) in [
                ("derSimonianLaird", RandomEffects.Estimator.derSimonianLaird), ("pauleMandel", .pauleMandel),
                ("reml", .reml),
            ] {
                let fit = effects.fit(estimator)
                results["\(prefix)TauSquared"] = .number(fit.tauSquared)
                results["\(prefix)Mean"] = .number(fit.mean)
                results["\(prefix)StandardError"] = .number(fit.standardError)
                results["\(prefix)PredictionLower"] = .number(fit.prediction?.lower ?? .nan)
                results["\(prefix)PredictionUpper"] = .number(fit.prediction?.upper ?? .nan)
            }
            return results
        },
        GoldenMethod("crossed-components") { input throws(VerificationError) in
            let components = CrossedComponents(scores: try input.table("scores", columns: 2))
            return [
                "meanSquareModel": .number(components.meanSquareModel),
                "meanSquareBenchmark": .number(components.meanSquareBenchmark),
                "meanSquareResidual": .number(components.meanSquareResidual),
                "varianceModel": .number(components.varianceModel),
                "varianceBenchmark": .number(components.varianceBenchmark),
                "varianceResidual": .number(components.varianceResidual),
                "generalizability": .number(components.generalizability),
            ]
        },
        GoldenMethod("kendalls-w") { input throws(VerificationError) in
            let concordance = KendallsW(scores: try input.table("scores", columns: 1))
            return [
                "w": .number(concordance.w), "chiSquared": .number(concordance.chiSquared),
                "pValue": .number(concordance.pValue),
            ]
        },
    ]
}
