import Findings
import Foundation

/// A study of ten models on seven benchmarks with published accuracies (arXiv 2507.11200v2, tables 1 and 2), its
/// intervals and tests made by simple formulas: realistic to look at, not a statement about the models.
enum Fixture {
    static func interval(
        _ value: Double, _ error: Double, from lower: Double = 0, level: Double = 0.95
    ) -> IntervalFinding {
        IntervalFinding(
            lower: max(lower, value - 1.96 * error), upper: min(1, value + 1.96 * error), level: level,
            method: "bca-exact", reason: "scores are 0 or 1 and items independent")
    }

    static func error(_ value: Double, _ items: Int) -> Double {
        (max(value * (1 - value), 0.0001) / Double(items)).squareRoot()
    }

    /// The whole study, its first `modelCount` models and `benchmarkCount` benchmarks.
    static func study(models modelCount: Int = 10, benchmarks benchmarkCount: Int = 7) -> FindingsDocument {
        var document = FindingsDocument(
            acuityVersion: "0.1.0",
            study: StudyFinding(
                title: "Medical vision-language models, July 2025", notice: "Simulated from published accuracies",
                label: "simulated",
                summary:
                    "Ten open models on seven medical benchmarks: who is ahead, how surely, and what nobody can say.",
                level: 0.95, seed: 20_250_715, replicates: 10_000, unparsed: "wrong", license: "CC-BY-4.0",
                cite: "@misc{study, title = {Medical vision-language models}, year = {2025}}",
                thresholds: thresholds))
        let chosen = Array(models.prefix(modelCount))
        let tests = Array(benchmarks.prefix(benchmarkCount))
        document.models = chosen.map {
            ModelFinding(id: $0.0.lowercased(), name: $0.0, family: $0.1, kind: $0.2, parameters: $0.3 * 1e9)
        }
        document.benchmarks = tests.map { name, items, clusters, facet, chance, reasoning in
            BenchmarkFinding(
                id: name.lowercased(), name: name, summary: "Questions on medical images from \(name).",
                source: "https://example.org/\(name.lowercased())", items: items, clusters: clusters,
                clusterFacet: facet, chance: chance, metric: "accuracy",
                capabilities: [
                    CapabilityCount(capability: "reasoning", items: reasoning),
                    CapabilityCount(capability: "understanding", items: items - reasoning),
                ])
        }
        for (model, row) in zip(document.models, chosen) { addEstimates(of: model, row, &document) }
        addDifferences(&document)
        addVerdicts(&document)
        addRanks(&document)
        document.claims = claims(document)
        document.published = published(document)
        document.study.reporting = ["funding": "None was received."]
        document.methods = methods
        document.problems = [
            ProblemFinding(
                kind: "missing-field", severity: "warning", place: "logs/slake.jsonl:812 (field `target`)",
                message: "Expected a target; found none. The item is left out.", count: 3)
        ]
        return document
    }

    static let thresholds = [
        ThresholdFinding(
            id: "chance", name: "Better than guessing", minimum: nil, benchmark: "*", alpha: 0.05,
            source: "chance level of the items"),
        ThresholdFinding(
            id: "licence", name: "Licensing examination", minimum: 0.6, benchmark: "*", alpha: 0.05,
            source: "Kung and others 2023, PLOS Digital Health, on the USMLE"),
        ThresholdFinding(
            id: "deployment", name: "Clinical deployment", minimum: 0.9, benchmark: "*", capability: "reasoning",
            each: "modality", alpha: 0.025, source: "the study's own choice"),
    ]

    static let methods = [
        MethodFinding(
            id: "bca-exact", name: "exact BCa bootstrap",
            description: "The bias-corrected and accelerated interval from the exact binomial bootstrap distribution.",
            source: "Efron 1987, Better Bootstrap Confidence Intervals.", uses: 240),
        MethodFinding(
            id: "mcnemar-exact", name: "exact McNemar test",
            description: "The two-sided binomial test of the items that only one of two models gets right.",
            source: "McNemar 1947.", uses: 315),
        MethodFinding(
            id: "paule-mandel", name: "Paule-Mandel estimator",
            description: "Solves the generalised Q equation for the variance between benchmarks.",
            source: "Paule and Mandel 1982.", uses: 10),
        MethodFinding(
            id: "prediction-t", name: "prediction interval with t", description: "Mean ± t sqrt(tau² + SE²).",
            source: "Higgins, Thompson and Spiegelhalter 2009.", uses: 10),
    ]

    private static func addEstimates(of model: ModelFinding, _ row: ModelRow, _ document: inout FindingsDocument) {
        var accuracies: [Double] = []
        for (position, benchmark) in document.benchmarks.enumerated() {
            let accuracy = row.4[position] / 100
            accuracies.append(accuracy)
            document.estimates.append(
                EstimateFinding(
                    scope: .benchmark, model: model.id, benchmark: benchmark.id, estimate: accuracy,
                    interval: interval(accuracy, error(accuracy, benchmark.items)),
                    standardError: error(accuracy, benchmark.items), items: benchmark.items,
                    clusters: benchmark.clusters, correct: Int(accuracy * Double(benchmark.items)),
                    lowerBound: accuracy, upperBound: accuracy + 0.004, chance: benchmark.chance,
                    basis: .publishedCounts))
            addCapabilities(of: model, row, position, benchmark, &document)
            let source = "logs/\(benchmark.id)/\(model.id).jsonl"
            document.sources.append(
                SourceFinding(
                    path: source, bytes: 120_345 + position, sha256: String(repeating: "0123456789abcdef", count: 4),
                    runner: "generic", runnerVersion: nil, runs: 1))
            document.runs.append(
                RunFinding(
                    model: model.id, benchmark: benchmark.id, source: source, items: benchmark.items,
                    predictions: benchmark.items, unparsed: 4 + position, refused: 3, scoredByBoth: benchmark.items,
                    disagreements: position,
                    metrics: [MetricFinding(metric: "accuracy", mean: accuracy, reported: accuracy)]))
        }
        let mean = accuracies.reduce(0, +) / Double(accuracies.count)
        let items = document.benchmarks.map(\.items).reduce(0, +)
        document.estimates.append(
            EstimateFinding(
                scope: .macroAverage, model: model.id, estimate: mean, interval: interval(mean, 0.0075),
                standardError: 0.0075, items: items, clusters: items, benchmarks: accuracies.count, lowerBound: mean,
                upperBound: mean, basis: .publishedCounts))
        let spread = (accuracies.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(max(1, accuracies.count - 1)))
            .squareRoot()
        document.variances.append(
            VarianceFinding(
                model: model.id, benchmarks: accuracies.count, mean: mean, standardError: spread / 2.6,
                standardDeviation: spread, tauSquared: spread * spread, tauSquaredLower: spread * spread / 2,
                tauSquaredUpper: spread * spread * 4, method: "paule-mandel", q: 4321.5, qPValue: 0, iSquared: 0.992,
                h: 26.8,
                alternatives: [
                    HeterogeneityFinding(
                        method: "reml", tauSquared: spread * spread, mean: mean, standardError: spread / 2.6)
                ],
                prediction: accuracies.count < 3
                    ? nil
                    : IntervalFinding(
                        lower: max(0, mean - 2.57 * spread), upper: min(1, mean + 2.57 * spread), level: 0.95,
                        method: "prediction-t", reason: "seven benchmarks"), basis: .publishedCounts))
    }

    private static func addCapabilities(
        of model: ModelFinding, _ row: ModelRow, _ position: Int, _ benchmark: BenchmarkFinding,
        _ document: inout FindingsDocument
    ) {
        let reasoningItems = benchmarks[position].5
        let understandingItems = benchmark.items - reasoningItems
        let reasoning = row.5[position] / 100
        let overall = row.4[position] / 100
        let understanding = min(
            1,
            max(
                0, (overall * Double(benchmark.items) - reasoning * Double(reasoningItems)) / Double(understandingItems)
            ))
        let parts = [("reasoning", reasoning, reasoningItems), ("understanding", understanding, understandingItems)]
        for (capability, value, items) in parts {
            document.estimates.append(
                EstimateFinding(
                    scope: .capability, model: model.id, benchmark: benchmark.id, capability: capability,
                    estimate: value, interval: interval(value, error(value, items)),
                    standardError: error(value, items), items: items, clusters: items, lowerBound: value,
                    upperBound: value, basis: .publishedCounts))
        }
        for (modality, shift) in [("CT", 0.03), ("MRI", -0.02), ("X-ray", 0.0)] {
            document.estimates.append(
                EstimateFinding(
                    scope: .facet, model: model.id, benchmark: benchmark.id,
                    facet: FacetValue(name: "modality", value: modality), estimate: overall + shift,
                    interval: interval(overall + shift, error(overall, benchmark.items / 3)), standardError: 0.01,
                    items: benchmark.items / 3, clusters: benchmark.clusters / 3, lowerBound: overall + shift,
                    upperBound: overall + shift, basis: .simulation))
        }
        let gap = understanding - reasoning
        let gapError = (pow(error(understanding, understandingItems), 2) + pow(error(reasoning, reasoningItems), 2))
            .squareRoot()
        for form in [GapForm.raw, .chanceCorrected] where form == .raw || benchmark.chance != nil {
            let factor = form == .raw ? 1 : 1 / (1 - (benchmark.chance ?? 0))
            document.gaps.append(
                GapFinding(
                    model: model.id, benchmark: benchmark.id, form: form, estimate: gap * factor,
                    interval: interval(gap * factor, gapError * factor, from: -1), standardError: gapError * factor,
                    pValue: 0.2, reversedPValue: 0.8, lowerBound: gap * factor, upperBound: gap * factor,
                    understanding: understanding,
                    reasoning: reasoning, understandingItems: understandingItems, reasoningItems: reasoningItems,
                    clusters: benchmark.clusters, without: 0, benchmarks: 1, basis: .publishedCounts))
        }
        guard position == document.benchmarks.count - 1 else { return }
        let raw = document.gaps.filter { $0.model == model.id && $0.form == .raw }
        let mean = raw.map(\.estimate).reduce(0, +) / Double(raw.count)
        document.gaps.append(
            GapFinding(
                model: model.id, benchmark: nil, form: .standardised, estimate: mean,
                interval: interval(mean, 0.011, from: -1), standardError: 0.011, pValue: 0.2, reversedPValue: 0.8,
                lowerBound: mean, upperBound: mean,
                understanding: raw.map(\.understanding).reduce(0, +) / Double(raw.count),
                reasoning: raw.map(\.reasoning).reduce(0, +) / Double(raw.count),
                understandingItems: raw.map(\.understandingItems).reduce(0, +),
                reasoningItems: raw.map(\.reasoningItems).reduce(0, +), clusters: 9000, without: 0,
                benchmarks: raw.count, basis: .publishedCounts))
    }

    private static func addDifferences(_ document: inout FindingsDocument) {
        let scopes = [nil] + document.benchmarks.map { Optional($0.id) }
        let values = Dictionary(
            uniqueKeysWithValues: document.estimates.filter { $0.scope == .benchmark || $0.scope == .macroAverage }
                .map { ([$0.model, $0.benchmark ?? ""], $0) })
        let family = document.models.count * (document.models.count - 1) / 2
        for scope in scopes {
            for (position, first) in document.models.enumerated() {
                for second in document.models[(position + 1)...] {
                    guard let left = values[[first.id, scope ?? ""]], let right = values[[second.id, scope ?? ""]]
                    else { continue }
                    let difference = left.estimate - right.estimate
                    let spread = left.standardError * 1.1
                    let p = min(1, 2 * exp(-pow(difference / spread, 2) / 2))
                    let gained = Int(Double(left.items) * (0.1 + max(0, difference)))
                    let lost = Int(Double(left.items) * (0.1 + max(0, -difference)))
                    document.differences.append(
                        DifferenceFinding(
                            first: first.id, second: second.id, benchmark: scope, estimate: difference,
                            interval: interval(difference, spread, from: -1),
                            simultaneous: interval(difference, spread * 1.5, from: -1), standardError: spread,
                            detectable: spread * 2.8, lowerBound: difference, upperBound: difference,
                            items: left.items, clusters: left.clusters, unpaired: 0,
                            onlyFirst: scope == nil ? nil : gained, onlySecond: scope == nil ? nil : lost, pValue: p,
                            test: "mcnemar", adjustedPValue: min(1, p * Double(family) / 4),
                            falseDiscoveryPValue: min(1, p * 2), family: family, basis: .simulation))
                }
            }
        }
    }

    private static func addVerdicts(_ document: inout FindingsDocument) {
        for estimate in document.estimates where estimate.scope == .benchmark {
            for (threshold, minimum) in [("chance", estimate.chance), ("licence", 0.6)] {
                guard let minimum else { continue }
                document.verdicts.append(
                    verdict(threshold, estimate, minimum, alpha: 0.05, isJoint: false))
            }
        }
        for model in document.models {
            guard let worst = document.estimates.first(where: { $0.model == model.id && $0.capability == "reasoning" })
            else { continue }
            document.verdicts.append(verdict("deployment", worst, 0.9, alpha: 0.025, isJoint: true))
            for part in document.estimates where part.model == model.id && part.capability == "reasoning" {
                document.verdicts.append(verdict("deployment", part, 0.9, alpha: 0.025, isJoint: false))
            }
        }
    }

    private static func verdict(
        _ threshold: String, _ estimate: EstimateFinding, _ minimum: Double, alpha: Double, isJoint: Bool
    ) -> VerdictFinding {
        let lower = estimate.estimate - 1.645 * estimate.standardError
        let upper = estimate.estimate + 1.645 * estimate.standardError
        let verdict: Verdict = lower >= minimum ? .pass : upper < minimum ? .fail : .inconclusive
        return VerdictFinding(
            threshold: threshold, model: estimate.model, benchmark: isJoint ? nil : estimate.benchmark,
            capability: estimate.capability, isJoint: isJoint, verdict: verdict, minimum: minimum,
            estimate: estimate.estimate, lower: lower, upper: upper, alpha: alpha,
            passPValue: verdict == .pass ? 0.01 : 0.9, failPValue: verdict == .fail ? 0.01 : 0.9, method: "bca-exact",
            items: estimate.items, clusters: estimate.clusters, parts: isJoint ? 7 : 1,
            itemsToSettle: verdict == .inconclusive ? 12_345 : nil, basis: .publishedCounts)
    }

    private static func addRanks(_ document: inout FindingsDocument) {
        let ranked = document.estimates.filter { $0.scope == .macroAverage }.sorted { $0.estimate > $1.estimate }
        document.ranks = ranked.enumerated().map { position, estimate in
            var shares = Array(repeating: 0.0, count: ranked.count)
            shares[position] = ranked.count == 1 ? 1 : 0.7
            if ranked.count > 1 { shares[position == 0 ? 1 : position - 1] += 0.3 }
            return RankFinding(
                model: estimate.model, rank: Double(position + 1), lower: max(1, position),
                upper: min(ranked.count, position + 1), simultaneousLower: max(1, position - 1),
                simultaneousUpper: min(ranked.count, position + 2), probabilities: shares, alike: [], basis: .simulation
            )
        }
        guard document.models.count > 1, document.benchmarks.count > 1 else { return }
        document.components = ComponentsFinding(
            models: document.models.count, benchmarks: document.benchmarks.count, model: 0.0021, benchmark: 0.0198,
            interaction: 0.0019, sampling: 0.0003, generalizability: 0.87, kendallsW: 0.71, kendallsWPValue: 0.0002,
            intervals: [
                ComponentInterval(
                    component: "model", over: "items", lower: 0.0011, upper: 0.0031, level: 0.95,
                    method: "percentile-joint")
            ], itemLuck: 0.04, benchmarkLuck: 0.11, basis: .publishedCounts)
    }
}
