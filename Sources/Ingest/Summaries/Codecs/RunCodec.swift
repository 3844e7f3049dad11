import Records
import Store

/// A run as a summary keeps it.
struct RunForm: Codable {
    var modelName: String
    var benchmark: Int
    var index: Int
    var model: String
    var startedAt: String?
    var clusterFacet: String?
    var items: Int
    var itemsReported: Int?
    var predictions: Int
    var epochs: Int
    var duplicates: Int
    var unparsed: Int
    var refused: Int
    var errors: Int
    var absent: Int
    var unscored: Int
    var scoredByBoth: Int
    var disagreements: Int
    var unresolved: VectorForm
    var confidences: VectorForm?
    var scores: [Scores]
    var measures: [Measure]
    var fingerprint: FingerprintForm
    /// What was answered, if the summary has texts.
    var answers: Answers?

    struct Scores: Codable {
        var metric: String
        /// Numbers that are no counts stand as their bits, so that none is rounded.
        var reported: UInt64?
        var reportedNote: String?
        var scale: UInt64
        var higherIsBetter: Bool
        var mean: UInt64?
        var values: VectorForm
        var parsedValues: VectorForm
        var epochValues: [VectorForm]
    }

    struct Measure: Codable {
        var name: PredictionMeasure
        var values: VectorForm
    }

    struct Answers: Codable {
        var columns: Int
        var texts: [Int]
    }
}

extension RunForm {
    init(_ run: ReadLog.Run, texts hasTexts: Bool, to parts: inout PartWriter) {
        let stored = run.stored
        modelName = run.modelName
        benchmark = run.benchmark
        index = stored.index
        model = stored.model
        startedAt = stored.startedAt
        clusterFacet = stored.clusterFacet
        items = stored.items
        itemsReported = stored.itemsReported
        predictions = stored.predictions
        epochs = stored.epochs
        duplicates = stored.duplicates
        unparsed = stored.unparsed
        refused = stored.refused
        errors = stored.errors
        absent = stored.absent
        unscored = stored.unscored
        scoredByBoth = stored.scoredByBoth
        disagreements = stored.disagreements
        unresolved = VectorForm(stored.unresolved, to: &parts)
        confidences = stored.confidences.map { VectorForm($0, to: &parts) }
        scores = stored.scores.map { Scores($0, to: &parts) }
        measures = []
        for name in PredictionMeasure.allCases {
            guard let values = run.measures[name] else { continue }
            measures.append(Measure(name: name, values: VectorForm(values, to: &parts)))
        }
        fingerprint = FingerprintForm(run.fingerprint, to: &parts)
        if hasTexts {
            answers = Answers(
                columns: parts.add(run.predictions.storedColumns),
                texts: run.predictions.storedTexts.map { parts.add($0) })
        }
    }

    /// - Parameter benchmarks: the benchmarks of the log with their items, by number.
    func decoded(from parts: PartReader, benchmarks: [(name: String, itemCount: Int)]) throws -> ReadLog.Run {
        guard benchmarks.indices.contains(benchmark), index >= 0, epochs > 0 else { throw DamagedPart() }
        let (name, itemCount) = benchmarks[benchmark]
        func vector(_ form: VectorForm) throws -> ScoreVector { try form.decoded(from: parts, itemCount: itemCount) }
        var stored = StoredRun(model: model, benchmark: name)
        stored.index = index
        stored.startedAt = startedAt
        stored.clusterFacet = clusterFacet
        stored.items = items
        stored.itemsReported = itemsReported
        stored.predictions = predictions
        stored.epochs = epochs
        stored.duplicates = duplicates
        stored.unparsed = unparsed
        stored.refused = refused
        stored.errors = errors
        stored.absent = absent
        stored.unscored = unscored
        stored.scoredByBoth = scoredByBoth
        stored.disagreements = disagreements
        stored.unresolved = try vector(unresolved)
        stored.confidences = try confidences.map(vector)
        stored.scores = try scores.map { scores in
            guard scores.epochValues.isEmpty || scores.epochValues.count == epochs else { throw DamagedPart() }
            return try scores.decoded(vector)
        }
        var run = ReadLog.Run(modelName: modelName, benchmark: benchmark, stored: stored)
        for measure in measures { run.measures[measure.name] = try vector(measure.values) }
        run.fingerprint = try fingerprint.decoded(from: parts, itemCount: itemCount)
        if let answers {
            let columns = try parts.bytes(answers.columns)
            let texts = try answers.texts.map { try parts.bytes($0) }
            guard
                let predictions = PackedPredictions(storedColumns: columns, storedTexts: texts, itemCount: itemCount)
            else { throw DamagedPart() }
            run.predictions = predictions
        }
        return run
    }
}

extension RunForm.Scores {
    fileprivate init(_ scores: StoredScores, to parts: inout PartWriter) {
        metric = scores.metric.name
        reported = scores.metric.reported?.bitPattern
        reportedNote = scores.metric.reportedNote
        scale = scores.metric.scale.bitPattern
        higherIsBetter = scores.metric.higherIsBetter
        mean = scores.mean?.bitPattern
        values = VectorForm(scores.values, to: &parts)
        parsedValues = VectorForm(scores.parsedValues, to: &parts)
        epochValues = scores.epochValues.map { VectorForm($0, to: &parts) }
    }

    fileprivate func decoded(_ vector: (VectorForm) throws -> ScoreVector) throws -> StoredScores {
        StoredScores(
            metric: MetricRecord(
                name: metric, reported: reported.map { Double(bitPattern: $0) }, reportedNote: reportedNote,
                scale: Double(bitPattern: scale), higherIsBetter: higherIsBetter),
            mean: mean.map { Double(bitPattern: $0) }, values: try vector(values),
            parsedValues: try vector(parsedValues), epochValues: try epochValues.map(vector))
    }
}
