import Foundation

/// One log that was written, with what a reader must find in it.
public struct GeneratedLog: Sendable, Equatable {
    /// The path within the folder.
    public let path: String
    /// The name of the model in the log.
    public let model: String
    /// The name of the benchmark in the log.
    public let benchmark: String
    /// Predictions.
    public let rows: Int
    /// Rows with the score 1.
    public let right: Int
    /// The bytes of the text before it is packed.
    public let textBytes: Int

    /// Writes the log of one model and benchmark, by their indices, into a folder of logs; a file that is there is replaced.
    ///
    /// - Throws: `OutputError`, or an error of Foundation if a folder cannot be made.
    public static func write(_ plan: LogPlan, model: Int, benchmark: Int, to folder: URL) throws -> GeneratedLog {
        let answers = AnswerPlan(plan, model: model, benchmark: benchmark)
        let place = LogPlace(plan.form, plan.compression, model: answers.model, benchmark: answers.items.benchmark)
        let file = folder.appending(path: place.path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        func rows(_ form: some RowForm) throws -> (right: Int, bytes: Int) {
            let output = try byteOutput(file.path, plan.compression)
            let counts = try form.write(plan) { try output.write($0) }
            try output.close()
            return counts
        }
        func archive(_ write: (ZipOutput) throws -> (right: Int, bytes: Int)) throws -> (right: Int, bytes: Int) {
            let zip = try ZipOutput(file.path)
            let counts = try write(zip)
            try zip.close()
            return counts
        }
        let counts =
            switch plan.form {
            case .jsonl: try rows(JSONRows(plan, answers))
            case .csv: try rows(CSVRows(plan, answers))
            case .harness: try rows(HarnessRows(plan, answers))
            case .xlsx: try archive(WorkbookLog(plan, answers).write)
            case .inspect: try archive(InspectLog(plan, answers).write)
            }
        if let sidecar = place.sidecar {
            let text = HarnessRows.aggregate(
                model: answers.model, benchmark: answers.items.benchmark, right: counts.right, rows: plan.rows)
            try Data(text.utf8).write(to: folder.appending(path: sidecar))
        }
        return GeneratedLog(
            path: place.path, model: answers.model, benchmark: answers.items.benchmark, rows: plan.rows,
            right: counts.right, textBytes: counts.bytes)
    }
}

/// Where a log lies within its folder, named as its runner names it.
private struct LogPlace {
    let path: String
    /// The file of figures beside it, if the runner writes one.
    let sidecar: String?

    init(_ form: LogForm, _ compression: LogCompression, model: String, benchmark: String) {
        let suffix = compression.suffix
        switch form {
        case .jsonl, .csv:
            path = "\(benchmark)/\(model).\(form.rawValue)\(suffix)"
            sidecar = nil
        case .harness:
            // A folder a task: the aggregate of a time is that of one call of the harness.
            path = "\(benchmark)/\(model)/samples_\(benchmark)_\(HarnessRows.time).jsonl\(suffix)"
            sidecar = "\(benchmark)/\(model)/results_\(HarnessRows.time).json"
        case .xlsx:
            path = "\(model)/\(model)_\(benchmark)_exact_matching_result.xlsx"
            sidecar = nil
        case .inspect:
            path = "2026-01-01T00-00-00+00-00_\(benchmark)_\(model).eval"
            sidecar = nil
        }
    }
}
