import Statistics

/// One way in which the runs of a benchmark may not fit together.
protocol ConsistencyCheck {
    /// The kinds of problems that the check may give.
    static var kinds: [String] { get }

    /// What a person must know; empty if all is well.
    static func problems(_ runs: BenchmarkRuns) -> [RunProblem]
}

/// The checks, in the order in which their problems are listed.
enum ConsistencyChecks {
    static var all: [any ConsistencyCheck.Type] {
        [
            DuplicateRuns.self, PartialRuns.self, TruncatedRuns.self, DifferentItemSets.self, UnscoredItems.self,
            UnclusteredItems.self, FailedPredictions.self, DifferentQuestions.self, DifferentOptions.self,
            ShuffledOptions.self,
            DifferentTargets.self, IdenticalPredictions.self, ConstantPredictions.self, CutPredictions.self,
        ]
    }

    static func problems(_ runs: BenchmarkRuns, threads: Int = 1) -> [RunProblem] {
        Parallel.map(all.count, threads: threads) { all[$0].problems(runs) }.flatMap(\.self)
    }
}
