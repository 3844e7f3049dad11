import Foundation
import Records

/// One run of HELM on its way into a sink: requests come one by one, scores are looked up.
struct HELMRun {
    private let metrics: HELMMetrics
    private let scores: HELMScores
    private let writer: RunWriter
    private var isPerturbed: Bool
    private var perturbedCount = 0
    private var scoredCount = 0
    private var unscoredCount = 0
    private var startedAt: Double?
    private var hasImages = false
    private var group: HELMOptionGroup?

    init(
        _ identity: HELMIdentity, _ metrics: HELMMetrics, _ scores: HELMScores, itemsReported: Int?, writer: RunWriter
    ) {
        self.metrics = metrics
        self.scores = scores
        self.writer = writer
        isPerturbed = scores.isPerturbed
        writer.update {
            $0.metrics = metrics.records
            $0.itemsReported = itemsReported
        }
    }

    /// Where the items are.
    var place: InputPlace { writer.place }

    /// Counts a problem of the run.
    func note(_ problem: Problem) { writer.note(problem) }

    /// Whether all that was met are perturbed copies, so that they must be taken in a second round.
    var hasOnlyPerturbed: Bool { writer.predictionCount == 0 && group == nil && perturbedCount > 0 && !isPerturbed }

    /// Takes perturbed copies from now on.
    mutating func takePerturbed() {
        isPerturbed = true
        perturbedCount = 0
    }

    /// Hands over one element of `request_states`.
    mutating func add(request row: HELMRows.Row) throws {
        let state = row.value
        let body = state["instance"]
        guard let body, let key = HELMKey(body["id"], body["perturbation"], state["train_trial_index"]) else {
            return noteMissing("instance.id", row)
        }
        if isLeftOut(key) { return }
        let result = state["result"]
        if let time = result?["request_datetime"]?.double, time > 0 { startedAt = min(startedAt ?? time, time) }
        if let reference = state["reference_index"]?.integer {
            if group?.key != key {
                try flush()
                group = HELMOptionGroup(key, record(key, HELMInstance(body), row), HELMInstance(body))
            }
            group?.add(
                reference, isCalibration: state["request_mode"]?.string == "calibration", result,
                isMapped: !(state["output_mapping"]?.isNull ?? true))
            return
        }
        try flush()
        try add(
            state, HELMCompletions(result), key, HELMInstance(body), row,
            requestTime: result?["request_time"]?.double)
    }

    private mutating func add(
        _ state: JSONValue, _ completions: HELMCompletions, _ key: HELMKey, _ instance: HELMInstance,
        _ row: HELMRows.Row, requestTime: Double?
    ) throws {
        let measured = scores[key]
        let mapping = state["output_mapping"]?.members.map { ($0.key, $0.value.string ?? "") } ?? []
        let count = max(1, completions.texts.count, state["request"]?["num_completions"]?.integer ?? 1)
        for index in 0..<max(1, completions.texts.count) {
            let text = index < completions.texts.count ? completions.texts[index] : nil
            let answer = HELMAnswer(instance, mapping: mapping, text: text)
            var prediction = record(key, instance, row)
            prediction.epoch = key.trial * min(count, 1 << 20) + index + 1
            prediction.choices = answer.choices
            prediction.targets = answer.targets
            prediction.text = text
            prediction.runnerAnswer = answer.runnerAnswer
            prediction.failure = completions.failure
            // One request brings all completions, and their tokens in one number.
            prediction.latency = measured?.latency ?? requestTime
            if completions.texts.count == 1 { prediction.outputTokens = measured?.outputTokens }
            // HELM scores the first completion; the others are answers without scores.
            if index == 0 { prediction.scores = lookUp(key) }
            try writer.add(prediction)
        }
    }

    /// Hands over one element of `display_predictions.json` with its instance.
    mutating func add(displayed row: HELMRows.Row, instance find: () throws -> JSONValue?) throws {
        guard let key = HELMKey(row.value) else { return noteMissing("instance_id", row) }
        if isLeftOut(key) { return }
        let text = row.value["predicted_text"]?.string
        let mapped = row.value["mapped_output"]?.string
        let body = try find()
        let instance = body.map(HELMInstance.init)
        var prediction = record(key, instance, row)
        prediction.text = row.value["truncated_predicted_text"]?.string ?? text
        prediction.runnerAnswer = mapped
        if let instance {
            let reference = row.value["reference_index"]?.integer
            let chosen = reference ?? mapped.flatMap { text in instance.references.firstIndex { $0.text == text } }
            if instance.hasOptions, reference != nil || mapped != nil || Self.isLetter(text) {
                let answer = HELMAnswer(instance, chosen: chosen)
                (prediction.choices, prediction.targets) = (answer.choices, answer.targets)
                prediction.runnerAnswer = answer.runnerAnswer
                if reference != nil { prediction.text = answer.runnerAnswer }
            } else {
                prediction.targets = instance.correct
            }
        }
        prediction.scores = lookUp(key)
        prediction.latency = scores[key]?.latency
        prediction.outputTokens = scores[key]?.outputTokens
        try writer.add(prediction)
    }

    private static func isLetter(_ text: String?) -> Bool {
        let trimmed = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return trimmed.utf8.count == 1 && trimmed.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Hands over what is known without any text.
    mutating func addScoresAlone() throws {
        writer.note(
            place.problem(
                "no-text", .warning, expected: "`scenario_state.json` with the model's answers beside the scores",
                found: "none", remedy: "The runner's scores are used; put the file there to see answers."))
        for (index, row) in scores.rows.enumerated() {
            var facets: [Facet] = []
            if let split = row.part.split { facets.append(Facet(name: "split", value: split)) }
            if let subSplit = row.part.subSplit { facets.append(Facet(name: "sub_split", value: subSplit)) }
            if let name = row.key.perturbationName { facets.append(Facet(name: "perturbation", value: name)) }
            scoredCount += 1
            try writer.add(
                PredictionRecord(
                    run: 0, item: row.key.item, epoch: row.key.trial + 1, scores: metrics.scores(of: row),
                    latency: row.latency, outputTokens: row.outputTokens, facets: facets, line: index + 1))
        }
    }

    private mutating func record(_ key: HELMKey, _ instance: HELMInstance?, _ row: HELMRows.Row) -> PredictionRecord {
        hasImages = hasImages || instance?.image != nil
        return PredictionRecord(
            run: 0, item: key.item, epoch: key.trial + 1, question: instance?.question,
            facets: instance?.facets(&writer.facets, perturbation: key.perturbationName) ?? [], line: row.position)
    }

    private mutating func isLeftOut(_ key: HELMKey) -> Bool {
        guard key.perturbation != nil, !isPerturbed else { return false }
        perturbedCount += 1
        return true
    }

    private mutating func lookUp(_ key: HELMKey) -> [MetricScore] {
        guard let row = scores[key] else {
            unscoredCount += 1
            return []
        }
        scoredCount += 1
        return metrics.scores(of: row)
    }

    private mutating func flush() throws {
        guard let group else { return }
        self.group = nil
        let row = scores[group.key]
        var prediction = group.prediction(chosen: row?.predictedIndex, confidence: row?.largestProbability)
        prediction.scores = lookUp(group.key)
        try writer.add(prediction)
    }

    private func noteMissing(_ field: String, _ row: HELMRows.Row) {
        writer.note(
            place.problem(
                "missing-field", line: row.position, field: field, expected: "the instance's id", found: "none",
                remedy: "The entry is left out; check how the file was made."))
    }
}

// MARK: - The end of a run

extension HELMRun {
    /// Says that the large files are missing.
    func noteDisplayOnly() {
        writer.note(
            place.problem(
                "partial-folder", .note, expected: "`scenario_state.json`", found: "the predictions for display",
                remedy: "They hold the first completion of each instance; use the whole folder to have the others."))
    }

    /// Ends the run and tells what was left out.
    mutating func finish() throws {
        try flush()
        if perturbedCount > 0 {
            var note = place.problem(
                "perturbed-left-out", .note, field: "perturbation", expected: "plain instances",
                found: "perturbed copies of them", remedy: "They are left out; the figures are those of the plain ones."
            )
            note.count = perturbedCount
            writer.note(note)
        }
        for (name, largest) in metrics.leftOut {
            writer.note(
                place.problem(
                    "metric-left-out", .note, field: name, expected: "values from 0 to 1",
                    found: "values outside, up to \(largest)", remedy: "It is no share of a full score and is not used."
                ))
        }
        noteScores()
        if let startedAt, startedAt < 1e11 {
            let time = Date(timeIntervalSince1970: startedAt.rounded(.down)).ISO8601Format()
            writer.update { $0.startedAt = time }
        }
        if hasImages { writer.update { $0.clusterFacet = "image" } }
        try writer.finish()
    }

    private func noteScores() {
        if scores.rows.isEmpty {
            writer.note(
                place.problem(
                    "no-scores", .note, expected: "`per_instance_stats.json` beside it", found: "none",
                    remedy: "Answers are extracted and scored here."))
        } else if unscoredCount > 0 {
            var note = place.problem(
                "missing-scores", .warning, expected: "scores of each instance in `per_instance_stats.json`",
                found: "instances without", remedy: "They count as not scored; use the files of one run.")
            note.count = unscoredCount
            writer.note(note)
        }
        if scoredCount < scores.rows.count {
            var note = place.problem(
                "missing-samples", .warning, expected: "a prediction for each instance that has scores",
                found: "scores without one", remedy: "Missing items are counted as missing; use the complete files.")
            note.count = scores.rows.count - scoredCount
            writer.note(note)
        }
    }
}
