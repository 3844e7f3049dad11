import Findings
import Records
import Store

/// One release: the runs of one model in a store, under the name by which it is compared.
public struct Release {
    /// How the release is called; unique among those that are compared.
    public var label: String
    /// The model's identifier in the store.
    public var model: String
    /// What the user named.
    public var origin: String
    let store: Store
    let sources: Set<String>?

    /// - Parameters:
    ///   - label: the name by which it is compared, unique among the releases.
    ///   - model: the model's identifier in the store.
    ///   - origin: what the user named, for messages.
    ///   - store: where the runs are.
    ///   - sources: the paths of the logs whose runs count; nil for all of the store.
    public init(label: String, model: String, origin: String, store: Store, sources: Set<String>? = nil) {
        self.label = label
        self.model = model
        self.origin = origin
        self.store = store
        self.sources = sources
    }

    /// The runs of the release on a benchmark, with the benchmark's items.
    ///
    /// - Throws: `StoreError`.
    func matrix(_ benchmark: String) throws -> BenchmarkMatrix {
        var matrix = try store.matrix(benchmark: benchmark)
        matrix.runs = matrix.runs.filter { $0.model == model && (sources?.contains($0.sourcePath) ?? true) }
        return matrix
    }

    /// The release as the document shows it, with the logs that hold a run of it.
    func finding(_ used: Set<String>) throws -> ReleaseFinding {
        let stored = try store.sources().filter { used.contains($0.path) }
        let runNames = Dictionary(grouping: try store.runNames(), by: \.source)
        return ReleaseFinding(
            label: label, model: model, origin: origin,
            sources: stored.map { source in
                SourceFinding(
                    path: source.path, bytes: source.bytes, sha256: source.sha256, runner: source.runner,
                    runnerVersion: source.runnerVersion, runs: runNames[source.path]?.count ?? 0)
            }, hasItems: true)
    }
}

/// A way in which two releases may differ so that their scores cannot be compared, unless somebody says that they can.
public enum AcceptedDifference: String, CaseIterable, Sendable {
    /// Items whose targets differ are left out and counted.
    case targets
    /// Epochs are averaged within the item on either side.
    case epochs
    /// Other programs wrote the logs.
    case runner
    /// Other metrics judge.
    case metric
}

/// Why releases cannot be compared: bad input, not a verdict.
public struct IncomparableReleases: Error {
    /// What makes them incomparable, each with its remedy; at least one.
    public let problems: [Problem]
}
