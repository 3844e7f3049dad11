import Statistics

/// The replicates of all models and capabilities of one benchmark, from the same resampled clusters.
struct JointReplicates {
    /// By model, in the order of the selections; empty where a model has no score.
    let all: [[Double]]
    /// By model and capability.
    let capabilities: [[String: [Double]]]

    init(
        data: BenchmarkData, selections: [ModelSelections], seed: UInt64, key: String, replicates: Int, threads: Int
    ) {
        let places: [(model: Int, capability: String?)] = data.models.indices.flatMap { index in
            ([nil] + selections[index].capabilities.keys.sorted().map(Optional.some)).map { (index, $0) }
        }
        var all = [[Double]](repeating: [], count: data.models.count)
        var capabilities = [[String: [Double]]](repeating: [:], count: data.models.count)
        if let units = ResampledUnits(data) {
            let columns = Parallel.map(places.count, threads: threads) { place in
                units.column(data.models[places[place].model].scores, capability: places[place].capability)
            }
            let drawn = JointBootstrap.run(
                columns: columns, plan: BootstrapPlan(seed: seed, name: key, replicates: replicates, threads: threads))
            for (place, values) in zip(places, drawn.columns) {
                if let capability = place.capability {
                    capabilities[place.model][capability] = values
                } else {
                    all[place.model] = values
                }
            }
        } else {
            for place in places { place.capability.map { capabilities[place.model][$0] = [] } }
        }
        self.all = all
        self.capabilities = capabilities
    }
}

/// What replicates draw from: the clusters, or items, of which any model has a score.
private struct ResampledUnits: Sendable {
    /// The items of which any model has a score.
    private let items: [Int]
    /// The unit of each of them.
    private let positions: [Int]
    /// Whether each item of the benchmark is a unit.
    private let areAllItems: Bool
    private let count: Int
    private let capabilities: [String?]
    /// How many items of a capability, or of all, each unit has: what models with all scores share.
    private let sizes: [String?: [Double]]

    /// Nil if no model has a score.
    init?(_ data: BenchmarkData) {
        var isPresent = [Bool](repeating: false, count: data.itemCount)
        for model in data.models {
            for item in model.scores.indices where !model.scores[item].isNaN { isPresent[item] = true }
        }
        let items = isPresent.indices.filter { isPresent[$0] }
        guard !items.isEmpty else { return nil }
        let positions =
            data.clusters.map { clusters in ClusterSums.positions(of: items.map { clusters[$0] }) }
            ?? Array(items.indices)
        let count = (positions.max() ?? 0) + 1
        var sizes: [String?: [Double]] = [:]
        for capability in [nil] + data.capabilityNames.map(Optional.some) {
            var size = [Double](repeating: 0, count: count)
            for (item, position) in zip(items, positions)
            where capability == nil || data.capabilities[item] == capability { size[position] += 1 }
            sizes[capability] = size
        }
        self.items = items
        self.positions = positions
        areAllItems = data.clusters == nil && items.count == data.itemCount
        self.count = count
        capabilities = data.capabilities
        self.sizes = sizes
    }

    /// The sums and sizes of a model's scores on all items or on those of a capability.
    func column(_ scores: [Double], capability: String?) -> ClusterColumn {
        let members = items.indices.filter { capability == nil || capabilities[items[$0]] == capability }
        let isComplete = !members.contains { scores[items[$0]].isNaN }
        if isComplete, capability == nil, areAllItems, let sizes = sizes[nil] {
            return ClusterColumn(numerators: scores, denominators: sizes)
        }
        var sums = [Double](repeating: 0, count: count)
        var present = sums
        for member in members where !scores[items[member]].isNaN {
            sums[positions[member]] += scores[items[member]]
            present[positions[member]] += 1
        }
        return ClusterColumn(
            numerators: sums, denominators: isComplete ? sizes[capability] ?? present : present)
    }
}
