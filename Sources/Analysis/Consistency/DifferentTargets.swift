import Store

/// The same item key with another target: one of the two scores is wrong.
///
/// Targets compare by text; a letter counts as the text of its option where the options are known. Where a log keeps only
/// letters, letters compare.
enum DifferentTargets: ConsistencyCheck {
    static let kinds = ["different-targets"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        let sharing = runs.sharing
        var cells = [ItemFingerprint](repeating: ItemFingerprint(), count: sharing.count)
        var references: [Reference] = []
        references.reserveCapacity(runs.keys.count)
        for item in runs.keys.indices {
            for (place, run) in sharing.enumerated() { cells[place] = runs.used[run].items[item] }
            references.append(Reference(cells))
        }
        let disagreement = Disagreement(sharing, itemCount: runs.keys.count) { run, item in
            references[item].value(of: runs.used[run].items[item])
        }
        guard !disagreement.items.isEmpty else { return [] }
        let keys = disagreement.keys(runs)
        return [
            RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: disagreement.concerned(runs),
                expected: "the same target for an item in all runs on \(runs.benchmark)",
                found: "another target than in most runs: \(disagreement.words(runs))\(RunWords.examples(keys))",
                effect:
                    "Each run is scored against its own targets: on these items an answer that is right in one run is "
                    + "wrong in another, and differences between models count it.",
                remedy: disagreement.isMostly
                    ? "Most items differ: see with `acuity inspect` whether the field read as the target holds the model's own "
                        + "answer, whether item keys count positions, or whether options were shuffled and only letters logged."
                    : "Check which version of the benchmark each run used, and score all runs against one.",
                items: keys,
                count: keys.count)
        ]
    }

    /// What most runs say of an item's target.
    private struct Reference {
        let target: UInt32?
        let letters: UInt32?
        let optionSet: UInt32?

        init(_ cells: [ItemFingerprint]) {
            target = Disagreement.reference(cells.map(\.target))
            letters = Disagreement.reference(cells.map(\.targetOptions))
            optionSet = Disagreement.reference(cells.map(\.optionSet))
        }

        /// 1 for the reference, a larger number for another target, 0 where that cannot be told.
        func value(of cell: ItemFingerprint) -> UInt32 {
            if let target, cell.target != 0 {
                if cell.target == target { return 1 }
                // Options in other words have their targets in other words; the letter tells.
                let hasOtherOptions = optionSet != nil && cell.optionSet != 0 && cell.optionSet != optionSet
                if hasOtherOptions, let letters, cell.targetOptions == letters { return 1 }
                return max(2, cell.target)
            }
            guard let letters, cell.targetOptions != 0, cell.target == 0 || target == nil else { return 0 }
            return cell.targetOptions == letters ? 1 : cell.targetOptions + 2
        }
    }
}
