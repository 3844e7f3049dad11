import Store

/// Runs that cover different items: what they share is less than what they have.
enum DifferentItemSets: ConsistencyCheck {
    static let kinds = ["different-item-sets"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        guard runs.used.count > 1 else { return [] }
        // A run that only ends early is another problem.
        let truncated = Set(TruncatedRuns.prefixes(runs).map(\.run))
        let compared = runs.used.indices.filter { !truncated.contains($0) }
        var holders = [Int](repeating: 0, count: runs.keys.count)
        for run in compared {
            for (item, cell) in runs.used[run].items.enumerated() where cell.place > 0 { holders[item] += 1 }
        }
        let present = holders.indices.filter { holders[$0] > 0 }
        let common = present.count { holders[$0] == compared.count }
        guard common < present.count else { return [] }
        let lacking = compared.filter { runs.used[$0].itemCount < present.count }
            .sorted { (runs.used[$0].itemCount, $0) < (runs.used[$1].itemCount, $1) }
        let single = present.filter { holders[$0] == 1 }
        let keys = present.filter { holders[$0] < compared.count }.map { runs.keys[$0] }
        let list = RunWords.list(lacking.map { runs.used[$0].run }) { place in
            let run = runs.used[lacking[place]]
            let own = single.count { run.items[$0].place > 0 }
            return RunWords.items(run.itemCount) + (own > 0 ? ", \(own) in no other run" : "")
        }
        return [
            RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: lacking.map { runs.used[$0].run },
                expected: "the same items in all \(compared.count) runs on \(runs.benchmark)",
                found: "\(present.count) items, of which \(common == 0 ? "none is" : "\(common) are") common to all: "
                    + "\(list)\(RunWords.examples(keys))",
                effect: common == 0
                    ? "Accuracies rest on different items; models without a common item cannot be compared in pairs."
                    : "Each accuracy rests on the items that its run has; models are compared in pairs on their common items.",
                remedy:
                    "Run all models on the same items, or give different parts of a benchmark different names in the study "
                    + "file.", items: keys, count: keys.count)
        ]
    }
}
