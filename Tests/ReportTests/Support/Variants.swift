import Findings

/// Studies at the edges of what a site must show.
enum Variants {
    static var all: [(name: String, findings: FindingsDocument)] {
        [
            ("whole", Fixture.study()), ("one-model", Fixture.study(models: 1)),
            ("one-benchmark", Fixture.study(benchmarks: 1)), ("single", single), ("bare", bare), ("empty", empty),
            ("attacks", attacks), ("many", many), ("charted", Fixture.charted()), ("noted", noted),
        ]
    }

    /// One model on one benchmark, without capabilities, thresholds and notice.
    static var single: FindingsDocument {
        var findings = Fixture.study(models: 1, benchmarks: 1)
        findings.study.thresholds = []
        findings.study.notice = nil
        findings.study.label = nil
        findings.verdicts = []
        findings.gaps = []
        findings.components = nil
        findings.estimates.removeAll { $0.scope != .benchmark }
        findings.variances = []
        findings.ranks = []
        return findings
    }

    /// No macro-average, no tests, kinds unknown.
    static var bare: FindingsDocument {
        var findings = Fixture.study()
        findings.estimates.removeAll { $0.scope != .benchmark }
        findings.estimates.removeAll { $0.model == "lingshu-7b" && $0.benchmark == "slake" }
        findings.differences = []
        findings.gaps = []
        findings.verdicts = []
        findings.variances = []
        findings.components = nil
        findings.ranks = []
        findings.methods = []
        findings.study.thresholds = []
        for position in findings.models.indices {
            findings.models[position].kind = nil
            findings.models[position].parameters = nil
        }
        return findings
    }

    /// Claims over all models, groups of models, repeats, and problems of runs.
    static var noted: FindingsDocument {
        var findings = Fixture.study(models: 3, benchmarks: 2)
        let interval = IntervalFinding(lower: -0.02, upper: 0.08, level: 0.95, method: "mover", reason: "two groups")
        let benchmarks = [nil] + findings.benchmarks.map { Optional($0.id) }
        findings.gapClaims = benchmarks.map {
            GapClaimFinding(
                benchmark: $0, form: $0 == nil ? .standardised : .raw, models: 3, lower: 1, higher: 0, pValue: 0.4,
                alpha: 0.025, basis: .simulation)
        }
        findings.groupGaps = benchmarks.flatMap { benchmark in
            ["general", "medical"].map { kind in
                GroupGapFinding(
                    grouping: "kind", group: kind, models: [findings.models[0].id], benchmark: benchmark,
                    estimate: 0.03, interval: interval, standardError: 0.02, pValue: 0.1, lowerBound: 0.01,
                    upperBound: 0.05, items: 900, clusters: 800, benchmarks: 2, basis: .simulation)
            }
        }
        findings.repeats = findings.benchmarks.map { benchmark in
            RepeatFinding(
                model: findings.models[0].id, benchmark: benchmark.id, epochs: 4, items: 90, clusters: 80,
                within: 0.04, between: 0.1,
                estimates: [RepeatEstimate(kind: "majority", k: 3, estimate: 0.6, interval: interval)],
                basis: .simulation)
        }
        findings.problems = findings.benchmarks.map { benchmark in
            ProblemFinding(
                kind: "different-targets", severity: "warning", place: findings.sources[0].path,
                message: "Expected one target an item; found two.", count: 3, benchmark: benchmark.id,
                models: [findings.models[0].id], runs: findings.sources.map(\.path), items: 3, examples: ["a"])
        }
        return findings
    }

    /// Nothing but a title.
    static var empty: FindingsDocument {
        FindingsDocument(
            acuityVersion: "0.1.0",
            study: StudyFinding(title: "Nothing yet", level: 0.95, seed: 1, replicates: 1000, unparsed: "wrong"))
    }

    /// What names from logs may hold.
    static let attackTexts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "{{{content}}}{{#rows}}", "'; drop table --",
        "נמוך \u{202E}מודל", String(repeating: "very-long-name-", count: 20), "=HYPERLINK(\"http://evil\")",
        "../../etc/passwd", "a\u{0}b\u{1B}[31m", "javascript:alert(3)",
    ]

    static var attacks: FindingsDocument {
        var findings = Fixture.study()
        for position in findings.models.indices { findings.models[position].name = attackTexts[position] }
        for position in findings.benchmarks.indices {
            findings.benchmarks[position].name = attackTexts[(position + 1) % attackTexts.count]
            findings.benchmarks[position].summary = attackTexts[position]
            findings.benchmarks[position].source = attackTexts[9]
            findings.benchmarks[position].metric = attackTexts[1]
        }
        func renamed(_ identifier: String) -> String {
            guard let place = findings.models.firstIndex(where: { $0.id == identifier }), place < 2 else {
                return identifier
            }
            return attackTexts[place]
        }
        for position in findings.estimates.indices {
            findings.estimates[position].model = renamed(findings.estimates[position].model)
            findings.estimates[position].facet?.value = attackTexts[position % 10]
            findings.estimates[position].interval.reason = attackTexts[1]
        }
        for position in findings.runs.indices {
            findings.runs[position].model = renamed(findings.runs[position].model)
            findings.runs[position].source = attackTexts[0]
            findings.runs[position].metrics[0].metric = attackTexts[1]
            findings.runs[position].metrics[0].note = attackTexts[0]
        }
        for position in findings.models.indices { findings.models[position].id = renamed(findings.models[position].id) }
        findings.study.title = attackTexts[0]
        findings.study.notice = attackTexts[1]
        findings.study.cite = attackTexts[0]
        findings.problems = attackTexts.map {
            ProblemFinding(kind: $0, severity: "error", place: $0, message: $0, count: 2)
        }
        return findings
    }

    /// Sixty models.
    static var many: FindingsDocument {
        var findings = Fixture.study(benchmarks: 3)
        let models = findings.models
        let estimates = findings.estimates
        for copy in 1..<6 {
            findings.models += models.map {
                var model = $0
                model.id += "-v\(copy)"
                model.name += " v\(copy)"
                return model
            }
            findings.estimates += estimates.map {
                var estimate = $0
                estimate.model += "-v\(copy)"
                estimate.estimate -= 0.01 * Double(copy)
                return estimate
            }
        }
        return findings
    }
}
