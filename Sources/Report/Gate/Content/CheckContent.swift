import Findings

/// What the outputs say of the thresholds of a findings document.
struct CheckContent {
    let document: FindingsDocument
    let isStrict: Bool
    /// What the gate says under a policy with waivers; nil where every failure counts.
    let outcome: OutcomeFinding?
    private let models: [String: String]
    private let benchmarks: [String: String]
    private let thresholds: [String: String]
    private let logs: [Run: String]

    private struct Run: Hashable {
        var model: String
        var benchmark: String
    }

    init(_ document: FindingsDocument, isStrict: Bool, outcome: OutcomeFinding? = nil) {
        self.document = document
        self.outcome = outcome
        self.isStrict = isStrict
        models = Dictionary(document.models.map { ($0.id, $0.name) }) { first, _ in first }
        benchmarks = Dictionary(document.benchmarks.map { ($0.id, $0.name) }) { first, _ in first }
        thresholds = Dictionary(document.study.thresholds.map { ($0.id, $0.name) }) { first, _ in first }
        logs = Dictionary(
            document.runs.filter(\.isUsed).map { (Run(model: $0.model, benchmark: $0.benchmark), $0.source) }
        ) { first, _ in first }
    }

    var content: GateContent {
        let verdicts = document.verdicts
        let decision: GateDecision =
            if let outcome {
                outcome.decision
            } else {
                verdicts.contains { $0.verdict == .fail }
                    ? .blocked : isStrict && verdicts.contains { $0.verdict == .inconclusive } ? .inconclusive : .passed
            }
        return GateContent(
            title: document.study.title, word: decision == .blocked ? "FAILED" : decision.word, decision: decision,
            headline: headline, notice: document.study.notice,
            sections: document.study.thresholds.compactMap(summary)
                + [failures, .inputs(document.problems)].compactMap(\.self),
            notes: ["Acuity \(document.acuityVersion)."], cases: verdicts.map(test), isStrict: isStrict,
            acuityVersion: document.acuityVersion, candidates: document.models.map(\.id))
    }

    private var headline: String {
        let verdicts = document.verdicts
        guard !verdicts.isEmpty else { return "no threshold was judged." }
        func count(_ verdict: Verdict) -> Int { verdicts.count { $0.verdict == verdict } }
        let (failed, unclear) = (count(.fail), count(.inconclusive))
        let all = GateWords.counted(verdicts.count, "verdict")
        let rest = "\(unclear) \(Words.verb(unclear, "is", "are")) inconclusive"
        if failed == 0, verdicts.count == 1 {
            return "the one verdict on a threshold is \(unclear == 0 ? "a pass" : "inconclusive")."
        }
        if failed == 0, unclear == 0 { return "all \(all) on thresholds are passes." }
        if failed == 0 { return "none of \(all) on thresholds is a failure; \(rest)." }
        let failing = document.models.filter { model in
            verdicts.contains { $0.model == model.id && $0.verdict == .fail }
        }
        let names = Words.list(failing.map { GateWords.name($0.name) }, limit: 3)
        return
            "\(failed) of \(all) on thresholds \(Words.verb(failed, "is a failure", "are failures")) (\(names)); "
            + "\(rest)\(waived)."
    }

    private var waived: String {
        let count = outcome?.waived.count ?? 0
        return count == 0 ? "" : "; \(GateWords.counted(count, "failure")) waived"
    }

    /// How many verdicts of each kind each model has on a threshold.
    private func summary(_ threshold: ThresholdFinding) -> GateSection? {
        let own = document.verdicts.filter { $0.threshold == threshold.id }
        guard !own.isEmpty else { return nil }
        let hasJoint = own.contains { $0.isJoint && $0.benchmark == nil }
        let columns =
            [GateTable.Column(title: "model", alignment: .left)]
            + Verdict.allCases.map { .init(title: $0.rawValue) }
            + (hasJoint ? [.init(title: "all together", alignment: .left)] : [])
        let rows = document.models.compactMap { model -> GateTable.Row? in
            let all = own.filter { $0.model == model.id }
            guard !all.isEmpty else { return nil }
            let single = all.filter { !$0.isJoint }
            let joint = all.first { $0.isJoint && $0.benchmark == nil }
            var cells = [GateTable.Cell(name: model.name)]
            cells += Verdict.allCases.map { kind in .init(String(single.count { $0.verdict == kind })) }
            if hasJoint { cells.append(joint.map { .init(verdict: $0.verdict.rawValue, state($0)) } ?? .init("–")) }
            return .init(cells: cells)
        }
        let minimum = threshold.minimum.map { Digits.format.exact($0) } ?? "the chance level"
        let capability = threshold.capability.map { " on \(GateWords.name($0))" } ?? ""
        return GateSection(
            title: "\(GateWords.name(threshold.name)): at least \(minimum)\(capability)",
            table: GateTable(columns: columns, rows: rows),
            lines: ["One-sided error rate \(Digits.level(threshold.alpha)); source: \(threshold.source)"])
    }

    /// Every verdict that is no pass.
    private var failures: GateSection? {
        let lines = document.verdicts.filter { $0.verdict != .pass }.map { test($0).message + "." }
        guard !lines.isEmpty else { return nil }
        return GateSection(
            title: "Failed and inconclusive verdicts", lines: lines, isFolded: true, isForPages: true)
    }

    private func test(_ verdict: VerdictFinding) -> GateCase {
        var made = ThresholdCase.make(
            verdict, name: thresholds[verdict.threshold] ?? verdict.threshold,
            model: models[verdict.model] ?? verdict.model,
            benchmark: verdict.benchmark.map { benchmarks[$0] ?? $0 })
        made.state = state(verdict)
        made.log = verdict.benchmark.flatMap { logs[Run(model: verdict.model, benchmark: $0)] }.map {
            GateLog(path: $0)
        }
        return made
    }

    private func waiver(_ verdict: VerdictFinding) -> WaiverFinding? {
        outcome?.waived.first {
            $0.threshold == verdict.threshold && $0.candidate == verdict.model && $0.benchmark == verdict.benchmark
                && $0.capability == verdict.capability && $0.facet == verdict.facet
        }?.waiver
    }

    private func state(_ verdict: VerdictFinding) -> GateState {
        switch verdict.verdict {
        case .pass: .passed
        case .fail: waiver(verdict).map { .waived($0) } ?? .failed
        case .inconclusive: .inconclusive
        }
    }
}
