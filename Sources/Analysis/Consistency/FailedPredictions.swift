import Store

/// Runs in which requests failed: what the model would have said is not known, and the score is that of the failures too.
enum FailedPredictions: ConsistencyCheck {
    static let kinds = ["failed-predictions"]

    /// A single failure in hundreds changes little; below this share it is a note.
    private static let warningShare = 0.01

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        let failed = runs.used.map(\.run).filter { $0.errors > 0 }
        guard !failed.isEmpty else { return [] }
        let isLarge = failed.contains { Double($0.errors) >= warningShare * Double($0.predictions) }
        return [
            RunProblem(
                kind: kinds[0], severity: isLarge ? .warning : .note, benchmark: runs.benchmark, runs: failed,
                expected: "an output of the model in each prediction on \(runs.benchmark)",
                found: "failures or empty outputs: "
                    + RunWords.list(failed) { "\(failed[$0].errors) of \(failed[$0].predictions) predictions" },
                effect:
                    "They are no answers and score 0, unless the study excludes them or the runner scored them; the bounds of "
                    + "each accuracy tell what it would be with them right.",
                remedy: "Run these items again.", count: failed.count)
        ]
    }
}
