import Findings

/// A document of releases with its parts found by what they are about.
struct GateIndex: Sendable {
    let document: ReleaseDocument
    private let benchmarks: [String: String]
    private let methods: [String: String]
    private let thresholds: [String: String]
    private let states: [Key: GateState]
    private let flips: [FlipKey: [FlipFinding]]

    /// What a failure is about.
    struct Key: Hashable {
        var kind: String
        var candidate: String
        var benchmark: String?
        var capability: String?
        var facet: FacetValue?
        var threshold: String?
    }

    private struct FlipKey: Hashable {
        var candidate: String
        var benchmark: String
    }

    init(_ document: ReleaseDocument) {
        self.document = document
        benchmarks = Dictionary(document.benchmarks.map { ($0.id, $0.name) }) { first, _ in first }
        methods = Dictionary(document.methods.map { ($0.id, $0.name) }) { first, _ in first }
        thresholds = Dictionary(document.study.thresholds.map { ($0.id, $0.name) }) { first, _ in first }
        let outcome = document.outcome
        let found =
            outcome.blocking.map { ($0, GateState.blocks) }
            + outcome.waived.map { failure in (failure, failure.waiver.map { .waived($0) } ?? .tolerated) }
            + outcome.tolerated.map { ($0, GateState.tolerated) }
        states = Dictionary(found.map { (Key($0.0), $0.1) }) { first, _ in first }
        flips = Dictionary(grouping: document.flips) { FlipKey(candidate: $0.candidate, benchmark: $0.benchmark) }
    }

    /// The labels of the candidates, in their order.
    var candidates: [String] { document.releases.dropFirst().map(\.label) }
    var baseline: String { document.releases.first?.label ?? "" }

    func benchmarkName(_ id: String) -> String { benchmarks[id] ?? id }
    func methodName(_ id: String) -> String { methods[id] ?? id }
    func thresholdName(_ id: String) -> String { thresholds[id] ?? id }

    /// What the gate made of a failure; nil for what is none.
    func state(_ key: Key) -> GateState? { states[key] }

    func state(_ comparison: ComparisonFinding) -> GateState {
        switch comparison.verdict {
        case .regressed: state(Key(comparison)) ?? .tolerated
        case .improved: .improved
        case .equivalent: .passed
        case .inconclusive: .inconclusive
        }
    }

    func state(_ verdict: VerdictFinding) -> GateState {
        switch verdict.verdict {
        case .fail: state(Key(verdict)) ?? .tolerated
        case .pass: .passed
        case .inconclusive: .inconclusive
        }
    }

    /// A measure that did not change beyond chance is no failure and leaves no doubt that the gate would ask for.
    func state(_ measure: MeasureFinding) -> GateState { state(Key(measure)) ?? .passed }

    /// The waiver that would let a failure pass had it not expired, or nil.
    func expiredWaiver(_ key: Key) -> WaiverFinding? {
        document.policy.waivers.first { waiver in
            waiver.isExpired && (waiver.candidate ?? key.candidate) == key.candidate
                && (waiver.benchmark == nil || waiver.benchmark == key.benchmark)
                && (waiver.capability == nil || waiver.capability == key.capability)
                && (waiver.facet == nil || waiver.facet == key.facet)
                && (waiver.threshold == nil || waiver.threshold == key.threshold)
                && (waiver.measure == nil || waiver.measure?.rawValue == key.kind)
        }
    }

    /// The items of a part that turned from right to wrong, as the document orders them.
    func losses(_ candidate: String, _ benchmark: String?, capability: String?, facet: FacetValue?) -> [FlipFinding] {
        let all =
            benchmark.map { flips[FlipKey(candidate: candidate, benchmark: $0)] ?? [] }
            ?? document.flips.filter { $0.candidate == candidate }
        return all.filter { flip in
            flip.direction == .rightToWrong && (capability == nil || flip.capability == capability)
                && (facet.map { flip.facets.contains($0) } ?? true)
        }
    }

    /// A flip with its benchmark's name in place of the identifier, as it is shown.
    func named(_ flip: FlipFinding) -> FlipFinding {
        var named = flip
        named.benchmark = benchmarkName(flip.benchmark)
        return named
    }

    /// Where a candidate's answers lie: at the first of some flips, else in the log whose path names the benchmark,
    /// else in its first log.
    func log(_ candidate: String, _ benchmark: String?, flips: [FlipFinding]) -> GateLog? {
        if let answer = flips.first?.candidateAnswer {
            return GateLog(path: answer.source, line: answer.line > 0 ? answer.line : nil)
        }
        let sources = document.releases.first { $0.label == candidate }?.sources ?? []
        let named = benchmark.flatMap { id in sources.first { $0.path.contains(id) } }
        return (named ?? sources.first).map { GateLog(path: $0.path) }
    }
}

extension GateIndex.Key {
    init(_ failure: GateFailure) {
        self.init(
            kind: failure.kind, candidate: failure.candidate, benchmark: failure.benchmark,
            capability: failure.capability, facet: failure.facet, threshold: failure.threshold)
    }

    init(_ comparison: ComparisonFinding) {
        self.init(
            kind: comparison.scope.rawValue, candidate: comparison.candidate, benchmark: comparison.benchmark,
            capability: comparison.capability, facet: comparison.facet)
    }

    init(_ verdict: VerdictFinding) {
        self.init(
            kind: "threshold", candidate: verdict.model, benchmark: verdict.benchmark, capability: verdict.capability,
            facet: verdict.facet, threshold: verdict.threshold)
    }

    init(_ measure: MeasureFinding) {
        self.init(kind: measure.measure.rawValue, candidate: measure.candidate, benchmark: measure.benchmark)
    }
}
