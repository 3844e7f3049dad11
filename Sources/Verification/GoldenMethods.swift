import Statistics

/// How each method of a golden file is computed: input by name to numbers by name.
enum GoldenMethods {
    typealias Numbers = [String: [Double]]
    typealias Method = @Sendable (GoldenInput) throws -> Numbers

    static let all: [String: Method] = [
        "wilson": { try proportion($0, Wilson.interval) },
        "clopper-pearson": { try proportion($0) { ClopperPearson.interval(correct: $0, size: $1, level: $2) } },
        "agresti-coull": { try proportion($0) { AgrestiCoull.interval(correct: $0, size: $1, level: $2) } },
        "jeffreys": { try proportion($0) { Jeffreys.interval(correct: $0, size: $1, level: $2) } },
        "binomial-test": { input in
            let (k, n, t) = (try input.whole("correct"), try input.whole("n"), try input.number("threshold"))
            return [
                "pGreater": [BinomialTest.greater(correct: k, size: n, threshold: t)],
                "pLess": [BinomialTest.less(correct: k, size: n, threshold: t)],
            ]
        },
        "newcombe-difference": { input in
            ends(
                Newcombe.difference(
                    correct1: try input.number("correct1"), size1: try input.number("n1"),
                    correct2: try input.number("correct2"), size2: try input.number("n2"),
                    level: try input.number("level")))
        },
        "newcombe-paired-difference": { ends(Newcombe.pairedDifference(try pair($0), level: try $0.number("level"))) },
        "tango-paired-difference": { ends(Tango.interval(try pair($0), level: try $0.number("level"))) },
        "bonett-price-paired-difference": { ends(BonettPrice.interval(try pair($0), level: try $0.number("level"))) },
        "exact-bootstrap-accuracy": { input in
            bootstrap(
                ExactBootstrap.accuracy(correct: try input.whole("correct"), size: try input.whole("n")),
                level: try input.number("level"), range: 0...1)
        },
        "exact-bootstrap-lattice-mean": { input in
            bootstrap(
                ExactBootstrap.latticeMean(scores: try input.wholes("scores"), levels: try input.whole("levels")),
                level: try input.number("level"), range: 0...1)
        },
        "exact-bootstrap-paired-difference": { input in
            bootstrap(
                ExactBootstrap.pairedDifference(
                    onlyFirst: try input.whole("onlyFirst"), onlySecond: try input.whole("onlySecond"),
                    size: try input.whole("n")), level: try input.number("level"), range: -1...1)
        },
        "exact-bootstrap-gap": { input in
            bootstrap(
                ExactBootstrap.gap(
                    correct1: try input.whole("correct1"), size1: try input.whole("n1"),
                    correct2: try input.whole("correct2"), size2: try input.whole("n2")),
                level: try input.number("level"), range: -1...1)
        },
        "exact-bootstrap-macro": { input in
            guard let ends = ExactBootstrap.macroAverage(
                correct: try input.wholes("correct"), sizes: try input.wholes("n"), limit: 60_000_000)
            else { throw input.missing("n", "sizes whose macro-average has a computable distribution") }
            return bootstrap(ends, level: try input.number("level"), range: 0...1)
        },
        "exact-cluster-bootstrap": { input in
            guard let ends = ExactBootstrap.clusterRatio(
                sums: try input.wholes("sums"), sizes: try input.wholes("sizes"), limit: 4_000_000_000)
            else { throw input.missing("sizes", "clusters whose lattice is computable") }
            return bootstrap(ends, level: try input.number("level"), range: 0...1)
        },
        "bca-from-replicates": { input in
            let bootstrap = BootstrapEnds(
                DiscreteDistribution(replicates: try input.list("replicates")), estimate: try input.number("estimate"),
                acceleration: Acceleration.jackknife(try input.list("jackknife")))
            let level = try input.number("level")
            let percentile = bootstrap.percentile(level: level)
            let bca = bootstrap.bca(level: level) ?? (.nan, .nan)
            return [
                "acceleration": [bootstrap.acceleration], "biasCorrection": [bootstrap.biasCorrection],
                "lower": [bca.lower], "upper": [bca.upper],
                "percentileLower": [percentile.lower], "percentileUpper": [percentile.upper],
            ]
        },
        "bootstrap-t": { input in
            ends(
                BootstrapT.interval(
                    estimate: try input.number("estimate"), standardError: try input.number("standardError"),
                    tStatistics: try input.list("tStatistics"), level: try input.number("level")))
        },
        "clustered-standard-error": { input in
            let error = ClusteredStandardError(scores: try input.list("scores"), clusters: try input.wholes("clusters"))
            return [
                "mean": [error.mean], "standardError": [error.standardError],
                "standardErrorCorrected": [error.corrected], "designEffect": [error.designEffect],
            ]
        },
        "wilson-clustered": { input in
            let result = WilsonClustered.interval(
                scores: try input.list("scores"), clusters: try input.wholes("clusters"), level: try input.number("level"))
            return ends(result.interval).merging(["effectiveSize": [result.effectiveSize]]) { $1 }
        },
        "korn-graubard": { input in
            let result = KornGraubard.interval(
                scores: try input.list("scores"), clusters: try input.wholes("clusters"), level: try input.number("level"))
            return ends(result.interval).merging(["effectiveSize": [result.effectiveSize]]) { $1 }
        },
        "mcnemar": { input in
            let (b, c) = (try input.whole("onlyFirst"), try input.whole("onlySecond"))
            return [
                "exact": [McNemar.exact(onlyFirst: b, onlySecond: c)], "midP": [McNemar.midP(onlyFirst: b, onlySecond: c)],
            ]
        },
        "sign-flip": { ["pValue": [SignFlip.pValue(try $0.list("differences"))]] },
        "holm": { ["adjusted": Multiplicity.holm(try $0.list("pValues"))] },
        "benjamini-hochberg": { ["adjusted": Multiplicity.benjaminiHochberg(try $0.list("pValues"))] },
        "equivalence": { input in
            let (d, s, m) = (
                try input.number("difference"), try input.number("standardError"), try input.number("margin")
            )
            return [
                "nonInferiority": [Equivalence.nonInferiority(difference: d, standardError: s, margin: m)],
                "equivalence": [Equivalence.equivalence(difference: d, standardError: s, margin: m)],
            ]
        },
        "mcnemar-power": { input in
            [
                "power": [
                    Power.mcNemar(
                        size: try input.whole("n"), onlyFirst: try input.number("onlyFirst"),
                        onlySecond: try input.number("onlySecond"), alpha: try input.number("alpha"))
                ]
            ]
        },
        "minimal-detectable-difference": { input in
            [
                "difference": [
                    Power.minimalDetectableDifference(
                        size: try input.whole("n"), variance: try input.number("variance"),
                        alpha: try input.number("alpha"), power: try input.number("power"))
                ]
            ]
        },
        "random-effects": { input in
            let effects = RandomEffects(estimates: try input.list("estimates"), variances: try input.list("variances"))
            let level = try input.number("level")
            var numbers: Numbers = ["q": [effects.q], "iSquared": [effects.iSquared]]
            for (name, fit) in [
                ("derSimonianLaird", effects.derSimonianLaird(level: level)),
                ("pauleMandel", effects.pauleMandel(level: level)), ("reml", effects.reml(level: level)),
            ] {
                numbers["\(name)TauSquared"] = [fit.tauSquared]
                numbers["\(name)Mean"] = [fit.mean]
                numbers["\(name)StandardError"] = [fit.standardError]
                numbers["\(name)PredictionLower"] = [fit.prediction.lower]
                numbers["\(name)PredictionUpper"] = [fit.prediction.upper]
            }
            return numbers
        },
        "crossed-components": { input in
            let components = CrossedComponents(scores: try input.table("scores"))
            return [
                "meanSquareModel": [components.meanSquareModel], "meanSquareBenchmark": [components.meanSquareBenchmark],
                "meanSquareResidual": [components.meanSquareResidual], "varianceModel": [components.varianceModel],
                "varianceBenchmark": [components.varianceBenchmark], "varianceResidual": [components.varianceResidual],
                "generalizability": [components.generalizability],
            ]
        },
        "kendalls-w": { input in
            let w = KendallsW(scores: try input.table("scores"))
            return ["w": [w.w], "chiSquared": [w.chiSquared], "pValue": [w.pValue]]
        },
        "pass-at-k": { input in
            [
                "value": [
                    PassAtK.estimate(
                        samples: try input.wholes("samples"), correct: try input.wholes("correct"), k: try input.whole("k"))
                ]
            ]
        },
        "brier": { ["value": [Calibration.brier(confidences: try $0.list("confidences"), scores: try $0.list("scores"))]] },
        "expected-calibration-error": { input in
            [
                "value": [
                    Calibration.expectedError(
                        confidences: try input.list("confidences"), scores: try input.list("scores"),
                        bins: try input.whole("bins"))
                ]
            ]
        },
        "area-under-risk-coverage": { input in
            [
                "value": [
                    Calibration.areaUnderRiskCoverage(
                        confidences: try input.list("confidences"), scores: try input.list("scores"))
                ]
            ]
        },
        "philox4x32-10": { input in
            let output = Philox.block(
                counter: try input.wholes("counter").map { UInt32(truncatingIfNeeded: $0) },
                key: try input.wholes("key").map { UInt32(truncatingIfNeeded: $0) })
            return ["output": output.map(Double.init)]
        },
    ]

    private static func ends(_ interval: Interval) -> Numbers { ["lower": [interval.lower], "upper": [interval.upper]] }

    private static func proportion(
        _ input: GoldenInput, _ interval: (Double, Double, Double) -> Interval
    ) throws -> Numbers {
        ends(interval(try input.number("correct"), try input.number("n"), try input.number("level")))
    }

    private static func pair(_ input: GoldenInput) throws -> PairedCounts {
        PairedCounts(
            bothCorrect: try input.number("bothCorrect"), onlyFirst: try input.number("onlyFirst"),
            onlySecond: try input.number("onlySecond"), neither: try input.number("neither"))
    }

    private static func bootstrap(_ ends: BootstrapEnds, level: Double, range: ClosedRange<Double>) -> Numbers {
        func clip(_ value: Double) -> Double { min(max(value, range.lowerBound), range.upperBound) }
        let percentile = ends.percentile(level: level)
        let basic = ends.basic(level: level)
        let bca = ends.bca(level: level) ?? (.nan, .nan)
        return [
            "estimate": [ends.estimate], "standardError": [ends.distribution.standardDeviation],
            "percentileLower": [percentile.lower], "percentileUpper": [percentile.upper],
            "basicLower": [clip(basic.lower)], "basicUpper": [clip(basic.upper)],
            "biasCorrection": [ends.biasCorrection], "acceleration": [ends.acceleration],
            "bcaLower": [clip(bca.lower)], "bcaUpper": [clip(bca.upper)],
        ]
    }
}
