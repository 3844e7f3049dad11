import Foundation
import Records
import SQLite

extension Store {
    /// Adds a run with its counts and score vectors and returns its identifier. Call within the transaction of its source.
    public func insert(_ run: StoredRun, source: Int, model: Int, benchmark: Int) throws -> Int {
        try statement(
            """
            INSERT INTO runs (source, run_index, model, benchmark, started_at, cluster_facet, items, items_reported,
                predictions, epochs, duplicates, unparsed, refused, errors, absent, unscored, scored_by_both,
                disagreements, unresolved, confidences)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """
        ).run(
            .integer(source), .integer(run.index), .integer(model), .integer(benchmark), .optional(run.startedAt),
            .optional(run.clusterFacet), .integer(run.items), .optional(run.itemsReported), .integer(run.predictions),
            .integer(run.epochs), .integer(run.duplicates), .integer(run.unparsed), .integer(run.refused),
            .integer(run.errors), .integer(run.absent), .integer(run.unscored), .integer(run.scoredByBoth),
            .integer(run.disagreements), .blob(run.unresolved.encoded), .optional(run.confidences?.encoded))
        let id = Int(database.lastInsertedRow)
        for (index, scores) in run.scores.enumerated() {
            try statement(
                """
                INSERT INTO scores (run, metric_index, metric, reported, reported_note, scale, higher_is_better, mean,
                    item_values, parsed_values, epoch_values) VALUES (?,?,?,?,?,?,?,?,?,?,?)
                """
            ).run(
                .integer(id), .integer(index), .text(scores.metric.name), .optional(scores.metric.reported),
                .optional(scores.metric.reportedNote), .real(scores.metric.scale),
                .integer(scores.metric.higherIsBetter ? 1 : 0), .optional(scores.mean),
                .blob(scores.values.encoded),
                .optional(scores.parsedValues == scores.values ? nil : scores.parsedValues.encoded),
                .optional(Self.joined(scores.epochValues)?.encoded))
        }
        return id
    }

    /// The identity of every run, by model, benchmark and path.
    public func runNames() throws -> [RunName] {
        var names: [RunName] = []
        try statement(
            """
            SELECT models.name, benchmarks.name, sources.path, runs.items
            FROM runs JOIN sources ON sources.id = source JOIN models ON models.id = model
                JOIN benchmarks ON benchmarks.id = benchmark
            ORDER BY models.name, benchmarks.name, sources.path, run_index
            """
        ).forEach {
            names.append(
                RunName(model: $0.text(0), benchmark: $0.text(1), source: $0.text(2), items: $0.integer(3)))
        }
        return names
    }

    /// The identifier of the benchmark of a run.
    public func benchmarkIdentifier(ofRun run: Int) throws -> Int {
        let found = try statement("SELECT benchmark FROM runs WHERE id = ?").first(.integer(run)) { $0.integer(0) }
        guard let found else { throw StoreError.corrupt(path: path, what: "a run that is not there") }
        return found
    }

    /// Everything that the statistics of a benchmark need, in one read a table.
    public func matrix(benchmark name: String) throws -> BenchmarkMatrix {
        let benchmark = try self.benchmark(named: name)
        var keys: [String] = []
        var choices: [Int] = []
        try forEachItemHead(benchmark: benchmark) { head in
            keys.append(head.key)
            choices.append(head.choices)
        }
        return BenchmarkMatrix(
            benchmark: name, keys: keys, choices: choices, facets: try facets(benchmark: benchmark),
            runs: try runs("runs.benchmark = ?", benchmark))
    }

    /// The runs of a source with their scores, in the log's order.
    public func runs(source: Int) throws -> [StoredRun] { try runs("runs.source = ?", source) }

    private func runs(_ condition: String, _ argument: Int) throws -> [StoredRun] {
        var runs: [StoredRun] = []
        try statement(
            """
            SELECT runs.id, source, sources.path, run_index, models.name, benchmarks.name, started_at, cluster_facet, items,
                items_reported, predictions, epochs, duplicates, unparsed, refused, errors, absent, unscored,
                scored_by_both, disagreements, unresolved, confidences
            FROM runs JOIN sources ON sources.id = source JOIN models ON models.id = model
                JOIN benchmarks ON benchmarks.id = benchmark
            WHERE \(condition) ORDER BY sources.path, run_index
            """
        ).forEach(.integer(argument)) { runs.append(try decodeRun($0)) }
        for index in runs.indices {
            try statement(
                """
                SELECT metric, reported, reported_note, scale, higher_is_better, mean, item_values, parsed_values,
                    epoch_values
                FROM scores WHERE run = ? ORDER BY metric_index
                """
            ).forEach(.integer(runs[index].id)) { row in
                let values = try vector(row.blob(6))
                runs[index].scores.append(
                    StoredScores(
                        metric: MetricRecord(
                            name: row.text(0), reported: row.optionalReal(1), reportedNote: row.optionalText(2),
                            scale: row.real(3), higherIsBetter: row.integer(4) == 1),
                        mean: row.optionalReal(5), values: values,
                        parsedValues: row.isNull(7) ? values : try vector(row.blob(7)),
                        epochValues: row.isNull(8)
                            ? [] : Self.separated(try vector(row.blob(8)), epochs: runs[index].epochs)))
            }
        }
        return runs
    }

    private func decodeRun(_ row: Statement) throws -> StoredRun {
        var run = StoredRun(model: row.text(4), benchmark: row.text(5))
        run.id = row.integer(0)
        run.source = row.integer(1)
        run.sourcePath = row.text(2)
        run.index = row.integer(3)
        run.startedAt = row.optionalText(6)
        run.clusterFacet = row.optionalText(7)
        run.items = row.integer(8)
        run.itemsReported = row.optionalInteger(9)
        run.predictions = row.integer(10)
        run.epochs = row.integer(11)
        run.duplicates = row.integer(12)
        run.unparsed = row.integer(13)
        run.refused = row.integer(14)
        run.errors = row.integer(15)
        run.absent = row.integer(16)
        run.unscored = row.integer(17)
        run.scoredByBoth = row.integer(18)
        run.disagreements = row.integer(19)
        run.unresolved = row.isNull(20) ? ScoreVector([]) : try vector(row.blob(20))
        run.confidences = row.isNull(21) ? nil : try vector(row.blob(21))
        return run
    }

    /// Vectors of the same length, one after the other; nil if there is none.
    private static func joined(_ vectors: [ScoreVector]) -> ScoreVector? {
        vectors.isEmpty ? nil : ScoreVector(vectors.flatMap(\.values))
    }

    private static func separated(_ vector: ScoreVector, epochs: Int) -> [ScoreVector] {
        let length = vector.values.count / max(1, epochs)
        return (0..<epochs).map { ScoreVector(Array(vector.values[($0 * length)..<(($0 + 1) * length)])) }
    }

    func vector(_ bytes: [UInt8]) throws -> ScoreVector {
        guard let vector = ScoreVector(encoded: bytes) else {
            throw StoreError.corrupt(path: path, what: "a score vector of unknown form")
        }
        return vector
    }
}
