import Foundation
import Records

/// Reads the tables that MLflow keeps of an evaluation, with the parameters and figures of the run in whose folder they lie.
public struct MLflowReader: LogReader {
    /// MLflow, with the identifier `mlflow`.
    public let runner = Runner(
        id: "mlflow", name: "MLflow",
        files: "`eval_results_table.json` and tables of `log_table` in JSON or parquet, below `mlruns/` or alone")

    /// A reader without settings.
    public init() {}

    /// Goes by columns called `<metric>/score`, by the file's name, or by its place among the artifacts of a run.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        let names = EvaluationTable.columnNames(probe)
        let isTable = EvaluationTable.isSplit(probe.outline) || probe.container == .parquet
        guard isTable, !WandbReader.isTable(probe) else { return nil }
        if names.contains(where: { $0.hasSuffix("/score") }) {
            return Recognition(confidence: 0.95, reason: "a table with a column `<metric>/score`")
        }
        if probe.innerName.hasPrefix("eval_results_table.") {
            return Recognition(confidence: 0.95, reason: "a table called `eval_results_table`")
        }
        // A parquet file in such a folder may be a data set; only its columns tell.
        let parts = probe.url.pathComponents
        guard parts.contains("artifacts") || parts.contains("mlruns") || parts.contains("mlartifacts"),
            probe.container != .parquet || FieldGuess.confidence(names: names) > 0
        else { return nil }
        return Recognition(confidence: 0.9, reason: "a table among the artifacts of a run")
    }

    /// The parameters, figures and name of the run in whose folder the table lies, and the databases of MLflow near by.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] {
        MLflowRunFolder.files(of: url, in: folders)
    }

    /// Reads one table as one run.
    ///
    /// - Throws: `Problem` if the table cannot be read or has no field for predictions or scores; what the sink
    ///   throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let folder = MLflowRunFolder(log)
        let run = TableRun(log: log, runner: runner.id, identity: folder.identity, sink: sink)
        for problem in folder.problems { run.note(problem) }
        try run.read(EvaluationTable(open: log.open), at: InputPlace(file: log.path))
        try run.finish()
    }
}
