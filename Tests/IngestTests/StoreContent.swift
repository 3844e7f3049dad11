import Store

/// All that a store holds, as text, so that two stores can be compared.
enum StoreContent {
    static func lines(_ store: Store) throws -> [String] {
        var lines = try store.sources().map { "\($0)" }
        for name in try store.benchmarkNames() {
            let matrix = try store.matrix(benchmark: name)
            let id = try store.benchmark(named: name)
            lines += try store.items(benchmark: id, from: 0, to: matrix.keys.count).map { "\(name) \($0)" }
            lines += matrix.facets.map { "\(name) \($0)" }
            for run in matrix.runs {
                lines.append("\(run)")
                lines += try store.measures(run: run.id).sorted { $0.key < $1.key }.map { "\($0) \($1)" }
                lines += try store.fingerprint(run: run.id).items.map { "\($0)" }
                try store.forEachPrediction(ofRun: run.id) { lines.append("\($0)") }
                lines += try store.predictions(run: run.id, from: 0, to: matrix.keys.count).map { "\($0.line)" }
            }
        }
        return lines
    }
}
