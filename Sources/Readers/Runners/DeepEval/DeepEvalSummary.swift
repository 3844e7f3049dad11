import Foundation

/// What a test run says of itself beside its cases.
struct DeepEvalSummary: Equatable {
    var identifier: String?
    var testFile: String?
    var datasetAlias: String?
    var testPassed: Int?
    var testFailed: Int?
    var duration: Double?
    var startedAt: String?
    var caseCount = 0
    /// The hyperparameters that are plain values, by their names in small letters with one separator.
    var hyperparameters: [String: String] = [:]

    init() {}

    /// Takes a member of a run by its name.
    mutating func add(_ name: String, _ value: JSONValue) {
        switch name {
        case "identifier": identifier = value.string
        case "testFile": testFile = value.string
        case "datasetAlias": datasetAlias = value.string
        case "testPassed": testPassed = value.integer
        case "testFailed": testFailed = value.integer
        case "runDuration": duration = value.double
        case "hyperparameters": addHyperparameters(value)
        default: break
        }
    }

    mutating func addHyperparameters(_ value: JSONValue) {
        for (name, entry) in value.members {
            // A value may be wrapped with its type.
            guard let text = entry.scalarText ?? entry["value"]?.scalarText, !text.isEmpty else { continue }
            hyperparameters[name.lowercased().replacing(/[ \-]/, with: "_")] = text
        }
    }

    /// The share of cases that passed, as deepeval counts them.
    var passRate: Double? {
        guard let testPassed, let testFailed, testPassed + testFailed > 0 else { return nil }
        return Double(testPassed) / Double(testPassed + testFailed)
    }
}

/// The names of a run's model and benchmark, and whether the run itself gives them.
struct DeepEvalNames {
    let model: (name: String, isGiven: Bool)
    let benchmark: (name: String, isGiven: Bool)
    let startedAt: String?

    private static let modelKeys = ["model", "model_name", "model_id", "llm", "llm_model", "generation_model"]
    private static let benchmarkKeys = ["benchmark", "dataset", "dataset_name", "task", "eval"]

    init(summary: DeepEvalSummary, url: URL) {
        let stem = (url.lastPathComponent as NSString).deletingPathExtension
        let time = stem.firstMatch(of: /test_run_(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})/)
        startedAt =
            summary.startedAt
            ?? time.map { "\($0.1)-\($0.2)-\($0.3)T\($0.4):\($0.5):\($0.6)" }
        // The files are named after what they hold; the folder above says more.
        var folder = url.deletingLastPathComponent()
        if folder.lastPathComponent == ".deepeval" { folder = folder.deletingLastPathComponent() }
        func given(_ keys: [String]) -> String? { keys.lazy.compactMap { summary.hyperparameters[$0] }.first }
        let namedModel = given(Self.modelKeys)
        let file = summary.testFile.map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension }
        let identifier = summary.identifier.flatMap { $0.isEmpty || $0 == namedModel ? nil : $0 }
        let namedBenchmark = given(Self.benchmarkKeys) ?? summary.datasetAlias ?? file ?? identifier
        model = (namedModel ?? folder.lastPathComponent, namedModel != nil)
        benchmark = (namedBenchmark ?? folder.lastPathComponent, namedBenchmark != nil)
    }
}
