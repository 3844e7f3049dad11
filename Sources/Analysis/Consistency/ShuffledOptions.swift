import Store

/// The same options in another order: answers compare by whether they are right, not by letter.
enum ShuffledOptions: ConsistencyCheck {
    static let kinds = ["shuffled-options"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        // Runs with another set of options are another problem.
        let sharing = runs.sharing
        var sets = [UInt32](repeating: 0, count: sharing.count)
        let references = runs.keys.indices.map { item -> UInt32 in
            for (place, run) in sharing.enumerated() { sets[place] = runs.used[run].items[item].optionSet }
            return Disagreement.reference(sets) ?? 0
        }
        let disagreement = Disagreement(sharing, itemCount: runs.keys.count) { run, item in
            let fingerprint = runs.used[run].items[item]
            return fingerprint.optionSet == references[item] ? fingerprint.options : 0
        }
        guard !disagreement.items.isEmpty else { return [] }
        let keys = disagreement.keys(runs)
        return [
            RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: disagreement.concerned(runs),
                expected: "the options of an item in one order in all runs on \(runs.benchmark)",
                found: "the same options in another order: \(disagreement.words(runs))\(RunWords.examples(keys))",
                effect:
                    "Whether an answer is right compares; its letter does not, and models that prefer a position gain or "
                    + "lose by it.",
                remedy: "Nothing need be done for accuracies. To compare answers, run all models with one order.",
                items: keys,
                count: keys.count)
        ]
    }
}
