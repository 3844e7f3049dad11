import Records

/// What logs hold that a study file could name: models, benchmarks, and the facets of items with their values. No score is
/// computed.
public final class LogSurvey: RecordSink {
    /// A facet of a benchmark's items.
    public struct Facet: Sendable, Equatable {
        /// How many items have each value.
        public fileprivate(set) var items: [String: Int] = [:]
        /// How many items have it.
        public var itemCount: Int { items.values.reduce(0, +) }
    }

    /// A benchmark, all logs together.
    public struct Benchmark: Sendable {
        /// The names that logs give it.
        public fileprivate(set) var names: Set<String> = []
        /// The metrics of runners, each once.
        public fileprivate(set) var metrics: [String] = []
        /// The facets that logs say make its clusters.
        public fileprivate(set) var clusterFacets: Set<String> = []
        /// The facets of its items, by name.
        public fileprivate(set) var facets: [String: Facet] = [:]
        /// How many items the logs have of it.
        public var itemCount: Int { known.count }
        fileprivate var known: Set<String> = []
    }

    /// The names that logs give each model, by its identifier.
    public private(set) var models: [String: Set<String>] = [:]
    /// By identifier.
    public private(set) var benchmarks: [String: Benchmark] = [:]
    /// What was noted while reading.
    public private(set) var problems: [Problem] = []
    private let modelID: (_ name: String) -> String
    private let benchmarkID: (_ name: String) -> String
    private var open: [Int: String] = [:]

    /// - Parameters:
    ///   - modelID: the identifier of the model that a log calls by a name.
    ///   - benchmarkID: that of a benchmark.
    public init(modelID: @escaping (_ name: String) -> String, benchmarkID: @escaping (_ name: String) -> String) {
        self.modelID = modelID
        self.benchmarkID = benchmarkID
    }

    /// Notes the names of a run's model and benchmark.
    public func begin(_ run: RunRecord) {
        models[modelID(run.model), default: []].insert(run.model)
        let id = benchmarkID(run.benchmark)
        open[run.index] = id
        benchmarks[id, default: Benchmark()].names.insert(run.benchmark)
    }

    /// Notes the facets of an item that was not met before.
    public func add(_ prediction: PredictionRecord) {
        // An item is looked at where it is met first; others say the same of it, or the checks across runs tell.
        guard let id = open[prediction.run], benchmarks[id]?.known.insert(prediction.item).inserted == true else {
            return
        }
        for facet in prediction.facets {
            benchmarks[id]?.facets[facet.name, default: Facet()].items[facet.value, default: 0] += 1
        }
    }

    /// Notes the metrics of a run, and what makes its clusters.
    public func finish(_ run: RunRecord) {
        guard let id = open.removeValue(forKey: run.index) else { return }
        if let facet = run.clusterFacet { benchmarks[id]?.clusterFacets.insert(facet) }
        for metric in run.metrics where benchmarks[id]?.metrics.contains(metric.name) == false {
            benchmarks[id]?.metrics.append(metric.name)
        }
    }

    /// Keeps what was noted while reading.
    public func note(_ problem: Problem) { problems.append(problem) }
}
