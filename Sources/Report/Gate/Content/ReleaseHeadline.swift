import Findings

/// The gate's decision in one sentence: what blocks, or why nothing does.
struct ReleaseHeadline {
    let index: GateIndex

    private var outcome: OutcomeFinding { index.document.outcome }

    var text: String {
        switch outcome.decision {
        case .blocked: blocked
        case .inconclusive:
            "nothing blocks, but \(undecided) of \(GateWords.counted(index.document.comparisons.count, "comparison")) "
                + "\(Words.verb(undecided, "is", "are")) inconclusive, which the policy does not allow"
                + letPass + "."
        case .passed: passed + letPass + "."
        }
    }

    private var undecided: Int { index.document.comparisons.count { $0.verdict == .inconclusive } }

    private var blocked: String {
        let clauses = index.candidates.compactMap { candidate -> String? in
            let own = outcome.blocking.filter { $0.candidate == candidate }
            guard !own.isEmpty else { return nil }
            return "\(GateWords.name(candidate)) \(Words.list(self.clauses(own, candidate)))"
        }
        // A document whose failures name no release that it compares still says that it blocks.
        let said =
            clauses.isEmpty ? GateWords.counted(outcome.blocking.count, "failure") : clauses.joined(separator: "; ")
        return said + letPass + "."
    }

    /// What blocks one candidate, the gravest scope first.
    private func clauses(_ failures: [GateFailure], _ candidate: String) -> [String] {
        func of(_ scope: ComparisonScope) -> [GateFailure] { failures.filter { $0.kind == scope.rawValue } }
        var regressed: [String] = []
        if !of(.overall).isEmpty { regressed.append("overall") }
        let benchmarks = of(.benchmark)
        if !benchmarks.isEmpty {
            let all = index.document.comparisons.count { $0.candidate == candidate && $0.scope == .benchmark }
            let names = benchmarks.compactMap(\.benchmark).map { GateWords.name(index.benchmarkName($0)) }
            regressed.append(
                "on \(benchmarks.count) of \(GateWords.counted(all, "benchmark")) (\(Words.list(names, limit: 3)))")
        }
        if !of(.capability).isEmpty { regressed.append("in \(counted(of(.capability), "capability", "capabilities"))") }
        if !of(.facet).isEmpty { regressed.append("for \(counted(of(.facet), "facet value"))") }
        var clauses: [String] = []
        if !regressed.isEmpty { clauses.append("regressed \(Words.list(regressed))") }
        let thresholds = failures.filter { $0.kind == "threshold" }
        if !thresholds.isEmpty {
            let names = thresholds.compactMap(\.threshold).map { GateWords.name(index.thresholdName($0)) }
            clauses.append("fails \(counted(thresholds, "threshold")) (\(Words.list(unique(names), limit: 3)))")
        }
        let measures = failures.filter { Measure(rawValue: $0.kind) != nil }
        if !measures.isEmpty {
            let benchmarks = unique(measures.map { $0.benchmark ?? "" })
            let names = measures.compactMap { Measure(rawValue: $0.kind) }.map { GateWords.name($0) }
            clauses.append(
                "has more \(Words.list(unique(names), limit: 3)) on \(GateWords.counted(benchmarks.count, "benchmark"))"
            )
        }
        return clauses.isEmpty ? ["has \(counted(failures, "failure"))"] : clauses
    }

    private var passed: String {
        let clauses = index.candidates.map { candidate -> String in
            let own = index.document.comparisons.filter { $0.candidate == candidate && $0.scope == .benchmark }
            func count(_ verdict: ComparisonVerdict) -> Int { own.count { $0.verdict == verdict } }
            let verdicts = [
                (count(.improved), "improved"), (count(.regressed), "regressed"), (count(.equivalent), "equivalent"),
                (count(.inconclusive), "inconclusive"),
            ].filter { $0.0 > 0 }.map { "\($0.1) on \($0.0)" }
            guard !verdicts.isEmpty else { return "\(GateWords.name(candidate)) shares no benchmark" }
            return
                "\(GateWords.name(candidate)) is \(Words.list(verdicts)) of "
                + GateWords.counted(own.count, "benchmark")
        }
        return "nothing blocks; " + clauses.joined(separator: "; ")
    }

    /// How many failures pass nonetheless.
    private var letPass: String {
        let parts = [(outcome.waived.count, "waived"), (outcome.tolerated.count, "tolerated")].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return "" }
        return " (failures let pass: \(Words.list(parts.map { "\($0.0) \($0.1)" })))"
    }

    private func counted(_ failures: [GateFailure], _ singular: String, _ plural: String? = nil) -> String {
        GateWords.counted(failures.count, singular, plural)
    }

    private func unique(_ names: [String]) -> [String] {
        names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
