import Findings

/// The release gate: what the findings of two or more releases mean for the candidates under a policy.
///
/// A failure is a comparison that regressed, a threshold that failed, or a measure that increased. It blocks if the
/// policy lists its kind and no waiver that holds agrees with it. Failures whose kind is not listed are tolerated,
/// waived or not.
public enum Gate {
    /// What the gate says, with the waivers as they were applied.
    public struct Judgement: Sendable, Equatable {
        /// The decision with its grounds.
        public var outcome: OutcomeFinding
        /// The policy with the counts of what its waivers cover.
        public var policy: PolicyFinding
        /// For each waiver, how many inconclusive findings it keeps from holding a release up; all 0 unless strict.
        public var settled: [Int]
    }

    /// Judges candidates against their baseline.
    ///
    /// The decision is `blocked` if a failure blocks; else `inconclusive` if the policy is strict and a comparison of a
    /// scope that blocks is inconclusive and not waived; else `passed`. Failures stand with the gravest kind first, in the
    /// order of `PolicyFinding.blockable`, and within a kind as they were given.
    ///
    /// - Parameters:
    ///   - comparisons: those of all candidates.
    ///   - measures: those of all candidates.
    ///   - verdicts: the thresholds' verdicts of the candidates.
    ///   - policy: what blocks, and the waivers with `isExpired` set.
    ///   - releases: a waiver may name a candidate by its label or by its model.
    public static func judge(
        comparisons: [ComparisonFinding], measures: [MeasureFinding] = [], verdicts: [VerdictFinding] = [],
        policy: PolicyFinding, releases: [ReleaseFinding] = []
    ) -> Judgement {
        var sorter = GateSorter(policy: policy, releases: releases)
        for comparison in comparisons {
            if comparison.verdict == .regressed { sorter.add(GateFailure(comparison)) }
            if comparison.verdict == .inconclusive { sorter.addInconclusive(GateFailure(comparison)) }
        }
        for verdict in failures(verdicts) { sorter.add(GateFailure(verdict)) }
        for measure in measures where measure.verdict == .increased { sorter.add(GateFailure(measure)) }
        return sorter.judgement
    }

    /// Judges thresholds alone: every failed threshold blocks, whatever the policy lists, unless it is waived, and under a
    /// strict policy every inconclusive one holds up.
    public static func judge(verdicts: [VerdictFinding], policy: PolicyFinding) -> Judgement {
        var thresholds = policy
        thresholds.blocks = ["threshold"]
        var sorter = GateSorter(policy: thresholds, releases: [])
        for verdict in failures(verdicts) { sorter.add(GateFailure(verdict)) }
        for verdict in parts(verdicts) where verdict.verdict == .inconclusive {
            sorter.addInconclusive(GateFailure(verdict))
        }
        var judgement = sorter.judgement
        judgement.policy.blocks = policy.blocks
        return judgement
    }

    /// The verdicts that failed, each failure once.
    private static func failures(_ verdicts: [VerdictFinding]) -> [VerdictFinding] {
        parts(verdicts).filter { $0.verdict == .fail }
    }

    /// Verdicts without the joint ones that repeat what a part among them says.
    ///
    /// A joint verdict fails only where a part fails, and is inconclusive only where a part does not pass. Were it
    /// judged beside that part, a waiver of the part would leave the failure standing.
    private static func parts(_ verdicts: [VerdictFinding]) -> [VerdictFinding] {
        verdicts.filter { joint in
            !joint.isJoint
                || !verdicts.contains { part in
                    !part.isJoint && part.threshold == joint.threshold && part.model == joint.model
                        && (joint.benchmark == nil || joint.benchmark == part.benchmark)
                        && (part.verdict == .fail || part.verdict == joint.verdict)
                }
        }
    }
}

/// Sorts failures into those that block, those that are waived and those that are tolerated.
private struct GateSorter {
    private let blocks: Set<String>
    private let models: [String: String]
    private var policy: PolicyFinding
    private var settled: [Int]
    private var isHeldUp = false
    /// Failures of kinds that block, with the place of the waiver that lets them pass.
    private var failures: [(failure: GateFailure, waiver: Int?)] = []
    private var tolerated: [GateFailure] = []

    init(policy: PolicyFinding, releases: [ReleaseFinding]) {
        self.policy = policy
        blocks = Set(policy.blocks)
        models = Dictionary(releases.map { ($0.label, $0.model) }, uniquingKeysWith: { first, _ in first })
        settled = policy.waivers.map { _ in 0 }
        for index in policy.waivers.indices {
            self.policy.waivers[index].covered = 0
            self.policy.waivers[index].isExpired = policy.waivers[index].until < policy.date
        }
    }

    mutating func add(_ failure: GateFailure) {
        guard blocks.contains(failure.kind) else { return tolerated.append(failure) }
        let agreeing = waivers(for: failure)
        for index in agreeing { policy.waivers[index].covered += 1 }
        failures.append((failure, agreeing.first { !policy.waivers[$0].isExpired }))
    }

    mutating func addInconclusive(_ comparison: GateFailure) {
        guard policy.isStrict, blocks.contains(comparison.kind) else { return }
        let agreeing = waivers(for: comparison)
        for index in agreeing { settled[index] += 1 }
        if agreeing.allSatisfy({ policy.waivers[$0].isExpired }) { isHeldUp = true }
    }

    private func waivers(for failure: GateFailure) -> [Int] {
        policy.waivers.indices.filter {
            policy.waivers[$0].agrees(with: failure, model: models[failure.candidate])
        }
    }

    var judgement: Gate.Judgement {
        let blocking = failures.filter { $0.waiver == nil }.map(\.failure)
        // Only now is it known how many failures each waiver covers in all.
        let waived = failures.compactMap { entry in
            entry.waiver.map { index in
                var failure = entry.failure
                failure.waiver = policy.waivers[index]
                return failure
            }
        }
        let decision: GateDecision = !blocking.isEmpty ? .blocked : isHeldUp ? .inconclusive : .passed
        return Gate.Judgement(
            outcome: OutcomeFinding(
                decision: decision, blocking: Self.ordered(blocking), waived: Self.ordered(waived),
                tolerated: Self.ordered(tolerated)),
            policy: policy, settled: settled)
    }

    /// The gravest kind first; failures of one kind keep their order.
    private static func ordered(_ failures: [GateFailure]) -> [GateFailure] {
        PolicyFinding.blockable.flatMap { kind in failures.filter { $0.kind == kind } }
    }
}

extension WaiverFinding {
    /// Whether the waiver names nothing that differs from the failure. What the failure does not have differs.
    ///
    /// - Parameter model: the model of the failure's candidate, if known by another name than the candidate.
    fileprivate func agrees(with failure: GateFailure, model: String?) -> Bool {
        (candidate == nil || candidate == failure.candidate || candidate == model)
            && (benchmark == nil || benchmark == failure.benchmark)
            && (capability == nil || capability == failure.capability)
            && (facet == nil || facet == failure.facet)
            && (threshold == nil || threshold == failure.threshold)
            && (measure == nil || measure?.rawValue == failure.kind)
    }
}

extension GateFailure {
    fileprivate init(_ comparison: ComparisonFinding) {
        self.init(
            kind: comparison.scope.rawValue, candidate: comparison.candidate, benchmark: comparison.benchmark,
            capability: comparison.capability, facet: comparison.facet)
    }

    fileprivate init(_ verdict: VerdictFinding) {
        self.init(
            kind: "threshold", candidate: verdict.model, benchmark: verdict.benchmark, capability: verdict.capability,
            facet: verdict.facet, threshold: verdict.threshold)
    }

    fileprivate init(_ measure: MeasureFinding) {
        self.init(kind: measure.measure.rawValue, candidate: measure.candidate, benchmark: measure.benchmark)
    }
}
