import Records
import Store

/// Writes logs that were read: their items get the benchmark's positions, in the order in which logs are written.
struct LogWriter {
    private let store: Store
    private let indices = BenchmarkIndexCache()

    init(store: Store) { self.store = store }

    /// Writes a log in one transaction, in the place of what the store has of its path.
    ///
    /// - Parameter leavesHistory: whether the log leaves something of items in the store, or takes something away, that
    ///   would be otherwise if all logs were written anew.
    /// - Throws: `StoreError`; the store is then as it was.
    func write(_ log: ReadLog, as source: StoredSource, leavesHistory: Bool = false) throws {
        do {
            try store.transaction {
                indices.checkFor(foreignChanges: store.foreignChanges)
                if leavesHistory { try store.noteHistory(of: source.path) }
                if let known = try store.source(path: source.path) { try store.remove(source: known.id) }
                var source = source
                source.sayings = log.sayings
                source.runnerVersion = log.runnerVersion
                source.problems = log.problems
                try insert(log, source: source)
            }
        } catch {
            // They hold positions of items that the store has no longer.
            indices.clear()
            throw error
        }
    }

    private func insert(_ log: ReadLog, source: StoredSource) throws {
        let id = try store.insert(source)
        var problems = source.problems
        var positions: [[Int]] = []
        var benchmarks: [Int] = []
        for benchmark in log.benchmarks {
            let index = try indices.index(of: benchmark.name, store: store)
            positions.append(try index.enter(benchmark.items))
            benchmarks.append(index.id)
            problems += index.takeConflicts().map {
                .facetConflict(file: source.path, facet: $0.facet, count: $0.count)
            }
        }
        for run in log.runs {
            try insert(run.moved(to: positions[run.benchmark]), source: id, benchmark: benchmarks[run.benchmark])
        }
        if problems.count > source.problems.count {
            try store.update(source: id, runnerVersion: source.runnerVersion, problems: problems)
        }
    }

    private func insert(_ run: ReadLog.Run, source: Int, benchmark: Int) throws {
        var stored = run.stored
        stored.id = try store.insert(
            stored, source: source, model: store.model(named: stored.model), benchmark: benchmark)
        try store.insert(run.fingerprint, run: stored.id)
        try store.insert(run.measures, run: stored.id)
        try store.insert(run.predictions, run: stored.id)
    }
}

extension ReadLog.Run {
    /// The run with its items at other positions.
    ///
    /// - Parameter positions: the new position of each item, by the one it has.
    func moved(to positions: [Int]) -> Self {
        // Logs of a benchmark mostly give its items in the same order.
        guard positions.indices.contains(where: { positions[$0] != $0 }) else { return self }
        var run = self
        run.stored.unresolved.move(to: positions)
        run.stored.confidences?.move(to: positions)
        for index in run.stored.scores.indices { run.stored.scores[index].move(to: positions) }
        for measure in run.measures.keys { run.measures[measure]?.move(to: positions) }
        run.fingerprint.move(to: positions)
        run.predictions.move(to: positions)
        return run
    }
}

extension StoredScores {
    fileprivate mutating func move(to positions: [Int]) {
        values.move(to: positions)
        parsedValues.move(to: positions)
        for index in epochValues.indices { epochValues[index].move(to: positions) }
    }
}
