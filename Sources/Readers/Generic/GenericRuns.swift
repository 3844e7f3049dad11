import Foundation
import Records

/// Turns generic rows into the runs and predictions of a log; a file may hold several models and benchmarks.
struct GenericRuns {
    private struct RunKey: Hashable {
        var model: String
        var benchmark: String
    }

    private struct Occurrence: Hashable {
        var run: Int
        var item: String
    }

    private let log: Log
    private let guess: FieldGuess
    private let runner: String
    private let facets: [(name: String, field: String)]
    private let measures: MeasureFields
    private var names: PathNames
    private var part: LogPart
    private var indices: [RunKey: Int] = [:]
    private var runs: [RunRecord] = []
    private var figures: [String: String] = [:]
    private var epochs: [String: Int] = [:]
    private var occurrences: [Occurrence: Int] = [:]
    private var tally = ProblemTally()
    private var usesFileModel = false
    private var usesFileBenchmark = false
    /// The number of the row within its file, from 1.
    private var rowNumber = 0
    /// How many rows of the file were taken without coming here.
    var rowsTaken = 0
    /// Rows that became predictions.
    private(set) var count = 0
    /// The index of the run of the last prediction.
    private(set) var lastRun = 0

    init(log: Log, guess: FieldGuess, runner: String) {
        self.log = log
        self.guess = guess
        self.runner = runner
        measures = MeasureFields(guess.mapping)
        part = log.parts[0]
        names = PathNames(log.url, hasModel: guess.mapping.roles["model"] != nil)
        facets = guess.mapping.facets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func field(_ role: String) -> String? { guess.mapping.roles[role] }

    /// Goes on with another file of the log.
    mutating func begin(_ part: LogPart) {
        self.part = part
        names = PathNames(part.url, hasModel: field("model") != nil)
        rowNumber = 0
        rowsTaken = 0
    }

    /// The epoch of plain rows that do not tell.
    var plainEpoch: Int { (log.parts.count > 1 ? names.epoch : nil) ?? 1 }

    /// Hands over the predictions of a row: one, or one a model where columns are named after models.
    mutating func add(_ row: GenericRow, constants: [String: String], to sink: any RecordSink) throws {
        rowNumber += 1
        if let variant = guess.variant, row.text(variant.name) != variant.plain {
            return tally.add(
                problem(
                    "changed-copy", .note, line: row.line, field: variant.name,
                    expected: "`\(variant.plain)`, as in the plain rows", found: "a changed copy of an item",
                    remedy:
                        "It is left out of the accuracy; to read all rows name the field as a facet under [logs.fields]."
                ))
        }
        guard guess.modelColumns.isEmpty else {
            for column in guess.modelColumns {
                guard let text = row.text(column) else { continue }
                try add(
                    row, constants, model: guess.columnModels[column] ?? column,
                    text: guess.columnsAreScores ? nil : text,
                    score: guess.columnsAreScores ? text : guess.columnScores[column].flatMap { row.text($0) }, sink)
            }
            return
        }
        let model = field("model").flatMap { row.text($0) }
        let score = field("score").flatMap { row.text($0) }
        var text = field("prediction").flatMap { row.text($0) }
        if text == nil, score == nil, let name = field("prediction"), row.isEmptyText(name),
            field("answer").flatMap({ row.text($0) }) == nil
        {
            // The model was asked and said nothing, which is an answer to be judged.
            text = ""
        }
        try add(row, constants, model: model, text: text, score: score, sink)
    }

    private mutating func add(
        _ row: GenericRow, _ constants: [String: String], model: String?, text: String?, score: String?,
        _ sink: any RecordSink
    ) throws {
        func field(_ role: String) -> String? { self.field(role).flatMap { row.text($0) } }
        let failure = field("error").flatMap { Self.isFalse($0) ? nil : $0 }
        guard text != nil || score != nil || failure != nil || field("item") != nil || row.key != nil else {
            return tally.add(
                problem(
                    "unread-rows", .warning, line: row.line, expected: "a prediction, a score or an item in each row",
                    found: "a row with none of them", remedy: "It was left out."))
        }
        let benchmark = field("benchmark") ?? Self.constant(constants, "benchmark")
        if model == nil, Self.constant(constants, "model") == nil { usesFileModel = true }
        if benchmark == nil { usesFileBenchmark = true }
        let name = model ?? Self.constant(constants, "model").map(Self.modelName) ?? names.model
        // Answers under another setting are no repeats.
        let setting = guess.setting.flatMap { row.text($0) }
        let key = RunKey(
            model: setting.map { "\(name) \($0)" } ?? name, benchmark: benchmark ?? names.benchmark)
        let index = try run(key, sink)
        let choices = self.field("choices").map { row.list($0) } ?? guess.optionColumns.compactMap { row.text($0) }
        let item = item(of: row, named: field("item"))
        var prediction = PredictionRecord(
            run: index, item: item, epoch: epoch(field("epoch"), row, of: Occurrence(run: index, item: item)),
            question: field("question"), choices: choices, targets: self.field("target").map { row.list($0) } ?? [],
            text: text, runnerAnswer: field("answer"), scores: scores(of: row, judged: score),
            confidence: confidence(field("confidence"), line: row.line), failure: failure,
            facets: facets.compactMap { facet in row.text(facet.field).map { Facet(name: facet.name, value: $0) } },
            line: row.line)
        // Beside columns named after models the measures are nobody's in particular.
        if guess.modelColumns.isEmpty { measures.enter(row, into: &prediction) }
        try sink.add(prediction)
        count += 1
        lastRun = index
    }

    private mutating func item(of row: GenericRow, named name: String?) -> String {
        if let text = guess.mapping.texts["item"], let item = try? PathParts(url: part.url, captures: [:]).fill(text) {
            return item
        }
        if let item = name ?? row.key {
            return guess.itemPart.flatMap { row.text($0) }.map { "\($0)/\(item)" } ?? item
        }
        tally.add(
            problem(
                "no-item-key", .warning, line: row.line, field: "item", expected: "a field that names each item",
                found: "none; rows are counted instead",
                remedy: "Models pair only if their rows have the same order. Name a field under [logs.fields] item."))
        return String(rowNumber + rowsTaken)
    }

    private func scores(of row: GenericRow, judged: String?) -> [MetricScore] {
        var scores: [MetricScore] = []
        if field("score") != nil || guess.columnsAreScores || !guess.columnScores.isEmpty {
            scores.append(MetricScore(metric: 0, value: judged.flatMap(ScoreText.value).map { $0 / guess.scoreScale }))
        }
        if guess.comparedFigure != nil, let prediction = field("prediction").flatMap({ row.text($0) }),
            let target = field("target").flatMap({ row.text($0) })
        {
            scores.append(MetricScore(metric: 0, value: prediction.lowercased() == target.lowercased() ? 1 : 0))
        }
        for further in guess.furtherScores {
            let value = row.text(further.name).flatMap(ScoreText.value).map { $0 / further.scale }
            scores.append(MetricScore(metric: scores.count, value: value))
        }
        return scores
    }

    private mutating func confidence(_ text: String?, line: Int) -> Double? {
        guard let text else { return nil }
        let value = ScoreText.value(text) ?? .nan
        if (0...1).contains(value) { return value }
        tally.add(
            problem(
                "confidence-out-of-range", .warning, line: line, field: field("confidence") ?? "confidence",
                expected: "probabilities from 0 to 1, or percent with a % sign", found: "`\(text.prefix(40))`",
                remedy: "These rows count without a confidence."))
        return nil
    }

    /// Epochs are numbers as they stand; words are numbered in the order in which they come. Without a field the place
    /// in the row's list of answers counts, or the number in the file's name.
    private mutating func epoch(_ text: String?, _ row: GenericRow, of occurrence: Occurrence) -> Int {
        if text == nil, guess.variant != nil {
            // The plain item stands beside each kind of copy: once more is a repeat.
            occurrences[occurrence, default: 0] += 1
            return occurrences[occurrence, default: 1]
        }
        guard let text else { return row.repetition ?? plainEpoch }
        if let number = Int(text), number >= 0 { return number }
        if let known = epochs[text] { return known }
        epochs[text] = epochs.count + 1
        return epochs.count
    }

    private mutating func run(_ key: RunKey, _ sink: any RecordSink) throws -> Int {
        if let known = indices[key] { return known }
        var metrics: [MetricRecord] = []
        if let score = field("score") {
            metrics.append(MetricRecord(name: score, scale: guess.scoreScale))
        } else if guess.columnsAreScores || !guess.columnScores.isEmpty {
            metrics.append(MetricRecord(name: "score", scale: guess.scoreScale))
        }
        if let figure = guess.comparedFigure { metrics.append(MetricRecord(name: figure)) }
        metrics += guess.furtherScores.map { MetricRecord(name: $0.name, scale: $0.scale) }
        let run = RunRecord(
            index: runs.count, runner: runner, model: key.model, benchmark: key.benchmark, startedAt: names.startedAt,
            metrics: metrics, clusterFacet: guess.clusterFacet)
        runs.append(run)
        indices[key] = run.index
        try sink.begin(run.withFiniteFigures)
        return run.index
    }

    /// Keeps the figures that stand beside the rows of a file or in a file beside the log.
    mutating func note(figures constants: [String: String]) { figures.merge(constants) { first, _ in first } }

    /// Counts a problem.
    mutating func note(_ problem: Problem) { tally.add(problem) }

    /// Ends all runs and tells what was noted.
    func finish(to sink: any RecordSink) throws {
        for run in runs {
            // Figures beside the rows of several runs are nobody's in particular.
            try sink.finish((runs.count == 1 ? ReportedFigures(figures).completing(run) : run).withFiniteFigures)
        }
        tally.report(to: sink)
        let place = InputPlace(file: log.path)
        if usesFileModel, guess.mapping.texts["model"] == nil, let run = runs.first {
            sink.note(place.missingModel(used: run.model))
        }
        if usesFileBenchmark, guess.mapping.texts["benchmark"] == nil, let run = runs.first {
            sink.note(place.missingBenchmark(used: run.benchmark))
        }
    }

    private func problem(
        _ kind: String, _ severity: Problem.Severity, line: Int, field: String? = nil, expected: String, found: String,
        remedy: String
    ) -> Problem {
        InputPlace(file: part.path).problem(
            kind, severity, line: line, field: field, expected: expected, found: found, remedy: remedy)
    }

    /// The name in arguments such as `pretrained=org/name,dtype=auto`; anything else is the name itself.
    private static func modelName(_ text: String) -> String {
        guard text.contains("=") else { return text }
        let pairs = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let named = pairs.first { $0.count == 2 && ["pretrained", "model", "model_name", "path"].contains($0[0]) }
        return named?[1] ?? text
    }

    private static func constant(_ constants: [String: String], _ role: String) -> String? {
        // Most logs have nothing beside their rows, and this is asked for each of them.
        guard !constants.isEmpty else { return nil }
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
