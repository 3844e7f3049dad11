import Findings
import Records
import Store

/// Whether the scores of two releases on one benchmark can be compared item by item.
struct ReleaseChecks {
    let data: BenchmarkData
    let fingerprints: [Int: RunFingerprint]
    let runners: [String: String]
    let accepted: Set<AcceptedDifference>

    /// How many keys an error names.
    private static let examples = 3

    /// The items that both have and whose targets differ.
    func differingTargets(_ baseline: ModelScores, _ candidate: ModelScores) -> [Int] {
        guard let old = fingerprints[baseline.run.id], let new = fingerprints[candidate.run.id] else { return [] }
        return data.positions.indices.filter { Self.differ(old[data.positions[$0]], new[data.positions[$0]]) }
    }

    /// A letter counts as the text of its option where both logs have the options; shuffled options are no other target.
    private static func differ(_ old: ItemFingerprint, _ new: ItemFingerprint) -> Bool {
        guard old.place > 0, new.place > 0 else { return false }
        if old.target != 0, new.target != 0 {
            let hasOtherOptions = old.optionSet != 0 && new.optionSet != 0 && old.optionSet != new.optionSet
            let sameLetters = old.targetOptions != 0 && old.targetOptions == new.targetOptions
            return old.target != new.target && !(hasOtherOptions && sameLetters)
        }
        return old.targetOptions != 0 && new.targetOptions != 0 && old.targetOptions != new.targetOptions
    }

    /// What stands in the way, and what was accepted.
    func problems(_ baseline: ModelScores, _ candidate: ModelScores, differing: [Int]) -> [Problem] {
        let (old, new) = (baseline.run, candidate.run)
        let on = "on \(data.entry.id)"
        var problems: [Problem] = []
        func add(_ kind: AcceptedDifference, _ expected: String, _ found: String, _ remedy: String, count: Int = 1) {
            let isAccepted = accepted.contains(kind)
            problems.append(
                Problem(
                    kind: "releases-differ-\(kind.rawValue)", severity: isAccepted ? .warning : .error,
                    file: new.sourcePath, expected: expected, found: found,
                    remedy: isAccepted ? remedy : "\(remedy) To compare nevertheless: --accept \(kind.rawValue).",
                    count: count))
        }
        if let runners = runners(old, new) {
            add(
                .runner, "one runner on both sides \(on)", "\(runners.0) and \(runners.1)",
                "Other runners prompt and judge otherwise, so that a difference may be theirs.")
        }
        let metrics = (data.metric(of: old), data.metric(of: new))
        if metrics.0 != metrics.1 {
            let others = Set(new.scores.map(\.metric.name))
            let common = old.scores.map(\.metric.name).filter { others.contains($0) }
            add(
                .metric, "one metric on both sides \(on)", "\(metrics.0) and \(metrics.1)",
                common.first.map { name in
                    "Both have \(common.map { "`\($0)`" }.joined(separator: ", ")): metric = \"\(name)\" under [[benchmark]] "
                        + "with id = \"\(data.entry.id)\" in the study file."
                } ?? "They have none in common; run both with one.")
        }
        if old.epochs != new.epochs {
            add(
                .epochs, "as many epochs on both sides \(on)", "\(old.epochs) and \(new.epochs)",
                "Run both alike; means over other numbers of epochs are of other precision.")
        }
        if !differing.isEmpty {
            let keys = differing.prefix(Self.examples).map { "`\(RunWords.short(data.keys[$0]))`" }
            add(
                .targets, "one target for each item \(on)",
                "other targets for \(RunWords.items(differing.count)) (\(keys.joined(separator: ", ")))",
                "Score both with one version of the benchmark; accepted, these items are left out.",
                count: differing.count)
        }
        return problems
    }

    private func runners(_ old: StoredRun, _ new: StoredRun) -> (String, String)? {
        let found = (runners[old.sourcePath] ?? "", runners[new.sourcePath] ?? "")
        return found.0 == found.1 ? nil : found
    }
}
