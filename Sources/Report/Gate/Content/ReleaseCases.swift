import Findings

/// Everything that a document of releases judged, as tests: comparisons, measures and thresholds.
struct ReleaseCases {
    let index: GateIndex

    var all: [GateCase] {
        let document = index.document
        let comparisons = document.comparisons.map { marked(comparison($0), GateIndex.Key($0)) }
        let measures = document.measures.map { marked(measure($0), GateIndex.Key($0)) }
        return comparisons + measures + document.verdicts.map { marked(threshold($0), GateIndex.Key($0)) }
    }

    /// The case, with what would let it pass had it not expired.
    private func marked(_ test: GateCase, _ key: GateIndex.Key) -> GateCase {
        guard test.state == .blocks, let waiver = index.expiredWaiver(key) else { return test }
        var marked = test
        marked.message += "; its waiver expired on \(waiver.until)"
        return marked
    }

    private func comparison(_ finding: ComparisonFinding) -> GateCase {
        let benchmark = finding.benchmark.map(index.benchmarkName)
        let place = GateWords.place(benchmark, capability: finding.capability, facet: finding.facet)
        let interval = GateWords.interval(finding)
        let losses = index.losses(
            finding.candidate, finding.benchmark, capability: finding.capability, facet: finding.facet)
        let on = benchmark == nil ? "overall" : "on \(place)"
        let words =
            switch finding.verdict {
            case .improved: "improved \(on)"
            case .regressed: "regressed \(on)"
            case .equivalent: "is equivalent \(on)"
            case .inconclusive: "is inconclusive \(on)"
            }
        var facts: [GateCase.Fact] = [
            .init(name: "baseline", value: .text(finding.baseline))
        ]
        facts += [("baseline_score", finding.baselineScore), ("candidate_score", finding.candidateScore)].compactMap {
            name, value in value.map { .init(name: name, value: .number($0)) }
        }
        facts.append(.init(name: "difference", value: .number(finding.estimate)))
        facts += self.facts(interval) + tested(finding.pValue, finding.adjustedPValue, finding.test, finding.family)
        facts += counts(finding.items, finding.clusters)
        facts += [("margin", finding.margin), ("detectable", finding.detectable)].compactMap { name, value in
            value.map { .init(name: name, value: .number($0)) }
        }
        facts += [("wrong_to_right", finding.wrongToRight), ("right_to_wrong", finding.rightToWrong)].compactMap {
            name, value in value.map { .init(name: name, value: .count($0)) }
        }
        // Documents made before scores were kept have the difference alone.
        let levels =
            finding.baselineScore.flatMap { old in
                finding.candidateScore.map { new in
                    ", from \(GateWords.level(old, interval)) to \(GateWords.level(new, interval))"
                }
            } ?? ""
        return GateCase(
            kind: finding.scope.rawValue, rule: .regression, suite: benchmark ?? "overall",
            candidate: finding.candidate,
            benchmark: finding.benchmark, capability: finding.capability, facet: finding.facet,
            title: "\(GateWords.name(finding.candidate)): \(place)", verdict: finding.verdict.rawValue,
            state: index.state(finding),
            message:
                "\(GateWords.name(finding.candidate)) \(words): \(GateWords.change(finding.estimate, interval))\(levels), "
                + "adjusted "
                + "\(GateWords.pClause(finding.adjustedPValue)), n = \(finding.items)",
            facts: facts, log: index.log(finding.candidate, finding.benchmark, flips: losses),
            flips: losses.map(index.named))
    }

    private func measure(_ finding: MeasureFinding) -> GateCase {
        let benchmark = index.benchmarkName(finding.benchmark)
        let name = GateWords.name(finding.measure)
        let facts: [GateCase.Fact] = [
            .init(name: "baseline", value: .text(index.baseline)),
            .init(name: "baseline_value", value: .number(finding.baselineValue)),
            .init(name: "candidate_value", value: .number(finding.candidateValue)),
            .init(name: "difference", value: .number(finding.estimate)),
        ]
        return GateCase(
            kind: finding.measure.rawValue, rule: .measure, suite: "measures", candidate: finding.candidate,
            benchmark: finding.benchmark,
            title: "\(GateWords.name(finding.candidate)): \(name) on \(GateWords.name(benchmark))",
            verdict: finding.verdict.rawValue, state: index.state(finding),
            message: "\(GateWords.name(finding.candidate)), \(name) on \(GateWords.name(benchmark)) "
                + "(\(finding.verdict.rawValue)): "
                + "\(GateWords.change(finding.estimate, finding.interval, measure: finding.measure)), from "
                + "\(GateWords.level(finding.baselineValue, finding.interval, measure: finding.measure)) to "
                + "\(GateWords.level(finding.candidateValue, finding.interval, measure: finding.measure)), adjusted "
                + "\(GateWords.pClause(finding.adjustedPValue)), n = \(finding.items)",
            facts: facts + self.facts(finding.interval)
                + tested(finding.pValue, finding.adjustedPValue, finding.test, finding.family)
                + counts(finding.items, finding.clusters),
            log: index.log(finding.candidate, finding.benchmark, flips: []))
    }

    private func threshold(_ finding: VerdictFinding) -> GateCase {
        var made = ThresholdCase.make(
            finding, name: index.thresholdName(finding.threshold), model: finding.model,
            benchmark: finding.benchmark.map(index.benchmarkName))
        made.suite = "thresholds"
        made.state = index.state(finding)
        made.log = index.log(finding.model, finding.benchmark, flips: [])
        return made
    }

    private func facts(_ interval: IntervalFinding) -> [GateCase.Fact] {
        [
            .init(name: "lower", value: .number(interval.lower)), .init(name: "upper", value: .number(interval.upper)),
            .init(name: "level", value: .number(interval.level)), .init(name: "method", value: .text(interval.method)),
        ]
    }

    private func tested(_ p: Double, _ adjusted: Double, _ test: String, _ family: Int) -> [GateCase.Fact] {
        [
            .init(name: "p_value", value: .number(p)), .init(name: "adjusted_p_value", value: .number(adjusted)),
            .init(name: "test", value: .text(test)), .init(name: "family", value: .count(family)),
        ]
    }

    private func counts(_ items: Int, _ clusters: Int) -> [GateCase.Fact] {
        [.init(name: "items", value: .count(items)), .init(name: "clusters", value: .count(clusters))]
    }
}

/// A verdict on a threshold as a test; the gate of releases and that of thresholds share it.
enum ThresholdCase {
    static func make(_ finding: VerdictFinding, name: String, model: String, benchmark: String?) -> GateCase {
        let part = GateWords.place(benchmark, capability: finding.capability, facet: finding.facet)
        let place = finding.isJoint ? "\(part), \(GateWords.counted(finding.parts, "part")) together" : part
        let verb =
            switch finding.verdict {
            case .pass: "passes"
            case .fail: "fails"
            case .inconclusive: "neither passes nor fails"
            }
        let decimals = Digits.format.decimals(halfWidth: (finding.upper - finding.lower) / 2)
        let bounds = Digits.format.interval(lower: finding.lower, upper: finding.upper, decimals: decimals)
        return GateCase(
            kind: "threshold", rule: .threshold, suite: name, candidate: finding.model, benchmark: finding.benchmark,
            capability: finding.capability, facet: finding.facet, threshold: finding.threshold,
            title: "\(GateWords.name(model)): \(GateWords.name(name)), \(place)", verdict: finding.verdict.rawValue,
            state: .passed,
            message: "\(GateWords.name(model)) \(verb) \(GateWords.name(name)) (at least "
                + "\(Digits.format.exact(finding.minimum))), \(place): "
                + "\(Digits.format.stringWithUnit(finding.estimate, decimals: decimals)) \(bounds), one-sided "
                + "\(Digits.level(1 - finding.alpha)) bounds, n = \(finding.items)",
            facts: [
                .init(name: "minimum", value: .number(finding.minimum)),
                .init(name: "estimate", value: .number(finding.estimate)),
                .init(name: "lower", value: .number(finding.lower)),
                .init(name: "upper", value: .number(finding.upper)),
                .init(name: "alpha", value: .number(finding.alpha)),
                .init(name: "method", value: .text(finding.method)),
                .init(name: "pass_p_value", value: .number(finding.passPValue)),
                .init(name: "fail_p_value", value: .number(finding.failPValue)),
                .init(name: "items", value: .count(finding.items)),
                .init(name: "clusters", value: .count(finding.clusters)),
            ])
    }
}
