import Findings
import Foundation
import Ingest
import Store

/// Writes each run of a store as an aggregate and instance rows of Every Eval Ever, with the uncertainty that the findings
/// give to its score.
///
/// Nothing depends on the clock: the time of a record is that of the run, and 0 where the log has none. Equal runs have
/// equal files under equal names.
public struct EvaluationExport {
    /// What was written.
    public struct Summary: Sendable {
        /// The aggregates, below the output folder, sorted.
        public var written: [String] = []
        /// Runs without a scored prediction, which the schema has no form for: model, benchmark and log.
        public var unscored: [String] = []
    }

    private let store: Store
    private let findings: FindingsDocument
    private let names: [String: String]
    private let organisation: String

    /// - Parameters:
    ///   - findings: what was found in the same store.
    ///   - names: the models as logs call them, by identifier.
    ///   - organisation: who provides the data.
    public init(store: Store, findings: FindingsDocument, names: [String: String], organisation: String) {
        self.store = store
        self.findings = findings
        self.names = names
        self.organisation = organisation
    }

    /// Writes all runs below a folder.
    ///
    /// - Throws: `StoreError`, or an error of the file system.
    public func write(to output: URL) throws -> Summary {
        var summary = Summary()
        var identifiers: [String: Int] = [:]
        let sources = Dictionary(try store.sources().map { ($0.path, $0) }) { first, _ in first }
        for benchmark in try store.benchmarkNames() {
            let matrix = try store.matrix(benchmark: benchmark)
            for run in matrix.runs {
                let model = names[run.model] ?? run.model
                let path = DatastorePath(benchmark: benchmark, model: model)
                let time = run.startedAt.flatMap(UnixTime.seconds)
                // Runs without a time may share an identifier; the later ones are numbered.
                let base = "\(benchmark)/\(model.replacing("/", with: "_"))/\(time ?? "0")"
                identifiers[base, default: 0] += 1
                let count = identifiers[base] ?? 1
                let writer = RunExport(
                    run: run, matrix: matrix, source: sources[run.sourcePath], findings: findings, model: model,
                    evaluationID: count == 1 ? base : "\(base)-\(count)", time: time, path: path,
                    organisation: organisation)
                if let written = try writer.write(from: store, to: output) {
                    summary.written.append(written)
                } else {
                    summary.unscored.append("\(run.model) on \(benchmark) in \(run.sourcePath)")
                }
            }
        }
        summary.written.sort()
        return summary
    }
}
