import Findings

/// Documents of the release gate with every case that an output must show. The numbers are made up and fit each other
/// only as far as an output can see.
enum Releases {
    /// A candidate that regressed on two of four benchmarks: failures that block, are waived and are tolerated, a
    /// waiver that expired, measures, flips, unmatched items and thresholds.
    static func blocked() -> ReleaseDocument {
        var document = bare(["v1", "v2"])
        document.comparisons = comparisons("v2")
        document.pairings = pairings("v2")
        document.measures = measures("v2")
        document.flips = flips("v2")
        document.flipCount = 210
        document.study.thresholds = [
            ThresholdFinding(
                id: "deployment", name: "Clinical deployment", minimum: 0.8, benchmark: "*", alpha: 0.025,
                source: "the study's own choice")
        ]
        document.verdicts = verdicts("v2")
        let waiver = WaiverFinding(
            benchmark: "pathvqa", reason: "Labels are being corrected, see the data team's note", until: "2026-01-31",
            covered: 1)
        document.policy.waivers = [
            waiver,
            WaiverFinding(
                benchmark: "slake", reason: "Known loss on CT", until: "2025-06-30", isExpired: true, covered: 2),
            WaiverFinding(benchmark: "vqa-rad", reason: "Was once needed", until: "2026-02-28"),
        ]
        document.outcome = OutcomeFinding(
            decision: .blocked,
            blocking: [
                GateFailure(kind: "benchmark", candidate: "v2", benchmark: "slake"),
                GateFailure(kind: "capability", candidate: "v2", benchmark: "slake", capability: "reasoning"),
            ],
            waived: [GateFailure(kind: "benchmark", candidate: "v2", benchmark: "pathvqa", waiver: waiver)],
            tolerated: [
                GateFailure(kind: "refused", candidate: "v2", benchmark: "slake"),
                GateFailure(kind: "threshold", candidate: "v2", benchmark: "slake", threshold: "deployment"),
            ])
        document.problems = [
            ProblemFinding(
                kind: "duplicate-items", severity: "warning", place: "logs/v2/slake.jsonl:44",
                message: "Expected one answer to each item; found two. The last one counts.", count: 3),
            ProblemFinding(kind: "time", severity: "note", place: "logs/v2", message: "A note.", count: 1),
        ]
        return document
    }

    /// Nothing blocks: equivalent, improved, and an inconclusive part.
    static func passed() -> ReleaseDocument {
        var document = bare(["v1", "v2"])
        document.comparisons = comparisons("v2").filter { $0.verdict != .regressed }
        document.pairings = pairings("v2").map {
            var pairing = $0
            (pairing.onlyBaseline, pairing.onlyCandidate, pairing.unscored, pairing.differingTargets) = (0, 0, 0, 0)
            (pairing.candidateEpochs, pairing.candidateRunner) = (pairing.baselineEpochs, pairing.baselineRunner)
            return pairing
        }
        document.measures = measures("v2").filter { $0.verdict == .inconclusive }
        return document
    }

    /// The same under a policy that demands certainty, with sequences.
    static func strict() -> ReleaseDocument {
        var document = passed()
        document.policy.isStrict = true
        document.policy.isSequential = true
        document.outcome.decision = .inconclusive
        for position in document.comparisons.indices {
            let estimate = document.comparisons[position].estimate
            document.comparisons[position].sequence = interval(estimate, 0.04, method: "confidence-sequence")
        }
        document.methods.append(
            MethodFinding(
                id: "confidence-sequence", name: "asymptotic confidence sequence", description: "Holds at any time.",
                source: "Waudby-Smith and others 2024.", uses: 9))
        return document
    }

    /// Two candidates, the second one known by its findings only, on a benchmark where lower is better.
    static func several() -> ReleaseDocument {
        var document = blocked()
        document.releases.append(release("v3", hasItems: false))
        document.comparisons += comparisons("v3").map {
            var comparison = $0
            comparison.higherIsBetter = comparison.benchmark != "pathvqa"
            (comparison.rightToWrong, comparison.wrongToRight) = (nil, nil)
            return comparison
        }
        document.measures += measures("v3")
        document.histories = histories()
        document.outcome.blocking.append(GateFailure(kind: "overall", candidate: "v3"))
        document.outcome.blocking.append(GateFailure(kind: "unparsed", candidate: "v3", benchmark: "slake"))
        return document
    }

    /// The level changed overall with the last release, and on one benchmark never.
    private static func histories() -> [HistoryFinding] {
        let points = ["v1", "v2", "v3"].map {
            HistoryPoint(model: $0, released: nil, estimate: 0.7, interval: interval(0.7, 0.02))
        }
        let change = HistoryChange(model: "v3", estimate: -0.04, interval: interval(-0.04, 0.02), pValue: 0.0005)
        return [
            HistoryFinding(
                family: nil, benchmark: nil, points: points, changes: [change], items: 2500, clusters: 2000,
                alpha: 0.05, method: "change-points"),
            HistoryFinding(
                family: nil, benchmark: "slake", points: points, changes: [], items: 800, clusters: 700, alpha: 0.05,
                method: "change-points"),
        ]
    }

    /// Every text that comes from logs or a study file replaced by something hostile.
    static func attacked() -> ReleaseDocument {
        var document = several()
        var place = 0
        func next() -> String {
            place += 1
            return attacks[place % attacks.count]
        }
        document.study.notice = next()
        for position in document.benchmarks.indices { document.benchmarks[position].name = next() }
        for position in document.flips.indices {
            document.flips[position].item = next()
            document.flips[position].reasons = [next(), next()]
            document.flips[position].question = next()
            document.flips[position].targets = [next()]
            document.flips[position].facets = [FacetValue(name: next(), value: next())]
            document.flips[position].baselineAnswer.answer = next()
            document.flips[position].baselineAnswer.text = next()
            document.flips[position].baselineAnswer.source = next()
            document.flips[position].candidateAnswer.answer = next()
            document.flips[position].candidateAnswer.text = next()
            document.flips[position].candidateAnswer.source = next()
        }
        for position in document.comparisons.indices where document.comparisons[position].facet != nil {
            document.comparisons[position].facet = FacetValue(name: next(), value: next())
        }
        for position in document.comparisons.indices where document.comparisons[position].capability != nil {
            document.comparisons[position].capability = next()
        }
        for position in document.pairings.indices { document.pairings[position].candidateRunner = next() }
        for position in document.methods.indices { document.methods[position].name = next() }
        for position in document.policy.waivers.indices { document.policy.waivers[position].reason = next() }
        for position in document.outcome.waived.indices { document.outcome.waived[position].waiver?.reason = next() }
        for position in document.study.thresholds.indices { document.study.thresholds[position].name = next() }
        document.problems = attacks.map {
            ProblemFinding(kind: $0, severity: "warning", place: $0, message: $0, count: 2)
        }
        // Labels join the lists, so that each is replaced everywhere.
        let (first, second) = (attacks[0], attacks[7])
        func renamed(_ label: String) -> String { label == "v2" ? first : label == "v3" ? second : label }
        for position in document.releases.indices {
            document.releases[position].label = renamed(document.releases[position].label)
        }
        for position in document.comparisons.indices {
            document.comparisons[position].candidate = renamed(document.comparisons[position].candidate)
        }
        for history in document.histories.indices {
            for position in document.histories[history].changes.indices {
                document.histories[history].changes[position].model = second
            }
        }
        for position in document.pairings.indices {
            document.pairings[position].candidate = renamed(document.pairings[position].candidate)
        }
        for position in document.measures.indices {
            document.measures[position].candidate = renamed(document.measures[position].candidate)
        }
        for position in document.flips.indices {
            document.flips[position].candidate = renamed(document.flips[position].candidate)
        }
        for position in document.verdicts.indices {
            document.verdicts[position].model = renamed(document.verdicts[position].model)
        }
        func renamed(_ failures: [GateFailure]) -> [GateFailure] {
            failures.map {
                var failure = $0
                failure.candidate = renamed(failure.candidate)
                return failure
            }
        }
        document.outcome.blocking = renamed(document.outcome.blocking)
        document.outcome.waived = renamed(document.outcome.waived)
        document.outcome.tolerated = renamed(document.outcome.tolerated)
        return document
    }

    /// What names and answers may hold.
    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "</details>\n\n# Approved\n", "a|b\n| c | d |",
        "@octocat see #12 and GH-12, org/repo#3, JIRA-7",
        "[click](https://evil.example) ![x](http://evil.example/x.png)",
        "https://evil.example www.evil.example mail@evil.example", "v2 \u{202E}txet\u{2066} נמוך",
        "\u{1B}[2J\u{1B}]0;owned\u{7}\r\u{8}gone", "=HYPERLINK(\"http://evil\")", "a\nnot ok 1 - b\n1..0",
        "::error::gone %0A::set-env name=x::y", "##[add-mask]x ##vso[task.complete result=Succeeded]x",
        "\u{600}##[add-mask]x \"\u{301},=1+1 %\u{301}0A::error::x", "\u{3000}::error::x \u{200B}\u{E0041}",
        "]]></system-out><failure/>\u{0}\u{B}\u{FFFE}", String(repeating: "very-long-name-", count: 30),
        "病理画像質問応答データセット東京大学版二千二十五年", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "x # SKIP\\ # TODO",
        "{0} {1} `code` **bold** ~~x~~ $x$ :+1: deadbeefcafe1234", "../../etc/passwd?a=b#c", "👩‍⚕️ doctor 👍🏽", "",
    ]

    static let all: [(name: String, document: ReleaseDocument)] = [
        ("blocked", blocked()), ("passed", passed()), ("strict", strict()), ("several", several()),
        ("attacked", attacked()), ("empty", bare(["v1", "v2"])),
    ]

    static func named(_ name: String) -> ReleaseDocument { all.first { $0.name == name }?.document ?? bare(["v1"]) }

    // MARK: - Parts

    /// Releases on four benchmarks, and nothing else.
    static func bare(_ labels: [String]) -> ReleaseDocument {
        var document = ReleaseDocument(
            acuityVersion: "0.1.0",
            study: StudyFinding(
                title: "Gate", notice: "Simulated for the tests", label: "simulated", level: 0.95, seed: 1,
                replicates: 1000, unparsed: "wrong"),
            releases: labels.map { release($0, hasItems: true) }, policy: PolicyFinding(date: "2025-11-03"))
        document.benchmarks = benchmarks.map { id, name, items in
            BenchmarkFinding(id: id, name: name, items: items, clusters: items, metric: "accuracy")
        }
        document.methods = [
            MethodFinding(
                id: "bca-exact", name: "exact BCa bootstrap", description: "Exact.", source: "Efron 1987.", uses: 20),
            MethodFinding(
                id: "mcnemar-exact", name: "exact McNemar test", description: "Binomial.", source: "McNemar 1947.",
                uses: 20),
        ]
        return document
    }

    private static let benchmarks = [
        ("slake", "SLAKE", 1061), ("vqa-rad", "VQA-RAD", 451), ("pathvqa", "PathVQA", 6719),
        ("mmmu-med", "MMMU-Med", 150),
    ]

    private static func release(_ label: String, hasItems: Bool) -> ReleaseFinding {
        ReleaseFinding(
            label: label, model: "clinic/model-\(label)", origin: "logs/\(label)",
            sources: benchmarks.map {
                SourceFinding(
                    path: "logs/\(label)/\($0.0).jsonl", bytes: 9, sha256: "00", runner: "generic", runnerVersion: nil,
                    runs: 1)
            }, hasItems: hasItems)
    }

    static func interval(_ estimate: Double, _ half: Double, method: String = "bca-exact") -> IntervalFinding {
        IntervalFinding(
            lower: estimate - half, upper: estimate + half, level: 0.95, method: method, reason: "scores are 0 or 1")
    }

    private static func comparison(
        _ scope: ComparisonScope, _ candidate: String, _ benchmark: String?, capability: String? = nil,
        facet: FacetValue? = nil, _ base: Double, _ difference: Double, half: Double, p: Double,
        _ verdict: ComparisonVerdict, items: Int, lost: Int? = nil, gained: Int? = nil
    ) -> ComparisonFinding {
        ComparisonFinding(
            scope: scope, baseline: "v1", candidate: candidate, benchmark: benchmark, capability: capability,
            facet: facet, estimate: difference, baselineScore: base, candidateScore: base + difference,
            interval: interval(difference, half), margin: 0.01, verdict: verdict, items: items, clusters: items,
            unpaired: 3, benchmarks: scope == .overall ? 4 : nil, wrongToRight: gained, rightToWrong: lost,
            pValue: p / 4, adjustedPValue: p, test: "mcnemar-exact", family: 9, detectable: half * 1.4)
    }

    private static func comparisons(_ candidate: String) -> [ComparisonFinding] {
        [
            comparison(.overall, candidate, nil, 0.6412, -0.0071, half: 0.0096, p: 0.34, .inconclusive, items: 8381),
            comparison(
                .benchmark, candidate, "slake", 0.8134, -0.0377, half: 0.0171, p: 0.0006, .regressed, items: 1061,
                lost: 68, gained: 28),
            comparison(
                .capability, candidate, "slake", capability: "reasoning", 0.7321, -0.0712, half: 0.0304, p: 0.0002,
                .regressed, items: 412),
            comparison(
                .capability, candidate, "slake", capability: "understanding", 0.8649, -0.0164, half: 0.0195, p: 0.61,
                .inconclusive, items: 649),
            comparison(
                .facet, candidate, "slake", facet: FacetValue(name: "modality", value: "CT"), 0.79, -0.02, half: 0.031,
                p: 1, .inconclusive, items: 398),
            comparison(
                .benchmark, candidate, "vqa-rad", 0.6231, 0.0421, half: 0.0288, p: 0.031, .improved, items: 451,
                lost: 11, gained: 30),
            comparison(
                .benchmark, candidate, "pathvqa", 0.5583, -0.0118, half: 0.0062, p: 0.0021, .regressed, items: 6719,
                lost: 301, gained: 222),
            comparison(
                .benchmark, candidate, "mmmu-med", 0.57, 0.0012, half: 0.0061, p: 1, .equivalent, items: 150, lost: 2,
                gained: 2),
        ]
    }

    private static func pairings(_ candidate: String) -> [PairingFinding] {
        benchmarks.map { id, _, items in
            PairingFinding(
                candidate: candidate, benchmark: id, shared: items, onlyBaseline: id == "slake" ? 3 : 0,
                onlyCandidate: id == "slake" ? 1 : 0, unscored: id == "vqa-rad" ? 2 : 0, differingTargets: 0,
                metric: "accuracy", baselineEpochs: 1, candidateEpochs: id == "mmmu-med" ? 4 : 1,
                baselineRunner: "lm-eval", candidateRunner: id == "mmmu-med" ? "inspect" : "lm-eval")
        }
    }

    private static func measures(_ candidate: String) -> [MeasureFinding] {
        func measure(
            _ measure: Measure, _ base: Double, _ change: Double, half: Double, p: Double, _ verdict: MeasureVerdict
        ) -> MeasureFinding {
            MeasureFinding(
                measure: measure, candidate: candidate, benchmark: "slake", baselineValue: base,
                candidateValue: base + change, estimate: change, interval: interval(change, half), verdict: verdict,
                pValue: p / 2, adjustedPValue: p, test: "sign-flip", family: 7, items: 1061, clusters: 1061)
        }
        return [
            measure(.unparsed, 0.0113, 0.0009, half: 0.004, p: 1, .inconclusive),
            measure(.refused, 0.004, 0.0217, half: 0.0093, p: 0.0001, .increased),
            measure(.length, 182.4, 96.31, half: 11.2, p: 0.00001, .increased),
            measure(.latency, 1.822, -0.61, half: 0.14, p: 0.0004, .decreased),
            measure(.outputTokens, 48, 24.5, half: 3.1, p: 0.00001, .increased),
            measure(.cost, 0.00121, 0.00044, half: 0.00007, p: 0.00001, .increased),
        ]
    }

    private static func verdicts(_ candidate: String) -> [VerdictFinding] {
        [
            VerdictFinding(
                threshold: "deployment", model: candidate, benchmark: "slake", verdict: .fail, minimum: 0.8,
                estimate: 0.7757, lower: 0.75, upper: 0.799, alpha: 0.025, passPValue: 0.97, failPValue: 0.021,
                method: "clopper-pearson", items: 1061, clusters: 1061),
            VerdictFinding(
                threshold: "deployment", model: candidate, benchmark: "mmmu-med", verdict: .inconclusive, minimum: 0.8,
                estimate: 0.79, lower: 0.71, upper: 0.85, alpha: 0.025, passPValue: 0.6, failPValue: 0.4,
                method: "clopper-pearson", items: 150, clusters: 150),
            VerdictFinding(
                threshold: "deployment", model: candidate, isJoint: true, verdict: .pass, minimum: 0.5,
                estimate: 0.6, lower: 0.58, upper: 0.62, alpha: 0.025, passPValue: 0.001, failPValue: 1,
                method: "clopper-pearson", items: 8381, clusters: 8381, parts: 4),
        ]
    }

    private static func flips(_ candidate: String) -> [FlipFinding] {
        (0..<12).map { number in
            FlipFinding(
                candidate: candidate, benchmark: "slake", item: "slake-\(410 + number)",
                direction: number == 4 ? .wrongToRight : .rightToWrong,
                reasons: number < 2 ? ["reasoning", "right in every earlier release"] : [],
                capability: number < 8 ? "reasoning" : "understanding",
                facets: [FacetValue(name: "modality", value: number < 6 ? "CT" : "MRI")], baselineScore: 1,
                candidateScore: 0, question: "Which organ in the image is most likely abnormal? Answer with one word.",
                targets: ["Liver"],
                baselineAnswer: FlipAnswer(
                    status: "answered", answer: "Liver",
                    text: "The hypodense lesion in the right lobe suggests that the liver is abnormal.",
                    source: "logs/v1/slake.jsonl", line: 411 + number),
                candidateAnswer: FlipAnswer(
                    status: number == 1 ? "refused" : "answered", answer: number == 1 ? nil : "Spleen",
                    text: "I see a uniform density of the liver. The spleen is enlarged, which is the most notable "
                        + "finding of this slice, so that my answer is the spleen. "
                        + String(repeating: "Further words. ", count: 20),
                    source: "logs/\(candidate)/slake.jsonl", line: 411 + number))
        }
    }
}
