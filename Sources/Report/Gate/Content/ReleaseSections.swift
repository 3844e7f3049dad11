import Charts
import Findings

/// The tables and lists of a document of releases.
struct ReleaseSections {
    let index: GateIndex

    private var document: ReleaseDocument { index.document }
    private var hasSeveral: Bool { index.candidates.count > 1 }

    /// One for each candidate: overall, then each benchmark with its parts set in below it.
    var comparisons: [GateSection] {
        index.candidates.map { candidate in
            let own = document.comparisons.filter { $0.candidate == candidate }
            let title = "\(GateWords.name(candidate)) (candidate) against \(GateWords.name(index.baseline)) (baseline)"
            guard let some = own.first else {
                return GateSection(title: title, lines: ["Nothing was compared."])
            }
            let decimals = Digits.decimals(own.map(GateWords.interval))
            let table = GateTable(
                columns: [
                    .init(title: "score in %", alignment: .left), .init(title: "baseline", short: "base"),
                    .init(title: "candidate", short: "cand"),
                    .init(title: "difference", short: "diff"),
                    .init(title: "\(Digits.level(GateWords.interval(some).level)) interval", alignment: .left, gap: 1),
                    .init(title: "adjusted p", short: "adj. p"), .init(title: "verdict", alignment: .left),
                    .init(title: "n"),
                ],
                rows: own.map { row($0, decimals) })
            return GateSection(title: title, table: table, lines: counts(candidate, own))
        }
    }

    private func row(_ finding: ComparisonFinding, _ decimals: Int) -> GateTable.Row {
        let format = Digits.format
        let interval = GateWords.interval(finding)
        let isPart = finding.scope == .capability || finding.scope == .facet
        let name =
            switch finding.scope {
            case .overall: "overall"
            case .benchmark: finding.benchmark.map(index.benchmarkName) ?? ""
            case .capability: finding.capability ?? ""
            case .facet: finding.facet.map { "\($0.name)=\($0.value)" } ?? ""
            }
        return GateTable.Row(
            cells: [
                .init(name: name + (finding.higherIsBetter ? "" : " ↓"), level: isPart ? 1 : 0),
                .init(finding.baselineScore.map { format.string($0, decimals: decimals) } ?? ""),
                .init(finding.candidateScore.map { format.string($0, decimals: decimals) } ?? ""),
                .init(format.signedString(finding.estimate, decimals: decimals)),
                .init(format.interval(lower: interval.lower, upper: interval.upper, decimals: decimals)),
                .init(GateWords.pValue(finding.adjustedPValue)),
                .init(verdict: finding.verdict.rawValue, index.state(finding)), .init(String(finding.items)),
            ],
            isAside: isPart && finding.verdict == .inconclusive)
    }

    /// How many items turned, over the benchmarks whose scores are right or wrong.
    private func counts(_ candidate: String, _ own: [ComparisonFinding]) -> [String] {
        let known = own.filter { $0.scope == .benchmark && $0.rightToWrong != nil && $0.wrongToRight != nil }
        guard !known.isEmpty else { return [] }
        let lost = known.reduce(0) { $0 + ($1.rightToWrong ?? 0) }
        let gained = known.reduce(0) { $0 + ($1.wrongToRight ?? 0) }
        return [
            "\(GateWords.counted(lost, "item")) turned from right to wrong, \(Digits.count(gained)) from wrong to right."
        ]
    }

    /// The verdicts of the thresholds.
    var thresholds: GateSection? {
        guard !document.verdicts.isEmpty else { return nil }
        var rows: [GateTable.Row] = []
        for threshold in document.study.thresholds {
            let own = document.verdicts.filter { $0.threshold == threshold.id }
            guard !own.isEmpty else { continue }
            rows.append(.init(cells: [.init(name: threshold.name)] + Array(repeating: .init(""), count: 5)))
            rows += own.map(thresholdRow)
        }
        return GateSection(
            title: "Thresholds",
            table: GateTable(
                columns: [
                    .init(title: "score in %", alignment: .left), .init(title: "minimum"),
                    .init(title: "candidate", short: "cand"),
                    .init(title: "one-sided bounds", alignment: .left, gap: 1),
                    .init(title: "verdict", alignment: .left), .init(title: "n"),
                ], rows: rows))
    }

    private func thresholdRow(_ finding: VerdictFinding) -> GateTable.Row {
        let format = Digits.format
        let decimals = format.decimals(halfWidth: (finding.upper - finding.lower) / 2)
        let place = GateWords.place(
            finding.benchmark.map(index.benchmarkName), capability: finding.capability, facet: finding.facet)
        let parts = [hasSeveral ? GateWords.name(finding.model) : nil, place, finding.isJoint ? "together" : nil]
        return .init(
            cells: [
                .init(name: parts.compactMap(\.self).joined(separator: ", "), level: 1),
                .init(format.exact(finding.minimum).replacing("%", with: "")),
                .init(format.string(finding.estimate, decimals: decimals)),
                .init(format.interval(lower: finding.lower, upper: finding.upper, decimals: decimals)),
                .init(verdict: finding.verdict.rawValue, index.state(finding)), .init(String(finding.items)),
            ],
            isAside: finding.verdict == .pass)
    }

    /// The measures that changed beyond chance, and how many did not.
    var measures: GateSection? {
        guard !document.measures.isEmpty else { return nil }
        let changed = document.measures.filter { $0.verdict != .inconclusive }
        let rest = document.measures.count - changed.count
        var lines: [String] = []
        if changed.isEmpty {
            lines = ["No measure beside the scores changed beyond chance (\(GateWords.counted(rest, "test")))."]
        } else if rest > 0 {
            lines = ["\(GateWords.counted(rest, "other measure")) did not change beyond chance."]
        }
        let table = GateTable(
            columns: [
                .init(title: "measure", alignment: .left), .init(title: "baseline", short: "base"),
                .init(title: "candidate", short: "cand"),
                .init(title: "difference", short: "diff"), .init(title: "interval", alignment: .left, gap: 1),
                .init(title: "adjusted p", short: "adj. p"),
                .init(title: "verdict", alignment: .left), .init(title: "n"),
            ], rows: grouped(changed))
        return GateSection(
            title: changed.isEmpty ? "Measures" : "Measures that changed", table: changed.isEmpty ? nil : table,
            lines: lines)
    }

    /// The rows of each candidate and benchmark below a row with its name.
    private func grouped(_ findings: [MeasureFinding]) -> [GateTable.Row] {
        var rows: [GateTable.Row] = []
        var last: String?
        for finding in findings {
            let name = [hasSeveral ? finding.candidate : nil, index.benchmarkName(finding.benchmark)]
            let heading = name.compactMap(\.self).joined(separator: ", ")
            if heading != last {
                rows.append(.init(cells: [.init(name: heading)] + Array(repeating: .init(""), count: 7)))
            }
            last = heading
            rows.append(measureRow(finding))
        }
        return rows
    }

    private func measureRow(_ finding: MeasureFinding) -> GateTable.Row {
        let (measure, interval) = (finding.measure, finding.interval)
        let unit = measure.isShare ? " in %" : measure == .latency ? " in s" : measure == .cost ? " of 1000" : ""
        return .init(cells: [
            .init(name: measure.rawValue + unit, level: 1),
            .init(GateWords.number(finding.baselineValue, interval, measure)),
            .init(GateWords.number(finding.candidateValue, interval, measure)),
            .init(GateWords.difference(finding.estimate, interval, measure)),
            .init(GateWords.ends(interval, measure)), .init(GateWords.pValue(finding.adjustedPValue)),
            .init(verdict: finding.verdict.rawValue, index.state(finding)), .init(String(finding.items)),
        ])
    }

    /// The items that turned, those that matter first.
    var flips: GateSection? {
        guard document.flipCount > 0 else { return nil }
        let unlisted = document.flipCount - document.flips.count
        return GateSection(
            title: "Items that turned: \(Digits.count(document.flipCount))",
            lines: unlisted > 0
                ? [
                    "\(GateWords.counted(unlisted, "item")) more turned and \(Words.verb(unlisted, "is", "are")) not listed."
                ] : [],
            flips: document.flips.map(index.named), isFolded: true)
    }

    /// Which items could not be compared, and where the two sides were run otherwise.
    var items: GateSection? {
        let short = document.pairings.filter {
            $0.onlyBaseline + $0.onlyCandidate + $0.unscored + $0.differingTargets > 0
        }
        let unlike = document.pairings.compactMap(unlikeness)
        let unpaired = document.releases.filter { !$0.hasItems }.map {
            "\(GateWords.name($0.label)) is known by its findings only: it is compared without pairs of items."
        }
        guard !short.isEmpty || !unlike.isEmpty || !unpaired.isEmpty else { return nil }
        let table = GateTable(
            columns: [
                .init(title: "items", alignment: .left), .init(title: "shared"), .init(title: "only base"),
                .init(title: "only cand"), .init(title: "unscored"), .init(title: "other targets"),
            ],
            rows: short.map { pairing in
                let name = [index.benchmarkName(pairing.benchmark), hasSeveral ? pairing.candidate : nil]
                return .init(
                    cells: [.init(name: name.compactMap(\.self).joined(separator: ", "))]
                        + [
                            pairing.shared, pairing.onlyBaseline, pairing.onlyCandidate, pairing.unscored,
                            pairing.differingTargets,
                        ].map { .init(String($0)) })
            })
        return GateSection(
            title: "Items left out", table: short.isEmpty ? nil : table, lines: unpaired + unlike, isFolded: true)
    }

    private func unlikeness(_ pairing: PairingFinding) -> String? {
        var parts: [String] = []
        if pairing.baselineEpochs != pairing.candidateEpochs {
            parts.append("\(pairing.baselineEpochs) and \(pairing.candidateEpochs) answers to each item")
        }
        if pairing.baselineRunner != pairing.candidateRunner {
            parts.append(
                "the runners \(GateWords.name(pairing.baselineRunner)) and \(GateWords.name(pairing.candidateRunner))")
        }
        guard !parts.isEmpty else { return nil }
        return "\(GateWords.name(index.benchmarkName(pairing.benchmark))), \(GateWords.name(pairing.candidate)): "
            + "baseline and candidate have \(Words.list(parts))."
    }

    /// Failures that pass, each with what lets it, and waivers that do nothing any more.
    var exceptions: GateSection? {
        let outcome = document.outcome
        var lines = outcome.waived.map { failure in
            let grounds = failure.waiver.map { " until \($0.until): \($0.reason)" } ?? ""
            return "Waived\(grounds) (\(subject(failure)))"
        }
        lines += outcome.tolerated.map { "Tolerated, since the policy does not block on `\($0.kind)`: \(subject($0))" }
        for waiver in document.policy.waivers where waiver.isExpired {
            lines.append(
                "Expired on \(waiver.until): a waiver of \(GateWords.counted(waiver.covered, "failure")): "
                    + waiver.reason
            )
        }
        for waiver in document.policy.waivers where !waiver.isExpired && waiver.covered == 0 {
            lines.append("Unused: the waiver until \(waiver.until) covers no failure: \(waiver.reason)")
        }
        guard !lines.isEmpty else { return nil }
        return GateSection(title: "Let pass (waivers as of \(document.policy.date))", lines: lines)
    }

    private func subject(_ failure: GateFailure) -> String {
        let place = GateWords.place(
            failure.benchmark.map(index.benchmarkName), capability: failure.capability, facet: failure.facet)
        let what =
            failure.threshold.map(index.thresholdName).map(GateWords.name)
            ?? Measure(rawValue: failure.kind).map { GateWords.name($0) }
        return [GateWords.name(failure.candidate), what, place].compactMap(\.self).joined(separator: ", ")
    }

    /// What a person must know of the inputs.
    var problems: GateSection? { .inputs(document.problems) }
}
