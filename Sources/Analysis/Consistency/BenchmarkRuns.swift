import Records
import Store

/// The runs of one benchmark as consistency checks see them.
struct BenchmarkRuns {
    /// The benchmark's identifier.
    let benchmark: String
    /// The item keys, sorted.
    let keys: [String]
    /// How many items the benchmark has in full, if known.
    let fullItemCount: Int?
    /// The facet that gives the clusters, and the items that lack it.
    let clusterFacet: String?
    let unclustered: [Int]
    /// The runs that estimates use and whose items are known, by model.
    let used: [CheckedRun]
    /// All runs, by path and place in the log, each with whether estimates use it.
    let all: [AnalysedRun]
    /// The logs by path.
    let sources: [String: StoredSource]
    /// How far the used runs ask the same questions.
    let questions: QuestionAgreement

    /// - Parameter fingerprint: what the items of a run are, by the run's identifier; asked for one run after the other, since
    ///   those of many runs take much memory.
    init(
        _ data: BenchmarkData, sources: [String: StoredSource], fingerprint: (Int) throws -> RunFingerprint?
    ) rethrows {
        benchmark = data.entry.id
        keys = data.keys
        fullItemCount = data.entry.itemCount
        all = data.runs
        self.sources = sources
        clusterFacet = data.clusterFacet
        let column = data.facets.first { $0.name == data.clusterFacet }
        unclustered = column.map { column in data.keys.indices.filter { column.codes[$0] == 0 } } ?? []
        let isInOrder = data.positions.enumerated().allSatisfy { $0 == $1 }
        var first: CheckedItems?
        used = try data.models.compactMap { model in
            guard let fingerprint = try fingerprint(model.run.id) else { return nil }
            let items = CheckedItems(
                isInOrder && fingerprint.items.count == data.positions.count
                    ? fingerprint.items : data.positions.map { fingerprint[$0] }, like: first)
            guard items.contains(where: { $0.place > 0 }) else { return nil }
            first = first ?? items
            return CheckedRun(run: model.run, items: items, scores: model.scores)
        }
        questions = QuestionAgreement(used, itemCount: data.keys.count)
    }

    /// The used runs that share items with the others: those that ask other questions under the same keys are left out.
    var sharing: [Int] { used.indices.filter { !questions.strangers.contains($0) } }
}

/// A run with its fingerprints and scores, in the order of the benchmark's items.
struct CheckedRun {
    let run: StoredRun
    let items: CheckedItems
    /// The score of each item, NaN for none.
    let scores: [Double]
    /// How many items the run has.
    let itemCount: Int

    init(run: StoredRun, items: CheckedItems, scores: [Double]) {
        self.run = run
        self.items = items
        self.scores = scores
        itemCount = items.count { $0.place > 0 }
    }
}
