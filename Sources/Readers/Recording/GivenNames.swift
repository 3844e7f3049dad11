import Records

/// The names of a log's model and benchmark that the user gave; they go before whatever the log says.
public struct GivenNames: Codable, Hashable, Sendable {
    /// The model's name, or nil if the log knows.
    public var model: String?
    /// The benchmark's name, or nil if the log knows.
    public var benchmark: String?

    public init(model: String? = nil, benchmark: String? = nil) {
        self.model = model
        self.benchmark = benchmark
    }

    /// Whether the user gave neither.
    public var isEmpty: Bool { model == nil && benchmark == nil }
}

/// Replaces the names of runs by those that the user gave.
final class NamingSink: RecordSink {
    private let names: GivenNames
    private let sink: any RecordSink

    init(_ names: GivenNames, _ sink: any RecordSink) {
        self.names = names
        self.sink = sink
    }

    private func named(_ run: RunRecord) -> RunRecord {
        var run = run
        run.model = names.model ?? run.model
        run.benchmark = names.benchmark ?? run.benchmark
        return run
    }

    func begin(_ run: RunRecord) throws { try sink.begin(named(run)) }
    func add(_ prediction: PredictionRecord) throws { try sink.add(prediction) }
    func finish(_ run: RunRecord) throws { try sink.finish(named(run)) }

    func note(_ problem: Problem) {
        // What a reader asks for has been given.
        if problem.kind == Problem.missingModelKind, names.model != nil { return }
        if problem.kind == Problem.missingBenchmarkKind, names.benchmark != nil { return }
        sink.note(problem)
    }
}

extension Problem {
    static let missingModelKind = "missing-model"
    static let missingBenchmarkKind = "missing-benchmark"
}

extension InputPlace {
    /// Asks for the name of the model, which the log does not hold.
    ///
    /// - Parameter used: the name that stands in for it, such as that of a folder.
    func missingModel(used: String) -> Problem {
        problem(
            Problem.missingModelKind, .warning, field: "model", expected: "the model's name in the log or its path",
            found: "none; `\(used)` stands in for it",
            remedy: "Name it with --model, or in the study file with [[logs]] model or a path such as logs/{model}/*.json.")
    }

    /// Asks for the name of the benchmark, which the log does not hold.
    func missingBenchmark(used: String) -> Problem {
        problem(
            Problem.missingBenchmarkKind, .warning, field: "benchmark",
            expected: "the benchmark's name in the log or its path", found: "none; `\(used)` stands in for it",
            remedy: "Name it with --benchmark, or in the study file with [[logs]] benchmark or a path such as "
                + "logs/{benchmark}/*.json.")
    }
}
