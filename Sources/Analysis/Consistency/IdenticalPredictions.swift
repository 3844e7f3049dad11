import Store

/// Runs of different models that predict the same: copies, aliases, or one model behind two names.
enum IdenticalPredictions: ConsistencyCheck {
    static let kinds = ["identical-predictions"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        var groups: [(members: [Int], evidence: String)] = []
        var grouped: Set<Int> = []
        let uniqueTexts = runs.used.map(PredictionTwins.uniqueLongTexts)
        for first in runs.used.indices where !grouped.contains(first) {
            var members = [first]
            var words: String?
            for second in runs.used.indices where second > first && !grouped.contains(second) {
                guard let evidence = evidence(first, second, uniqueTexts, runs) else { continue }
                members.append(second)
                words = words ?? evidence
            }
            guard let words else { continue }
            grouped.formUnion(members)
            groups.append((members, words))
        }
        return groups.map { members, evidence in
            let identical = members.map { runs.used[$0].run }
            return RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: identical,
                expected: "predictions of different models on \(runs.benchmark) that differ",
                found: "the same in \(RunWords.list(identical)): \(evidence)",
                effect: "They count as \(members.count) models: ranks, differences and group means count one result "
                    + "\(members.count == 2 ? "twice" : "\(members.count) times").",
                remedy:
                    "Check that each model was run and that no log was copied or written over. If the names mean one model, "
                    + "make them aliases; else leave all but one out.", count: members.count)
        }
    }

    private static func evidence(
        _ first: Int, _ second: Int, _ uniqueTexts: [[UInt32]], _ runs: BenchmarkRuns
    ) -> String? {
        let (left, right) = (runs.used[first], runs.used[second])
        if left.run.index == right.run.index, let one = runs.sources[left.run.sourcePath],
            let other = runs.sources[right.run.sourcePath], one.path != other.path, one.sha256 == other.sha256
        {
            return "the logs have the same bytes"
        }
        switch PredictionTwins.compareTexts(uniqueTexts[first], uniqueTexts[second]) {
        case .same(let words): return words
        case .different: return nil
        case .tooFew: return PredictionTwins.answerEvidence(left, right)
        }
    }
}
