import Records

/// Reads the event logs of openai/evals (`oaieval`): one log is one run, or several if files were joined.
///
/// The file is read twice: first the events of each sample are counted, then they are gathered by sample and a sample is
/// handed over with its last event. So memory holds the texts of the samples that are under way, not those of the file.
public struct OpenAIEvalsReader: LogReader {
    public let runner = Runner(
        id: "openai-evals", name: "OpenAI Evals", files: "the JSONL of events that `oaieval` records (`--record_path`)")

    public init() {}

    public func recognise(_ probe: LogProbe) -> Recognition? {
        let outline = probe.outline
        guard outline.root == .object else { return nil }
        if outline.has("spec"), outline.kinds["spec"] == "{",
            outline.has("spec.completion_fns") || outline.has("spec.eval_name") || outline.has("spec.run_id")
        {
            return Recognition(confidence: 0.98, reason: "a first line with the `spec` of an eval")
        }
        if outline.has("run_id", "event_id", "sample_id", "type", "data") {
            return Recognition(confidence: 0.97, reason: "events with `run_id`, `sample_id`, `type` and `data`")
        }
        if outline.has("final_report", "run_id") {
            return Recognition(confidence: 0.9, reason: "a line with the `final_report` of an eval")
        }
        return nil
    }

    public func read(_ log: Log, into sink: any RecordSink) throws {
        var survey = EvalsSurvey()
        var notes: [Problem] = []
        try JSONRows(open: log.open).forEach(note: { notes.append($0) }) { survey.add($0.value) }
        let place = InputPlace(file: log.path)
        guard !survey.runs.isEmpty else {
            throw notes.first
                ?? place.problem(
                    "no-rows", expected: "a `spec` line and events", found: "neither",
                    remedy: "Check that `oaieval` recorded the run here.")
        }
        let writers = survey.runs.enumerated().map { index, run in
            RunWriter(
                run.record(index: index, runner: runner.id, fileStem: log.url.deletingPathExtension().lastPathComponent),
                place: place, sink: sink)
        }
        for note in notes { writers[0].note(note) }
        for (writer, run) in zip(writers, survey.runs) { run.note(to: writer) }
        try readSamples(log, survey, writers)
        for writer in writers { try writer.finish() }
    }

    private func readSamples(_ log: Log, _ survey: EvalsSurvey, _ writers: [RunWriter]) throws {
        var remaining = survey.eventCounts
        var samples: [EvalsSurvey.SampleKey: EvalsSample] = [:]
        // Lines that cannot be read were told in the first reading.
        try JSONRows(open: log.open).forEach(note: { _ in }) { row in
            guard let event = EvalsEvent(row.value), let index = survey.index(of: event.run) else { return }
            let key = EvalsSurvey.SampleKey(run: index, sample: event.sample)
            samples[key, default: EvalsSample(line: row.line)].add(event)
            remaining[key, default: 1] -= 1
            guard remaining[key] == 0, let sample = samples.removeValue(forKey: key) else { return }
            let writer = writers[index]
            for prediction in sample.predictions(item: event.sample, run: survey.runs[index], writer: writer) {
                try writer.add(prediction)
            }
        }
    }
}
