import Findings

/// A findings document with its parts found by what they are about.
struct FindingsIndex: Sendable {
    let document: FindingsDocument
    let models: [String: ModelFinding]
    let benchmarks: [String: BenchmarkFinding]
    let methods: [String: MethodFinding]
    let modelSlugs: Slugs
    let benchmarkSlugs: Slugs
    let methodSlugs: Slugs
    let thresholdSlugs: Slugs
    let claimSlugs: Slugs
    private let estimates: [EstimateKey: EstimateFinding]
    private let differences: [DifferenceKey: DifferenceFinding]
    private let facets: [String: [EstimateFinding]]
    /// The pairs of models that have pages of their own.
    private(set) var pairs = ModelPairs()

    private struct EstimateKey: Hashable {
        var model: String
        var benchmark: String?
        var capability: String?
    }

    private struct DifferenceKey: Hashable {
        var first: String
        var second: String
        var benchmark: String?
    }

    init(_ document: FindingsDocument) {
        self.document = document
        models = Dictionary(document.models.map { ($0.id, $0) }) { first, _ in first }
        benchmarks = Dictionary(document.benchmarks.map { ($0.id, $0) }) { first, _ in first }
        methods = Dictionary(document.methods.map { ($0.id, $0) }) { first, _ in first }
        modelSlugs = Slugs(document.models.map(\.id))
        benchmarkSlugs = Slugs(document.benchmarks.map(\.id))
        methodSlugs = Slugs(document.methods.map(\.id))
        thresholdSlugs = Slugs(document.study.thresholds.map(\.id))
        claimSlugs = Slugs(document.claims.map(\.id))
        let plain = document.estimates.filter { $0.facet == nil }
        estimates = Dictionary(
            plain.map { (EstimateKey(model: $0.model, benchmark: $0.benchmark, capability: $0.capability), $0) }
        ) { first, _ in first }
        differences = Dictionary(
            document.differences.map {
                (DifferenceKey(first: $0.first, second: $0.second, benchmark: $0.benchmark), $0)
            }
        ) { first, _ in first }
        facets = Dictionary(grouping: document.estimates.filter { $0.facet != nil && $0.benchmark != nil }) {
            $0.benchmark ?? ""
        }
        pairs = ModelPairs(self)
    }

    /// The estimate over all items of a benchmark, or the macro-average if `benchmark` is nil.
    func estimate(_ model: String, on benchmark: String?, capability: String? = nil) -> EstimateFinding? {
        estimates[EstimateKey(model: model, benchmark: benchmark, capability: capability)]
    }

    /// The difference of two models, turned so that `first` is the one that is subtracted from.
    func difference(_ first: String, _ second: String, on benchmark: String?) -> DifferenceFinding? {
        if let found = differences[DifferenceKey(first: first, second: second, benchmark: benchmark)] { return found }
        return differences[DifferenceKey(first: second, second: first, benchmark: benchmark)]?.turned
    }

    /// The estimates by facet value of one benchmark.
    func facetEstimates(on benchmark: String) -> [EstimateFinding] { facets[benchmark] ?? [] }

    func modelName(_ id: String) -> String { models[id]?.name ?? id }
    func benchmarkName(_ id: String) -> String { benchmarks[id]?.name ?? id }

    /// The page of a model; what the document does not describe leads to the list.
    func modelPath(_ id: String) -> String { models[id] == nil ? "models.html" : "models/\(modelSlugs[id]).html" }

    /// The page that compares two models, in either order: their own, else the one that compares any two by script.
    func pairPath(_ first: String, _ second: String) -> String {
        if let path = pairs.path(first, second) { return path }
        guard models[first] != nil, models[second] != nil, first != second else { return SitePage.compare.rawValue }
        return "\(SitePage.compare.rawValue)?a=\(modelSlugs[first])&b=\(modelSlugs[second])"
    }

    func benchmarkPath(_ id: String) -> String {
        benchmarks[id] == nil ? "benchmarks.html" : "benchmarks/\(benchmarkSlugs[id]).html"
    }

    func methodPath(_ id: String) -> String {
        methods[id] == nil ? "methods.html" : "methods.html#method-\(methodSlugs[id])"
    }

    func thresholdPath(_ id: String) -> String {
        let isKnown = document.study.thresholds.contains { $0.id == id }
        return isKnown ? "verdicts.html#threshold-\(thresholdSlugs[id])" : "verdicts.html"
    }

    func methodName(_ id: String) -> String { methods[id]?.name ?? id }

    /// The gap of a model over benchmarks.
    func standardisedGaps() -> [GapFinding] { document.gaps.filter { $0.benchmark == nil && $0.form == .standardised } }

    /// The gaps of one form on one benchmark.
    func gaps(on benchmark: String, form: GapForm) -> [GapFinding] {
        document.gaps.filter { $0.benchmark == benchmark && $0.form == form }
    }
}

extension DifferenceFinding {
    /// The same finding with the two models exchanged.
    var turned: DifferenceFinding {
        var result = self
        result.first = second
        result.second = first
        result.estimate = -estimate
        result.interval.lower = -interval.upper
        result.interval.upper = -interval.lower
        result.simultaneous = simultaneous.map {
            var turned = $0
            turned.lower = -$0.upper
            turned.upper = -$0.lower
            return turned
        }
        result.lowerBound = -upperBound
        result.upperBound = -lowerBound
        result.onlyFirst = onlySecond
        result.onlySecond = onlyFirst
        return result
    }
}
