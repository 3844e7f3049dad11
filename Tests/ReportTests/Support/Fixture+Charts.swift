import Findings

/// What only charts show, by simple formulas: releases, agreement, power, distributions, confidences, modalities.
extension Fixture {
    static func charted() -> FindingsDocument {
        var document = study()
        let models = document.models.map(\.id)
        for position in document.models.indices {
            document.models[position].released = "2025-0\(1 + position % 4)-15"
        }
        document.comparisons = comparisons(from: models[1], to: models[6], document)
        document.rankComparison = RankComparisonFinding(
            meanRanks: models.enumerated().map { ModelRank(model: $0.element, meanRank: Double($0.offset + 1)) },
            benchmarkIDs: document.benchmarks.map(\.id), friedman: 41, pValue: 0.0001, imanDavenport: 9.6,
            imanDavenportPValue: 0.0001, criticalDifference: 5.12, groups: [Array(models.prefix(6))], level: 0.95,
            basis: .simulation)
        for (position, first) in models.enumerated() {
            for second in models[(position + 1)...] {
                document.agreements.append(
                    AgreementFinding(
                        first: first, second: second, benchmarks: 7, items: 1000, clusters: 900, bothRight: 450,
                        onlyFirst: 150, onlySecond: 140, bothWrong: 260, observed: 0.71, expected: 0.515,
                        kappa: 0.2 + 0.02 * Double(position), interval: nil, basis: .simulation))
            }
        }
        document.distributions = document.estimates.filter { $0.scope == .macroAverage }.map { estimate in
            DistributionFinding(
                model: estimate.model, kind: "replicates", replicates: 10_000, estimate: estimate.estimate,
                interval: estimate.interval,
                bins: (0..<8).map { bin in
                    let lower = estimate.estimate + 0.005 * Double(bin - 4)
                    return DistributionBin(lower: lower, upper: lower + 0.005, mass: 0.125)
                }, basis: .simulation)
        }
        document.powers = document.benchmarks.map { benchmark in
            PowerFinding(
                benchmark: benchmark.id, pairs: 45, discordance: 0.29, designEffect: 1.2,
                presentItems: benchmark.items, alpha: 0.05,
                curves: [0.1, 0.05].map { difference in
                    PowerCurve(
                        difference: difference,
                        points: [50, 200, 1000, 5000].map {
                            PowerPoint(items: $0, power: min(1, difference * Double($0) / 90))
                        }, itemsFor80: Int(72 / difference))
                }, basis: .simulation)
        }
        document.histories = histories(models.prefix(3).map(\.self))
        document.confidences = [confidence(of: models[0], on: "vqa-rad"), confidence(of: models[1], on: "vqa-rad")]
        addModalities(on: "slake", &document)
        return document
    }

    private static func comparisons(
        from baseline: String, to candidate: String, _ document: FindingsDocument
    ) -> [ComparisonFinding] {
        let scopes = document.benchmarks.map { Optional($0.id) } + [nil]
        return parts(from: baseline, to: candidate)
            + scopes.enumerated().map { position, benchmark in
                let difference = 0.03 * Double(position) - 0.06
                return ComparisonFinding(
                    scope: benchmark == nil ? .overall : .benchmark, baseline: baseline, candidate: candidate,
                    benchmark: benchmark, estimate: difference, baselineScore: 0.6, candidateScore: 0.6 + difference,
                    interval: interval(difference, 0.02, from: -1), margin: 0.01,
                    verdict: difference > 0.04 ? .improved : difference < -0.04 ? .regressed : .inconclusive,
                    items: 800,
                    clusters: 700, benchmarks: benchmark == nil ? 7 : nil, wrongToRight: benchmark == nil ? nil : 120,
                    rightToWrong: benchmark == nil ? nil : 90, pValue: 0.01, adjustedPValue: 0.04, test: "mcnemar",
                    family: 7, basis: .simulation)
            }
    }

    private static func parts(from baseline: String, to candidate: String) -> [ComparisonFinding] {
        [
            ComparisonFinding(
                scope: .capability, baseline: baseline, candidate: candidate, benchmark: "slake",
                capability: "reasoning", estimate: -0.04, baselineScore: 0.5, candidateScore: 0.46,
                interval: interval(-0.04, 0.03, from: -1), margin: 0.01, verdict: .inconclusive, items: 300,
                clusters: 200, wrongToRight: 20, rightToWrong: 32, pValue: 0.1, adjustedPValue: 0.4, test: "mcnemar",
                family: 10, detectable: 0.05, basis: .simulation),
            ComparisonFinding(
                scope: .facet, baseline: baseline, candidate: candidate, benchmark: "slake",
                facet: FacetValue(name: "modality", value: "CT"), estimate: 0.02, baselineScore: 0.5,
                candidateScore: 0.52, interval: interval(0.02, 0.03, from: -1), margin: 0.01, verdict: .inconclusive,
                items: 200, clusters: 150, wrongToRight: 24, rightToWrong: 20, pValue: 0.5, adjustedPValue: 1,
                test: "mcnemar", family: 10, basis: .simulation),
        ]
    }

    private static func histories(_ models: [String]) -> [HistoryFinding] {
        let points = models.enumerated().map { position, model in
            HistoryPoint(
                model: model, released: "2025-0\(position + 1)-01", estimate: 0.5 + 0.05 * Double(position),
                interval: interval(0.5 + 0.05 * Double(position), 0.02))
        }
        let change = HistoryChange(
            model: models[models.count - 1], estimate: 0.075, interval: interval(0.075, 0.02, from: -1), pValue: 0.0005)
        return [
            HistoryFinding(
                family: "Qwen2.5-VL", benchmark: nil, points: points, changes: [change], items: 5000, clusters: 4000,
                alpha: 0.05, method: "change-points"),
            HistoryFinding(
                family: "Qwen2.5-VL", benchmark: "slake", points: points, changes: [], items: 800, clusters: 700,
                alpha: 0.05, method: "change-points"),
        ]
    }

    private static func confidence(of model: String, on benchmark: String) -> ConfidenceFinding {
        ConfidenceFinding(
            model: model, benchmark: benchmark, items: 451, clusters: 203, meanConfidence: 0.8, brier: 0.23,
            brierInterval: interval(0.23, 0.01), calibrationError: 0.17, calibrationInterval: interval(0.17, 0.02),
            riskCoverageArea: 0.3,
            bins: (0..<5).map { bin in
                let confidence = 0.55 + 0.1 * Double(bin)
                return CalibrationBin(
                    lower: confidence - 0.05, upper: confidence + 0.05, items: 90, meanConfidence: confidence,
                    accuracy: confidence - 0.15, interval: interval(confidence - 0.15, 0.05))
            },
            coverage: [0.25, 0.5, 1].map {
                CoveragePoint(
                    coverage: $0, items: Int(451 * $0), accuracy: 0.8 - 0.2 * $0,
                    interval: interval(0.8 - 0.2 * $0, 0.03))
            }, basis: .logs)
    }

    private static func addModalities(on benchmark: String, _ document: inout FindingsDocument) {
        for estimate in document.estimates where estimate.scope == .benchmark && estimate.benchmark == benchmark {
            for (position, modality) in ["CT", "MRI", "X-ray"].enumerated() {
                let accuracy = max(0, estimate.estimate - 0.04 * Double(position))
                document.estimates.append(
                    EstimateFinding(
                        scope: .facet, model: estimate.model, benchmark: benchmark,
                        facet: FacetValue(name: "modality", value: modality), estimate: accuracy,
                        interval: interval(accuracy, error(accuracy, 300)), standardError: error(accuracy, 300),
                        items: 300, clusters: 30, lowerBound: accuracy, upperBound: accuracy, basis: .simulation))
            }
        }
    }
}
