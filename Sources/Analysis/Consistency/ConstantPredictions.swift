import Store

/// A run whose predictions are one text for nearly all items.
enum ConstantPredictions: ConsistencyCheck {
    static let kinds = ["constant-predictions"]

    /// Fewer items than this may well have one answer.
    private static let fewestItems = 10
    private static let largestShare = 0.95
    /// Where this share of the targets is one, a model that knows gives one answer.
    private static let largestTargetShare = 0.8

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        var constant: [(run: StoredRun, share: String, isEmpty: Bool)] = []
        for checked in runs.used {
            let predicted = checked.items.filter { $0.prediction != 0 }
            guard predicted.count >= fewestItems, let (text, count) = mode(predicted.map(\.prediction)),
                Double(count) >= largestShare * Double(predicted.count)
            else { continue }
            let targets = predicted.map { $0.target != 0 ? $0.target : $0.targetOptions }.filter { $0 != 0 }
            if let (_, most) = mode(targets), Double(most) >= largestTargetShare * Double(targets.count) { continue }
            let isEmpty = predicted.contains { $0.prediction == text && $0.length == 1 }
            constant.append((checked.run, RunWords.share(count, of: predicted.count), isEmpty))
        }
        guard !constant.isEmpty else { return [] }
        return [
            RunProblem(
                kind: kinds[0], benchmark: runs.benchmark, runs: constant.map(\.run),
                expected: "predictions on \(runs.benchmark) that depend on the item",
                found: "one and the same text: "
                    + RunWords.list(constant.map(\.run)) {
                        constant[$0].share + (constant[$0].isEmpty ? ", an empty text" : "")
                    },
                effect: "The scores count, but say what always answering so is worth, not what the model knows.",
                remedy:
                    "Look at the predictions: a failing request, a chat template that is not the model's, or images that "
                    + "were not sent give such runs.", count: constant.count)
        ]
    }

    /// The most frequent value (the smallest of equals) and its frequency.
    private static func mode(_ values: [UInt32]) -> (value: UInt32, count: Int)? {
        var counts: [UInt32: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }
}
