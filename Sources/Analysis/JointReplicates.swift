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
        var columns: [[Double]] = []
        var places: [(model: Int, capability: String?)] = []
        for (index, model) in data.models.enumerated() {
            columns.append(model.scores)
            places.append((index, nil))
            for capability in selections[index].capabilities.keys.sorted() {
                columns.append(
                    model.scores.indices.map { data.capabilities[$0] == capability ? model.scores[$0] : .nan })
                places.append((index, capability))
            }
        }
        let drawn = Self.columns(
            data: data, columns: columns, seed: seed, key: key, replicates: replicates, threads: threads)
        var all = [[Double]](repeating: [], count: data.models.count)
        var capabilities = [[String: [Double]]](repeating: [:], count: data.models.count)
        for (place, values) in zip(places, drawn) {
            if let capability = place.capability {
                capabilities[place.model][capability] = values
            } else {
                all[place.model] = values
            }
        }
        self.all = all
        self.capabilities = capabilities
    }

    /// The replicates of the mean of each column.
    ///
    /// - Parameter columns: a score for each item; NaN for items that do not enter. Clusters without any item are left out.
    static func columns(
        data: BenchmarkData, columns: [[Double]], seed: UInt64, key: String, replicates: Int, threads: Int
    ) -> [[Double]] {
        var isPresent = [Bool](repeating: false, count: data.itemCount)
        for column in columns {
            for item in column.indices where !column[item].isNaN { isPresent[item] = true }
        }
        let present = isPresent.indices.filter { isPresent[$0] }
        guard !present.isEmpty else { return columns.map { _ in [] } }
        let positions =
            data.clusters.map { clusters in ClusterSums.positions(of: present.map { clusters[$0] }) }
            ?? Array(present.indices)
        let count = (positions.max() ?? 0) + 1
        let ratios = Parallel.map(columns.count, threads: threads) { index in
            var column = ClusterColumn(
                numerators: [Double](repeating: 0, count: count), denominators: [Double](repeating: 0, count: count))
            for (item, position) in zip(present, positions) where !columns[index][item].isNaN {
                column.numerators[position] += columns[index][item]
                column.denominators[position] += 1
            }
            return column
        }
        return JointBootstrap.run(
            columns: ratios,
            plan: BootstrapPlan(seed: seed, name: key, replicates: replicates, threads: threads)
        ).columns
    }
}
