import Findings
import Testing

@testable import Analysis

/// Findings with what the gate looks at; the numbers do not matter to it.
private enum Case {
    static let interval = IntervalFinding(lower: 0, upper: 0, level: 0.95, method: "none", reason: "")
    static let modality = FacetValue(name: "modality", value: "CT")

    static func comparison(
        _ scope: ComparisonScope, _ verdict: ComparisonVerdict, candidate: String = "v2", benchmark: String? = "slake"
    ) -> ComparisonFinding {
        ComparisonFinding(
            scope: scope, baseline: "v1", candidate: candidate, benchmark: scope == .overall ? nil : benchmark,
            capability: scope == .capability ? "reasoning" : nil, facet: scope == .facet ? modality : nil, estimate: 0,
            baselineScore: 0, candidateScore: 0, interval: interval, verdict: verdict, items: 1, clusters: 1,
            pValue: 1, adjustedPValue: 1, test: "none", family: 1)
    }

    static func measure(_ measure: Measure, _ verdict: MeasureVerdict) -> MeasureFinding {
        MeasureFinding(
            measure: measure, candidate: "v2", benchmark: "slake", baselineValue: 0, candidateValue: 0, estimate: 0,
            interval: interval, verdict: verdict, pValue: 1, adjustedPValue: 1, test: "none", family: 1, items: 1,
            clusters: 1)
    }

    static func threshold(
        _ verdict: Verdict, benchmark: String? = "slake", facet: FacetValue? = nil, isJoint: Bool = false
    ) -> VerdictFinding {
        VerdictFinding(
            threshold: "deployment", model: "v2", benchmark: benchmark, facet: facet, isJoint: isJoint,
            verdict: verdict, minimum: 0, estimate: 0, lower: 0, upper: 0, alpha: 0.05, passPValue: 1, failPValue: 1,
            method: "none", items: 1, clusters: 1)
    }

    static func waiver(
        candidate: String? = nil, benchmark: String? = nil, capability: String? = nil, facet: FacetValue? = nil,
        threshold: String? = nil, measure: Measure? = nil, until: String = "2026-03-31"
    ) -> WaiverFinding {
        WaiverFinding(
            candidate: candidate, benchmark: benchmark, capability: capability, facet: facet, threshold: threshold,
            measure: measure, reason: "known", until: until)
    }

    static func policy(
        _ blocks: [String] = PolicyFinding.blockable, isStrict: Bool = false, waivers: [WaiverFinding] = [],
        date: String = "2026-03-31"
    ) -> PolicyFinding {
        PolicyFinding(blocks: blocks, isStrict: isStrict, waivers: waivers, date: date)
    }
}

@Suite("The gate's judgement") struct GateTests {
    /// Each scope with each verdict, under each list of blocks, strict or not, with each kind of waiver:
    /// 4³ · 2³ · 2 · 6 cases, against the rule written out for single comparisons.
    @Test("the decision follows the truth table") func truthTable() {
        let scopes: [ComparisonScope] = [.overall, .benchmark, .facet]
        let waivers: [(waiver: WaiverFinding?, covers: Set<ComparisonScope>)] = [
            (nil, []),
            (Case.waiver(benchmark: "slake"), [.benchmark, .facet]),
            (Case.waiver(benchmark: "slake", until: "2026-03-30"), []),
            (Case.waiver(facet: Case.modality), [.facet]),
            (Case.waiver(candidate: "v2"), [.overall, .benchmark, .facet]),
            (Case.waiver(candidate: "v2", benchmark: "other"), []),
        ]
        let verdicts = ComparisonVerdict.allCases
        for first in verdicts {
            for second in verdicts {
                for third in verdicts {
                    let given = [(scopes[0], first), (scopes[1], second), (scopes[2], third)]
                    for mask in 0..<8 {
                        let blocks = scopes.indices.filter { mask >> $0 & 1 == 1 }.map { scopes[$0] }
                        for isStrict in [false, true] {
                            for (waiver, covers) in waivers {
                                let outcome = Gate.judge(
                                    comparisons: given.map { Case.comparison($0.0, $0.1) },
                                    policy: Case.policy(
                                        blocks.map(\.rawValue), isStrict: isStrict, waivers: waiver.map { [$0] } ?? [])
                                ).outcome
                                let failed = given.filter { $0.1 == .regressed }.map(\.0)
                                let blocking = failed.filter { blocks.contains($0) && !covers.contains($0) }
                                let isOpen = given.contains { scope, verdict in
                                    verdict == .inconclusive && blocks.contains(scope) && !covers.contains(scope)
                                }
                                #expect(outcome.blocking.map(\.kind) == blocking.map(\.rawValue))
                                let waived = failed.filter { blocks.contains($0) && covers.contains($0) }
                                #expect(outcome.waived.map(\.kind) == waived.map(\.rawValue))
                                #expect(
                                    outcome.tolerated.map(\.kind)
                                        == failed.filter { !blocks.contains($0) }.map(\.rawValue))
                                let open: GateDecision = isStrict && isOpen ? .inconclusive : .passed
                                #expect(outcome.decision == (blocking.isEmpty ? open : .blocked))
                            }
                        }
                    }
                }
            }
        }
    }

    @Test("only what a waiver names must agree, and all of it", arguments: 0..<64)
    func agreement(mask: Int) {
        // One failure of each kind that has something to agree with.
        let comparisons = ComparisonScope.allCases.map { Case.comparison($0, .regressed) }
        let measures = [Case.measure(.latency, .increased), Case.measure(.cost, .decreased)]
        let verdicts = [Case.threshold(.fail, facet: Case.modality), Case.threshold(.pass)]
        func has(_ bit: Int) -> Bool { mask >> bit & 1 == 1 }
        let waiver = Case.waiver(
            candidate: has(0) ? "v2" : nil, benchmark: has(1) ? "slake" : nil, capability: has(2) ? "reasoning" : nil,
            facet: has(3) ? Case.modality : nil, threshold: has(4) ? "deployment" : nil,
            measure: has(5) ? .latency : nil)
        let judged = Gate.judge(
            comparisons: comparisons, measures: measures, verdicts: verdicts, policy: Case.policy(waivers: [waiver]))
        // What each failure has, as bits of the keys above.
        let failures: [(kind: String, has: Int)] = [
            ("overall", 0b000001), ("benchmark", 0b000011), ("capability", 0b000111), ("facet", 0b001011),
            ("threshold", 0b011011), ("latency", 0b100011),
        ]
        let covered = failures.filter { mask & ~$0.has == 0 }.map(\.kind)
        #expect(judged.outcome.waived.map(\.kind) == covered)
        #expect(judged.outcome.blocking.map(\.kind) == failures.map(\.kind).filter { !covered.contains($0) })
        #expect(judged.policy.waivers[0].covered == covered.count)
        #expect(judged.outcome.waived.allSatisfy { $0.waiver == judged.policy.waivers[0] })
    }

    @Test("a waiver of another value covers nothing") func otherValues() {
        let others = [
            Case.waiver(candidate: "v1"), Case.waiver(benchmark: "vqa"), Case.waiver(capability: "understanding"),
            Case.waiver(facet: FacetValue(name: "modality", value: "MRI")), Case.waiver(threshold: "chance"),
            Case.waiver(measure: .cost),
        ]
        let judged = Gate.judge(
            comparisons: ComparisonScope.allCases.map { Case.comparison($0, .regressed) },
            measures: [Case.measure(.latency, .increased)], verdicts: [Case.threshold(.fail)],
            policy: Case.policy(waivers: others))
        #expect(judged.policy.waivers.map(\.covered) == [0, 0, 0, 0, 0, 0])
        #expect(judged.outcome.blocking.count == 6)
    }

    @Test("a waiver holds through its last day", arguments: [("2026-03-30", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
    func lastDay(date: String, blocking: Int) {
        let judged = Gate.judge(
            comparisons: [Case.comparison(.benchmark, .regressed)],
            policy: Case.policy(waivers: [Case.waiver(benchmark: "slake")], date: date))
        #expect(judged.outcome.blocking.count == blocking && judged.outcome.waived.count == 1 - blocking)
        #expect(judged.policy.waivers[0].isExpired == (blocking == 1))
        // An expired waiver says what it would cover.
        #expect(judged.policy.waivers[0].covered == 1)
    }

    @Test("of several waivers the first that holds is given, and each counts") func severalWaivers() {
        let waivers = [
            Case.waiver(benchmark: "slake", until: "2020-01-01"), Case.waiver(candidate: "v2"),
            Case.waiver(benchmark: "slake"),
        ]
        let judged = Gate.judge(
            comparisons: [Case.comparison(.benchmark, .regressed)], policy: Case.policy(waivers: waivers))
        #expect(judged.outcome.waived.first?.waiver?.candidate == "v2")
        #expect(judged.policy.waivers.map(\.covered) == [1, 1, 1])
    }

    @Test("a waiver may name a candidate by its label or by its model", arguments: ["next", "org/v2", "v3"])
    func candidates(name: String) {
        let release = ReleaseFinding(label: "next", model: "org/v2", origin: "logs", sources: [], hasItems: true)
        let judged = Gate.judge(
            comparisons: [Case.comparison(.benchmark, .regressed, candidate: "next")],
            policy: Case.policy(waivers: [Case.waiver(candidate: name)]), releases: [release])
        #expect(judged.outcome.waived.count == (name == "v3" ? 0 : 1))
    }

    @Test("failures of a kind that does not block are tolerated, and no waiver counts them") func tolerated() {
        let judged = Gate.judge(
            comparisons: [], measures: [Case.measure(.latency, .increased)], verdicts: [Case.threshold(.fail)],
            policy: Case.policy(PolicyFinding.defaultBlocks, waivers: [Case.waiver(measure: .latency)]))
        #expect(judged.outcome.decision == .passed)
        #expect(judged.outcome.tolerated.map(\.kind) == ["threshold", "latency"])
        #expect(judged.policy.waivers[0].covered == 0)
    }

    @Test("the gravest kind comes first; failures of one kind keep their order") func order() {
        let judged = Gate.judge(
            comparisons: [
                Case.comparison(.facet, .regressed), Case.comparison(.benchmark, .regressed, benchmark: "z"),
                Case.comparison(.benchmark, .regressed, benchmark: "a"), Case.comparison(.overall, .regressed),
            ],
            measures: [Case.measure(.cost, .increased), Case.measure(.unparsed, .increased)],
            verdicts: [Case.threshold(.fail)], policy: Case.policy())
        #expect(
            judged.outcome.blocking.map { "\($0.kind) \($0.benchmark ?? "")" } == [
                "overall ", "benchmark z", "benchmark a", "facet slake", "threshold slake", "unparsed slake",
                "cost slake",
            ])
    }

    @Test("a joint verdict adds nothing to the part of it that failed, and counts where no part is there")
    func jointVerdicts() {
        let part = Case.threshold(.fail, facet: Case.modality)
        let joints = [Case.threshold(.fail, isJoint: true), Case.threshold(.fail, benchmark: nil, isJoint: true)]
        let waiver = Case.waiver(facet: Case.modality, threshold: "deployment")
        let whole = Gate.judge(verdicts: [part] + joints, policy: Case.policy(waivers: [waiver]))
        #expect(whole.outcome.decision == .passed && whole.outcome.waived.count == 1)
        let passing = Gate.judge(verdicts: [Case.threshold(.pass)] + joints, policy: Case.policy(waivers: [waiver]))
        #expect(passing.outcome.decision == .blocked && passing.outcome.blocking.count == 2)
        let elsewhere = Gate.judge(
            verdicts: [Case.threshold(.fail, benchmark: "vqa", facet: Case.modality), joints[0]],
            policy: Case.policy(waivers: [waiver]))
        #expect(elsewhere.outcome.blocking.map(\.benchmark) == ["slake"])
    }

    @Test("thresholds alone block whatever the policy lists, and hold up if it is strict", arguments: [false, true])
    func thresholdsAlone(isStrict: Bool) {
        let policy = Case.policy([], isStrict: isStrict, waivers: [Case.waiver(benchmark: "slake")])
        let failed = Gate.judge(verdicts: [Case.threshold(.fail, benchmark: "vqa")], policy: policy)
        #expect(failed.outcome.decision == .blocked && failed.policy.blocks == [])
        let open = Gate.judge(verdicts: [Case.threshold(.inconclusive, benchmark: "vqa")], policy: policy)
        #expect(open.outcome.decision == (isStrict ? .inconclusive : .passed))
        let waived = Gate.judge(verdicts: [Case.threshold(.fail), Case.threshold(.inconclusive)], policy: policy)
        #expect(waived.outcome.decision == .passed && waived.outcome.waived.count == 1)
    }

    @Test("waivers that cover nothing and expired ones are told") func problems() {
        let waivers = [
            Case.waiver(benchmark: "slake"), Case.waiver(benchmark: "vqa"),
            Case.waiver(benchmark: "slake", until: "2026-01-31"), Case.waiver(measure: .cost, until: "2026-01-31"),
        ]
        let judged = Gate.judge(
            comparisons: [Case.comparison(.benchmark, .regressed)], policy: Case.policy(waivers: waivers))
        let problems = judged.problems(file: "study.toml")
        #expect(problems.map(\.kind) == ["waiver-without-failure", "expired-waiver", "waiver-without-failure"])
        #expect(problems.map(\.severity) == ["note", "warning", "note"])
        let messages: [String] = [
            "Field `compare.waiver`: expected a failure that blocks and that waiver 2 (benchmark `vqa`) agrees with; "
                + "found none. Remove it, or check the names in it.",
            "Field `compare.waiver`: expected waivers that hold on 2026-03-31; found waiver 3 (benchmark `slake`), "
                + "whose last day was 2026-01-31 and which would cover 1. "
                + "Mend what it covers, or decide anew and give it another day.",
            "Field `compare.waiver`: expected a failure that blocks and that waiver 4 (measure `cost`) agrees with; "
                + "found none, and its last day was 2026-01-31. Remove it, or check the names in it.",
        ]
        #expect(problems.map(\.message) == messages)
    }

    @Test("a waiver that only settles an inconclusive comparison is in use") func settled() {
        let judged = Gate.judge(
            comparisons: [Case.comparison(.benchmark, .inconclusive)],
            policy: Case.policy(isStrict: true, waivers: [Case.waiver(benchmark: "slake")]))
        #expect(judged.outcome.decision == .passed && judged.policy.waivers[0].covered == 0)
        #expect(judged.problems(file: "s").isEmpty)
    }
}
