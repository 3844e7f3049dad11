import Records

/// What the user says of a whole log: it goes before whatever the log says.
public struct GivenFacts: Codable, Hashable, Sendable {
    /// The model's name, or nil if the log knows.
    public var model: String?
    /// The benchmark's name, or nil if the log knows.
    public var benchmark: String?
    /// The epoch of all predictions, from 1, for repeats in files of their own; nil if the log knows.
    public var epoch: Int?
    /// Facets that all items of the log have.
    public var facets: [Facet]

    /// The facts that the user gives; with no arguments, none.
    public init(model: String? = nil, benchmark: String? = nil, epoch: Int? = nil, facets: [Facet] = []) {
        self.model = model
        self.benchmark = benchmark
        self.epoch = epoch
        self.facets = facets
    }

    /// Whether the user says nothing.
    public var isEmpty: Bool { model == nil && benchmark == nil && epoch == nil && facets.isEmpty }
}

/// Replaces what a log says by what the user says.
final class FactsSink: RecordSink {
    private let facts: GivenFacts
    private let sink: any RecordSink

    init(_ facts: GivenFacts, _ sink: any RecordSink) {
        self.facts = facts
        self.sink = sink
    }

    private func corrected(_ run: RunRecord) -> RunRecord {
        var run = run
        run.model = facts.model ?? run.model
        run.benchmark = facts.benchmark ?? run.benchmark
        return run
    }

    func begin(_ run: RunRecord) throws { try sink.begin(corrected(run)) }
    func finish(_ run: RunRecord) throws { try sink.finish(corrected(run)) }

    /// What the user says of the run as a whole changes no prediction.
    var rawSink: (any RawRecordSink)? { facts.epoch == nil && facts.facets.isEmpty ? sink.rawSink : nil }

    func add(_ prediction: PredictionRecord) throws {
        guard facts.epoch != nil || !facts.facets.isEmpty else { return try sink.add(prediction) }
        var prediction = prediction
        prediction.epoch = facts.epoch ?? prediction.epoch
        prediction.facets.removeAll { facet in facts.facets.contains { $0.name == facet.name } }
        prediction.facets += facts.facets
        try sink.add(prediction)
    }

    func note(_ problem: Problem) {
        // What a reader asks for has been given.
        if problem.kind == Problem.missingModelKind, facts.model != nil { return }
        if problem.kind == Problem.missingBenchmarkKind, facts.benchmark != nil { return }
        sink.note(problem)
    }
}
