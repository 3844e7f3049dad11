import Store

/// The same item key with other options: the chance level and what can be chosen differ.
enum DifferentOptions: ConsistencyCheck {
    static let kinds = ["different-options"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        let disagreement = Disagreement(runs.sharing, itemCount: runs.keys.count) { runs.used[$0].items[$1].optionSet }
        guard !disagreement.items.isEmpty else { return [] }
        let keys = disagreement.keys(runs)
        return [
            RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: disagreement.concerned(runs),
                expected: "the same options for an item in all runs on \(runs.benchmark)",
                found: "other options than in most runs: \(disagreement.words(runs))\(RunWords.examples(keys))",
                effect:
                    "The models had different choices, so that guessing and wrong answers are not alike; letters do not "
                    + "compare.",
                remedy: disagreement.isMostly
                    ? "Most items differ: if the runs are of other splits or benchmarks, give each its own name in the study "
                        + "file; if item keys count positions, name the field with the benchmark's own item id."
                    : "Check which version of the benchmark each run used, and run again with one version.",
                items: keys,
                count: keys.count)
        ]
    }
}
