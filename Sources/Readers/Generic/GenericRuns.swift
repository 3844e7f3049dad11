import Foundation
import Records

/// Turns generic rows into the runs and predictions of a log; a file may hold several models and benchmarks.
struct GenericRuns {
    private struct RunKey: Hashable {
        var model: String
        var benchmark: String
    }

    private let log: Log
    private let guess: FieldGuess
    private let runner: String
    private let metric: String?
    private let facets: [(name: String, field: String)]
    private var indices: [RunKey: Int] = [:]
    private var runs: [RunRecord] = []
    private var lastKey: RunKey?
    private var lastIndex = 0
    private var epochs: [String: Int] = [:]
    private var unnumbered = 0
    private var unread = 0
    private var strangeConfidences = 0
    /// Rows that became predictions.
    private(set) var count = 0

    init(log: Log, guess: FieldGuess, runner: String) {
        self.log = log
        self.guess = guess
        self.runner = runner
        metric = guess.mapping.roles["score"]
        facets = guess.mapping.facets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func field(_ role: String) -> String? { guess.mapping.roles[role] }

    mutating func add(_ row: GenericRow, constants: [String: String], to sink: any RecordSink) throws {
        func text(_ role: String) -> String? { field(role).flatMap { row.text($0) } }
        let prediction = text("prediction")
        let score = text("score")
        let failure = text("error").flatMap { Self.isFalse($0) ? nil : $0 }
        guard prediction != nil || score != nil || failure != nil || row.text(field("item") ?? "") != nil else {
            unread += 1
            return
        }
        let key = RunKey(
            model: text("model") ?? Self.constant(constants, "model") ?? fileModel,
            benchmark: text("benchmark") ?? Self.constant(constants, "benchmark")
                ?? fileBenchmark(hasModel: field("model") != nil))
        let index = try run(key, sink)
        var item = text("item") ?? row.key
        if item == nil {
            unnumbered += 1
            item = String(count + 1)
        }
        var scores: [MetricScore] = []
        if metric != nil {
            scores.append(MetricScore(metric: 0, value: score.flatMap(ScoreText.value).map { $0 / guess.scoreScale }))
        }
        let confidence = text("confidence").map { ScoreText.value($0) ?? .nan }
        if let confidence, !(0...1).contains(confidence) { strangeConfidences += 1 }
        let choices = field("choices").map { row.list($0) } ?? guess.optionColumns.compactMap { row.text($0) }
        try sink.add(
            PredictionRecord(
                run: index, item: item ?? "", epoch: epoch(text("epoch")), question: text("question"), choices: choices,
                targets: field("target").map { row.list($0) } ?? [], text: prediction, runnerAnswer: text("answer"),
                scores: scores, confidence: confidence.flatMap { (0...1).contains($0) ? $0 : nil }, failure: failure,
                facets: facets.compactMap { facet in row.text(facet.field).map { Facet(name: facet.name, value: $0) } },
                line: row.line))
        count += 1
    }

    func finish(to sink: any RecordSink) throws {
        for run in runs { try sink.finish(run) }
        if unnumbered > 0 {
            sink.note(
                Problem(
                    kind: "no-item-key", severity: .warning, file: log.path, field: "item",
                    expected: "a field that names each item", found: "none; rows are counted instead",
                    remedy:
                        "Models pair only if their rows have the same order. Name a field under [logs.fields] item.",
                    count: unnumbered))
        }
        if unread > 0 {
            sink.note(
                Problem(
                    kind: "unread-rows", severity: .warning, file: log.path,
                    expected: "a prediction, a score or an item in each row",
                    found: "rows with none of them", remedy: "They were left out.", count: unread))
        }
        if strangeConfidences > 0 {
            sink.note(
                Problem(
                    kind: "confidence-out-of-range", severity: .warning, file: log.path,
                    field: field("confidence") ?? "confidence",
                    expected: "probabilities from 0 to 1, or percent with a % sign",
                    found: "other values", remedy: "These rows count without a confidence.", count: strangeConfidences))
        }
        if field("model") == nil, !runs.isEmpty {
            sink.note(
                Problem(
                    kind: "model-from-file-name", severity: .note, file: log.path, field: "model",
                    expected: "a field with the model's name", found: "none; `\(runs[0].model)` is used",
                    remedy: "Name a field under [logs.fields] model, or give this name as an alias in the study file."))
        }
    }

    private mutating func run(_ key: RunKey, _ sink: any RecordSink) throws -> Int {
        if key == lastKey { return lastIndex }
        lastKey = key
        if let known = indices[key] {
            lastIndex = known
            return known
        }
        let run = RunRecord(
            index: runs.count, runner: runner, model: key.model, benchmark: key.benchmark,
            metrics: metric.map { [MetricRecord(name: $0, scale: guess.scoreScale)] } ?? [],
            clusterFacet: guess.clusterFacet)
        runs.append(run)
        indices[key] = run.index
        lastIndex = run.index
        try sink.begin(run)
        return run.index
    }

    /// Epochs are numbers as they stand; words are numbered in the order in which they come.
    private mutating func epoch(_ text: String?) -> Int {
        guard let text else { return 1 }
        if let number = Int(text), number >= 0 { return number }
        if let known = epochs[text] { return known }
        epochs[text] = epochs.count + 1
        return epochs.count
    }

    private var fileModel: String {
        // A file that is named after what it holds leaves the model's name to its folder.
        let name = fileStem
        let says = [
            "predictions", "results", "raw", "raw_labeled", "output", "outputs", "samples", "responses", "eval",
        ]
        return says.contains(name.lowercased()) ? log.url.deletingLastPathComponent().lastPathComponent : name
    }

    private var fileStem: String {
        var name = LogProbe.innerName(log.url.lastPathComponent)
        if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
        for ending in [".raw", "_predictions", "_results", "_responses", "_outputs"]
        where name.hasSuffix(ending) && name.count > ending.count {
            name = String(name.dropLast(ending.count))
        }
        return name
    }

    /// Without a model in the rows the file is named after the model, and the folder after the benchmark.
    private func fileBenchmark(hasModel: Bool) -> String {
        let folder = log.url.deletingLastPathComponent()
        if hasModel { return fileStem }
        return fileModel == fileStem ? folder.lastPathComponent : folder.deletingLastPathComponent().lastPathComponent
    }

    private static func constant(_ constants: [String: String], _ role: String) -> String? {
        for name in FieldGuess.names[role] ?? [] {
            if let match = constants.filter({ FieldGuess.folded($0.key) == name }).min(by: { $0.key < $1.key }) {
                return match.value
            }
        }
        return nil
    }

    private static func isFalse(_ text: String) -> Bool {
        ["false", "0", "none", "null", "no", "nan"].contains(text.lowercased())
    }
}
