import Records
import Store
import Study

/// One benchmark, ready for statistics: items in the order of their keys, a score vector a model, clusters, capabilities.
///
/// The order of items comes from their keys alone, so that nothing depends on the order in which logs were ingested.
struct BenchmarkData {
    let entry: BenchmarkEntry
    /// The item keys, sorted.
    let keys: [String]
    /// The position of each item in the store.
    let positions: [Int]
    /// The cluster of each item, numbered from 0 in the order of the items; nil where items are independent.
    let clusters: [Int]?
    /// The same in few bytes, for what goes through all pairs of models.
    let clusterNumbers: [Int32]?
    let clusterFacet: String?
    /// The capability of each item, or nil.
    let capabilities: [String?]
    /// The capabilities that items have.
    let capabilityNames: Set<String>
    /// By capability: the cluster of each item that asks for it, in the order of the items; empty where items are independent.
    let capabilityClusters: [String: [Int]]
    /// The facet that gave the capabilities, or nil.
    let capabilityFacet: String?
    /// The chance level of each item; nil if it is not known for all.
    let chance: [Double]?
    let facets: [FacetColumn]
    /// The models with a usable run, by identifier.
    let models: [ModelScores]
    /// All runs, the superseded ones included, with the means of their metrics over items in the order of their keys.
    let runs: [AnalysedRun]

    var itemCount: Int { keys.count }
    /// Clusters, or items where these are independent.
    var clusterCount: Int { clusters.map { ($0.max() ?? -1) + 1 } ?? keys.count }
}

/// The scores of one model on one benchmark.
struct ModelScores {
    let model: String
    let run: StoredRun
    /// The score of each item, in the order of the benchmark's items; NaN where there is none.
    let scores: [Double]
    /// The same as 0 for wrong, 1 for right and 2 for none; nil if a score is a fraction.
    let outcomes: [UInt8]?
    /// The share of each item's predictions that have no answer; 1 for items that the run lacks.
    let unresolved: [Double]
    /// The scores of each epoch in the same order; empty for a run with one epoch.
    var epochScores: [[Double]] = []
    /// The confidence in each item's answer; nil if the run has none.
    var confidences: [Double]?
}

extension ModelScores {
    init(
        model: String, run: StoredRun, scores: [Double], unresolved: [Double], epochScores: [[Double]] = [],
        confidences: [Double]? = nil
    ) {
        let isBinary = scores.allSatisfy { $0 == 0 || $0 == 1 || $0.isNaN }
        self.init(
            model: model, run: run, scores: scores,
            outcomes: isBinary ? scores.map { $0 == 1 ? 1 : $0 == 0 ? 0 : 2 } : nil, unresolved: unresolved,
            epochScores: epochScores, confidences: confidences)
    }
}

extension StoredRun {
    /// The run with the names of its metrics but without their vectors, which the models' scores have.
    fileprivate var withoutScores: StoredRun {
        var run = self
        run.confidences = nil
        for index in run.scores.indices {
            run.scores[index].values = ScoreVector([])
            run.scores[index].parsedValues = ScoreVector([])
            run.scores[index].epochValues = []
        }
        return run
    }
}

/// A run, and whether the estimates use it.
struct AnalysedRun {
    let run: StoredRun
    let isUsed: Bool
    let means: [Double?]
}

extension BenchmarkData {
    /// Puts the stored matrix of a benchmark in order.
    ///
    /// - Parameter usable: the sources whose runs may be used; nil for all.
    init(_ matrix: BenchmarkMatrix, entry: BenchmarkEntry, study: Study, usable: Set<String>?) {
        self.entry = entry
        let runs = matrix.runs.filter { usable?.contains($0.sourcePath) ?? true }
        // Items of logs that are no longer looked at must not count as missing.
        var isPresent = [Bool](repeating: usable == nil, count: matrix.keys.count)
        if usable != nil {
            for run in runs {
                for (position, share) in run.unresolved.values.enumerated() where !share.isNaN {
                    isPresent[position] = true
                }
            }
        }
        let order = matrix.keys.indices.filter { isPresent[$0] }.sorted { matrix.keys[$0] < matrix.keys[$1] }
        let isStoredOrder = order.count == matrix.keys.count && order.enumerated().allSatisfy { $0 == $1 }
        // Vectors that stand in this order already are shared with the store's, not copied.
        func arranged(_ vector: ScoreVector?) -> [Double] {
            guard let vector else { return order.map { _ in .nan } }
            return isStoredOrder && vector.values.count == order.count ? vector.values : order.map { vector[$0] }
        }
        keys = order.map { matrix.keys[$0] }
        positions = order
        facets = matrix.facets.map { column in
            FacetColumn(
                name: column.name, dictionary: column.dictionary,
                codes: order.map { $0 < column.codes.count ? column.codes[$0] : 0 })
        }
        (clusterFacet, clusters) = Self.clusters(
            facets: facets, entry: entry, logged: runs.compactMap(\.clusterFacet).min(), items: order.count)
        clusterNumbers = clusters.map { $0.map { Int32($0) } }
        let facets = facets
        if let rule = entry.capability, let column = Self.column(named: [rule.facet] + rule.alternatives, in: facets) {
            var capabilityOf: [String: String] = [:]
            for (capability, values) in rule.values.sorted(by: { $0.key < $1.key }) {
                for value in values { capabilityOf[value.lowercased()] = capability }
            }
            capabilities = order.indices.map { index in column[index].flatMap { capabilityOf[$0.lowercased()] } }
            capabilityFacet = column.name
        } else {
            capabilityFacet = nil
            capabilities = order.map { _ in nil }
        }
        capabilityNames = Set(capabilities.compactMap(\.self))
        var capabilityClusters: [String: [Int]] = [:]
        for (cluster, capability) in zip(clusters ?? [], capabilities) {
            if let capability { capabilityClusters[capability, default: []].append(cluster) }
        }
        self.capabilityClusters = capabilityClusters
        let choices = order.map { matrix.choices[$0] }
        chance =
            switch entry.chance {
            case .fixed(let level): choices.map { _ in level }
            case .options: choices.allSatisfy { $0 > 0 } ? choices.map { 1 / Double($0) } : nil
            case nil: nil
            }

        let newest = Dictionary(grouping: runs.indices, by: { runs[$0].model }).mapValues { indices in
            indices.max { left, right in RunAge.isOlder(runs[left], runs[right]) }
        }
        let used = Set(newest.values.compactMap(\.self).filter { runs[$0].items > 0 })
        self.runs = runs.indices.map { index in
            AnalysedRun(
                run: runs[index].withoutScores, isUsed: used.contains(index),
                means: runs[index].scores.map { stored in
                    Self.mean(arranged(stored.values)).map { $0 * stored.metric.scale }
                })
        }
        models = used.map { index in
            let run = runs[index]
            let stored =
                entry.metric.flatMap { name in run.scores.first { $0.metric.name == name } } ?? run.scores.first
            let vector = study.unparsed == .exclude ? stored?.parsedValues : stored?.values
            let unresolved = arranged(run.unresolved)
            return ModelScores(
                model: run.model, run: run.withoutScores, scores: arranged(vector),
                unresolved: unresolved.contains(where: \.isNaN) ? unresolved.map { $0.isNaN ? 1 : $0 } : unresolved,
                epochScores: (stored?.epochValues ?? []).map(arranged), confidences: run.confidences.map(arranged))
        }.sorted { $0.model < $1.model }
    }

    /// The facet with the first of several names that items have.
    private static func column(named names: [String], in facets: [FacetColumn]) -> FacetColumn? {
        names.lazy.compactMap { name in facets.first { $0.name == name } }.first
    }

    /// The cluster of each item by the facet that the study or the log names.
    private static func clusters(
        facets: [FacetColumn], entry: BenchmarkEntry, logged: String?, items: Int
    ) -> (facet: String?, clusters: [Int]?) {
        let names = [entry.cluster].compactMap(\.self) + entry.clusterAlternatives + [logged].compactMap(\.self)
        guard names.first != "none", let column = column(named: names, in: facets) else { return (nil, nil) }
        let name = column.name
        var numbers: [UInt32: Int] = [:]
        var clusters: [Int] = []
        clusters.reserveCapacity(items)
        var count = 0
        for index in 0..<items {
            let code = column.codes[index]
            if code > 0, let known = numbers[code] {
                clusters.append(known)
                continue
            }
            // An item without a value is a cluster of its own.
            if code > 0 { numbers[code] = count }
            clusters.append(count)
            count += 1
        }
        return count == items ? (name, nil) : (name, clusters)
    }

    /// The mean of the values that are not NaN, summed in order; nil if there is none.
    static func mean(_ values: [Double]) -> Double? {
        var sum = 0.0
        var count = 0
        for value in values where !value.isNaN {
            sum += value
            count += 1
        }
        return count > 0 ? sum / Double(count) : nil
    }
}
