import Findings
import Foundation
import Ingest
import Records
import Store
import WholeFiles

/// Writes one run: first its rows, whose digest names the files, then the aggregate.
struct RunExport {
    let run: StoredRun
    let matrix: BenchmarkMatrix
    let source: StoredSource?
    let findings: FindingsDocument
    let model: String
    let evaluationID: String
    let time: String?
    let path: DatastorePath
    let organisation: String

    /// The metrics that scored anything: the runner's, or Acuity's own where the runner has none.
    private var metrics: [StoredScores] {
        let scored = run.scores.filter { $0.mean != nil }
        let own = scored.filter { $0.metric.name != RunTally.ownMetric }
        return own.isEmpty ? scored : own
    }

    /// Acuity's own score has another name in the export, because a log that is read again has one of its own beside it.
    private func resultID(_ scores: StoredScores) -> String {
        scores.metric.name == RunTally.ownMetric ? "\(RunTally.ownMetric):accuracy" : scores.metric.name
    }

    /// - Returns: the path of the aggregate below the output folder; nil if no prediction has a score.
    func write(from store: Store, to output: URL) throws -> String? {
        let folder = output.appendingPathComponent(path.folder, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        WholeFile.removeLeftOvers(in: folder)
        let partial = folder.appendingPathComponent(WholeFile.partialName("samples"))
        defer { try? FileManager.default.removeItem(at: partial) }
        let (rows, unscored) = try writeRows(from: store, to: partial)
        guard rows > 0 else { return nil }
        let checksum = try Digest.ofFile(partial).sha256
        let uuid = DatastorePath.uuid(checksum)
        let samples = "\(path.folder)/\(uuid)_samples.jsonl"
        let aggregate = EvaluationAggregate(
            evaluation_id: evaluationID, evaluation_timestamp: time, retrieved_timestamp: time ?? "0",
            source_metadata: .init(
                source_organization_name: organisation,
                additional_details: [
                    "acuity_version": findings.acuityVersion, "log_sha256": source?.sha256 ?? "",
                    // The folders above it are nobody else's business.
                    "log": run.sourcePath.split(separator: "/").last.map(String.init) ?? run.sourcePath,
                ]),
            eval_library: .init(name: source?.runner ?? "unknown", version: source?.runnerVersion ?? "unknown"),
            model_info: .init(name: name, id: model, developer: path.developer),
            evaluation_results: metrics.map(result),
            detailed_evaluation_results: .init(
                file_path: samples, checksum: checksum, total_rows: rows,
                additional_details: unscored > 0 ? ["unscored_predictions": String(unscored)] : nil))
        let target = output.appendingPathComponent(samples)
        // In one step: rows of the same digest that are there already are the same.
        guard rename(partial.path, target.path) == 0 else {
            throw Problem.unwritable(file: target.path, found: String(cString: strerror(errno)))
        }
        let file = "\(path.folder)/\(uuid).json"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try WholeFile.write(
            try encoder.encode(aggregate) + Data("\n".utf8), to: output.appendingPathComponent(file))
        return file
    }

    private var name: String {
        findings.models.first { $0.id == run.model }.flatMap { $0.name == $0.id ? nil : $0.name } ?? model
    }

    // MARK: - Rows

    private func writeRows(from store: Store, to file: URL) throws -> (rows: Int, unscored: Int) {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        func write(_ rows: Data) throws {
            do {
                try handle.write(contentsOf: rows)
            } catch {
                throw Problem.unwritable(file: file.path, found: error.localizedDescription)
            }
        }
        defer { try? handle.close() }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let metrics = metrics
        var buffer = Data()
        var rows = 0
        var unscored = 0
        var lastPosition = -1
        var repeats = 0
        try store.forEachPrediction(ofRun: run.id) { prediction in
            repeats = prediction.position == lastPosition ? repeats + 1 : 0
            lastPosition = prediction.position
            var isScored = false
            for scores in metrics {
                // Vectors of epochs hold an item's first, second ... answer whatever the epochs' numbers are.
                let vector = scores.epochValues.isEmpty ? scores.values : scores.epochValues[repeats]
                let score = vector[prediction.position]
                guard score.isFinite else { continue }
                isScored = true
                rows += 1
                buffer += try encoder.encode(row(prediction, scores, score: score))
                buffer.append(0x0A)
            }
            if !isScored { unscored += 1 }
            if buffer.count > 1 << 18 {
                try write(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try write(buffer)
        return (rows, unscored)
    }

    private func row(_ prediction: ItemPrediction, _ scores: StoredScores, score: Double) -> InstanceRow {
        let item = prediction.item
        var metadata: [String: String] = [:]
        for facet in matrix.facets { metadata[facet.name] = facet[prediction.position] }
        if run.epochs > 1 { metadata["epoch"] = String(prediction.epoch) }
        return InstanceRow(
            evaluation_id: evaluationID, model_id: model, evaluation_name: matrix.benchmark,
            evaluation_result_id: resultID(scores), sample_id: item.key, sample_hash: hash(item),
            input: .init(raw: item.question ?? "", reference: item.targets),
            output: .init(raw: prediction.text.map { [$0] } ?? []), answer_attribution: attribution(prediction),
            evaluation: .init(score: score, is_correct: scores.metric.higherIsBetter ? score >= 1 : score <= 0),
            error: prediction.failure, metadata: metadata.isEmpty ? nil : metadata)
    }

    private func hash(_ item: StoredItem) -> String? {
        guard let question = item.question else { return nil }
        let digest = Digest()
        digest.update(question + item.targets.joined())
        return digest.finish()
    }

    private func attribution(_ prediction: ItemPrediction) -> [InstanceRow.Attribution] {
        if let answer = prediction.runnerAnswer { return [.init(extracted_value: answer, extraction_method: "runner")] }
        guard let answer = prediction.answer.value else { return [] }
        return [.init(extracted_value: answer, extraction_method: "acuity:\(prediction.answer.rule ?? "none")")]
    }

    // MARK: - Figures

    private func result(_ scores: StoredScores) -> EvaluationAggregate.Result {
        let values = scores.values.values.filter(\.isFinite)
        let isBinary = values.allSatisfy { $0 == 0 || $0 == 1 } && scores.epochValues.isEmpty
        let isFraction = values.allSatisfy { (0...1).contains($0) }
        var details: [String: String] = [:]
        if let reported = scores.metric.reported {
            details["reported_by_runner"] = String(reported / scores.metric.scale)
        }
        details["reported_note"] = scores.metric.reportedNote
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        let (uncertainty, notes) = uncertainty(of: scores, values: values, mean: mean)
        return EvaluationAggregate.Result(
            evaluation_result_id: resultID(scores), evaluation_name: matrix.benchmark,
            source_data: .init(dataset_name: matrix.benchmark),
            metric_config: .init(
                metric_name: resultID(scores), metric_unit: isFraction ? "proportion" : "points",
                lower_is_better: !scores.metric.higherIsBetter, score_type: isBinary ? "binary" : "continuous",
                min_score: isFraction ? .number(0) : .word("-Infinity"),
                max_score: isFraction ? .number(1) : .word("Infinity"),
                additional_details: details.isEmpty ? nil : details),
            score_details: .init(score: mean, details: notes, uncertainty: uncertainty))
    }

    /// The uncertainty that the findings give to the run's score by the metric that judges; for other metrics and runs
    /// that the estimates do not use, how many items there are and how much they vary.
    private func uncertainty(
        of scores: StoredScores, values: [Double], mean: Double
    ) -> (EvaluationAggregate.Uncertainty, [String: String]?) {
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        var uncertainty = EvaluationAggregate.Uncertainty(num_samples: values.count)
        if values.count > 1 { uncertainty.standard_deviation = (squares / Double(values.count - 1)).squareRoot() }
        guard let estimate = estimate(of: scores), abs(estimate.estimate - mean) <= 1e-9 else {
            return (uncertainty, nil)
        }
        uncertainty.standard_error = .init(value: estimate.standardError, method: "analytic")
        let chosen = estimate.interval
        if let bootstrap = estimate.bootstrap {
            uncertainty.confidence_interval = .init(
                lower: bootstrap.lower, upper: bootstrap.upper, confidence_level: bootstrap.level,
                method: bootstrap.method)
            // A distribution that was computed in full has no resamples to count.
            if bootstrap.lowerError > 0 || bootstrap.upperError > 0 {
                uncertainty.num_bootstrap_samples = findings.study.replicates
            }
        } else {
            uncertainty.confidence_interval = .init(
                lower: chosen.lower, upper: chosen.upper, confidence_level: chosen.level, method: chosen.method)
        }
        return (
            uncertainty,
            [
                "interval_lower": String(chosen.lower), "interval_upper": String(chosen.upper),
                "interval_level": String(chosen.level), "interval_method": chosen.method,
                "interval_reason": chosen.reason, "clusters": String(estimate.clusters),
                "lower_bound_if_unanswered_wrong": String(estimate.lowerBound),
                "upper_bound_if_unanswered_right": String(estimate.upperBound),
            ]
        )
    }

    private func estimate(of scores: StoredScores) -> EstimateFinding? {
        let isUsed = findings.runs.contains {
            $0.isUsed && $0.model == run.model && $0.benchmark == matrix.benchmark && $0.source == run.sourcePath
        }
        let demanded = findings.benchmarks.first { $0.id == matrix.benchmark }?.metric
        let judge = run.scores.first { $0.metric.name == demanded } ?? run.scores.first
        guard isUsed, judge?.metric.name == scores.metric.name else { return nil }
        return findings.estimates.first {
            $0.scope == .benchmark && $0.model == run.model && $0.benchmark == matrix.benchmark
        }
    }
}
