import Records

/// What is known of the run that logged a table, from the files beside it.
struct TableIdentity {
    var model: String?
    /// What stands in for the model's name where nothing gives it.
    var modelStandIn = ""
    var benchmark: String?
    var benchmarkStandIn = ""
    var startedAt: String?
    var version: String?
    /// The figures that the runner reported, by the column whose mean they are.
    var figures: [String: Double] = [:]
}

/// Turns the rows of evaluation tables into the runs and predictions of one log.
final class TableRun {
    private let log: Log
    private let runner: String
    private let identity: TableIdentity
    private let sink: any RecordSink
    private let place: InputPlace
    private var writers: [RunWriter] = []
    private var positions: [String: Int] = [:]
    private var unnumbered = 0
    private var firstNotes: [Problem] = []
    private(set) var count = 0

    init(log: Log, runner: String, identity: TableIdentity, sink: any RecordSink) {
        self.log = log
        self.runner = runner
        self.identity = identity
        self.sink = sink
        place = InputPlace(file: log.path)
    }

    /// Counts a problem of the log.
    func note(_ problem: Problem) {
        if let writer = writers.first { writer.note(problem) } else { firstNotes.append(problem) }
    }

    /// Reads a table from its first row to its last.
    ///
    /// - Throws: `Problem` if it cannot be read or has neither predictions nor scores.
    func read(_ table: EvaluationTable, at place: InputPlace) throws {
        let roles = try roles(of: table, at: place)
        try table.forEach(note: { note($0) }) { row in
            try add(row, roles)
            return true
        }
    }

    private func roles(of table: EvaluationTable, at place: InputPlace) throws -> TableRoles {
        var profiles: [String: FieldProfile] = [:]
        var order = table.columns
        var rows = 0
        let named = Set((log.mapping?.roles ?? [:]).values)
        try table.forEach(note: { _ in }) { row in
            for (name, content) in row.generic.fields {
                if profiles[name] == nil {
                    guard FieldProfile.accepts(name, beside: profiles.count, named: named) else {
                        continue
                    }
                    profiles[name] = FieldProfile(name: name)
                    if table.columns.isEmpty { order.append(name) }
                }
                profiles[name]?.add(content)
            }
            rows += 1
            return rows < TableRoles.sampleSize
        }
        var given = log.mapping ?? FieldMapping()
        for (role, field) in given.roles.sorted(by: { $0.key < $1.key }) where rows > 0 && profiles[field] == nil {
            throw place.problem(
                "missing-field", field: field, expected: "the column that the study file names for `\(role)`",
                found: "only " + order.prefix(12).joined(separator: ", "),
                remedy: "Correct [logs.fields] \(role) in the study file.")
        }
        if runner == "mlflow" {
            for (role, column) in TableRoles.measureColumns where given.roles[role] == nil && profiles[column] != nil {
                given.roles[role] = column
            }
        }
        let roles = TableRoles(profiles: order.compactMap { profiles[$0] }, rows: rows, given: given)
        guard rows == 0 || roles.mapping.roles["prediction"] != nil || !roles.metrics.isEmpty else {
            throw place.problem(
                "missing-field", field: "prediction", expected: "a column with predictions or scores",
                found: "the columns " + order.prefix(12).joined(separator: ", "),
                remedy: "Name it in the study file: [logs.fields] prediction = \"...\".")
        }
        return roles
    }

    private func add(_ row: EvaluationTable.Row, _ roles: TableRoles) throws {
        func text(_ role: String) -> String? { roles.mapping.roles[role].flatMap { row.text($0) } }
        count += 1
        let writer = writer(model: text("model"), benchmark: text("benchmark"), roles)
        var scores: [MetricScore] = []
        for name in roles.metrics {
            let scale = roles.scales[name] ?? 1
            let metric = writer.metric(name) { name in
                MetricRecord(
                    name: name, reported: identity.figures[name], scale: scale,
                    higherIsBetter: !TableRoles.lowerIsBetter.contains(TableRoles.base(name)))
            }
            let value = row.cell(name)?.scalarText.flatMap(ScoreText.value)
            scores.append(MetricScore(metric: metric, value: value.flatMap { $0.isFinite ? $0 / scale : nil }))
        }
        if text("item") == nil { unnumbered += 1 }
        let failure = text("error").flatMap { ["false", "0", "none", "null"].contains($0.lowercased()) ? nil : $0 }
        let choices =
            roles.mapping.roles["choices"].map { row.generic.list($0) }
            ?? roles.optionColumns.compactMap { row.text($0) }
        var prediction = PredictionRecord(
            run: 0, item: text("item") ?? String(count),
            epoch: text("epoch").flatMap { Int($0) }.map { max($0, 0) } ?? 1,
            question: text("question"), choices: choices,
            targets: roles.mapping.roles["target"].map { row.generic.list($0) } ?? [], text: text("prediction"),
            runnerAnswer: text("answer"), scores: scores, failure: failure,
            facets: roles.mapping.facets.sorted { $0.key < $1.key }.compactMap { facet in
                row.cell(facet.value)?.scalarText.flatMap { $0.isEmpty ? nil : Facet(name: facet.key, value: $0) }
            }, line: row.line)
        roles.measures.enter(row.generic, into: &prediction)
        try writer.add(prediction)
    }

    private func writer(model: String?, benchmark: String?, _ roles: TableRoles) -> RunWriter {
        let model = model ?? identity.model
        let benchmark = benchmark ?? identity.benchmark
        let key = "\(model ?? "")\u{0}\(benchmark ?? "")"
        if let known = positions[key] { return writers[known] }
        let writer = RunWriter(
            RunRecord(
                index: writers.count, runner: runner, runnerVersion: identity.version,
                model: model ?? identity.modelStandIn, benchmark: benchmark ?? identity.benchmarkStandIn,
                startedAt: identity.startedAt, clusterFacet: roles.clusterFacet),
            place: place, sink: sink)
        if model == nil { writer.note(place.missingModel(used: identity.modelStandIn)) }
        if benchmark == nil { writer.note(place.missingBenchmark(used: identity.benchmarkStandIn)) }
        for note in firstNotes { writer.note(note) }
        firstNotes = []
        positions[key] = writers.count
        writers.append(writer)
        return writer
    }

    /// Ends all runs.
    ///
    /// - Throws: `Problem` if there was no row.
    func finish() throws {
        guard let first = writers.first else {
            throw firstNotes.first { $0.severity == .error }
                ?? place.problem(
                    "no-rows", expected: "at least one row", found: "none", remedy: "Check that the run finished.")
        }
        if unnumbered > 0 {
            var problem = place.problem(
                "no-item-key", .warning, field: "item", expected: "a column that names each item",
                found: "none; rows are counted instead",
                remedy: "Models pair only if their rows have the same order. Log a column `id`, or name one under "
                    + "[logs.fields] item.")
            problem.count = unnumbered
            first.note(problem)
        }
        for writer in writers { try writer.finish() }
    }
}
