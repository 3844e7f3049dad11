import Store

/// A run in which many different predictions end at one length, which none exceeds: the log or the runner cut them.
enum CutPredictions: ConsistencyCheck {
    static let kinds = ["cut-predictions"]

    /// Short texts of one form (`The answer is B.`) have one length by nature.
    private static let shortest = 100
    private static let fewest = 10
    private static let smallestShare = 0.05
    /// Texts of one form pile up at several lengths; cut ones at the longest only.
    private static let pile = 5

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        var cut: [(run: StoredRun, length: Int, count: Int, all: Int, items: [String])] = []
        for checked in runs.used {
            let predicted = checked.items.indices.filter { checked.items[$0].length > 0 }
            guard let longest = predicted.map({ checked.items[$0].length }).max(), Int(longest) - 1 >= shortest else {
                continue
            }
            let ending = predicted.filter { checked.items[$0].length == longest }
            let different = Set(ending.map { checked.items[$0].prediction }).count
            var others: [UInt32: Int] = [:]
            for item in predicted where checked.items[item].length < longest {
                others[checked.items[item].length, default: 0] += 1
            }
            guard ending.count >= pile * (others.values.max() ?? 0) else { continue }
            guard different >= fewest, Double(ending.count) >= smallestShare * Double(predicted.count) else { continue }
            cut.append((checked.run, Int(longest) - 1, ending.count, predicted.count, ending.map { runs.keys[$0] }))
        }
        return cut.map { run, length, count, all, items in
            RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: [run],
                expected: "predictions on \(runs.benchmark) that end by themselves",
                found: "\(RunWords.share(count, of: all)) with exactly \(length) characters, and none with more, in "
                    + "\(RunWords.name(run))\(RunWords.examples(items))",
                effect:
                    "Answers that stood behind the cut are lost: such predictions count as unparsed or by a chance word.",
                remedy: "Log whole predictions, or raise the limit of generated tokens and run again.", items: items,
                count: count)
        }
    }
}
