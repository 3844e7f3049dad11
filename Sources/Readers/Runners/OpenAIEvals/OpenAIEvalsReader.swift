import Foundation
import Records

/// Reads the event logs of openai/evals (`oaieval`): one log is one run, or several if files were joined.
///
/// The file is read twice: first the events of each sample are counted, then they are gathered, and a sample is handed
/// over with its last event. So memory holds the texts of the samples that are under way, not those of the file.
public struct OpenAIEvalsReader: LogReader {
    /// OpenAI Evals, with the identifier `openai-evals`.
    public let runner = Runner(
        id: "openai-evals", name: "OpenAI Evals", files: "the JSONL of events that `oaieval` records (`--record_path`)")

    /// A reader without settings.
    public init() {}

    /// Goes by the line with the `spec`, by events, or by the `final_report`.
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

    /// Reads the log twice, as the type says; lines that cannot be read are noted.
    ///
    /// - Throws: `Problem` if there is no run in it or the file cannot be read; what the sink throws.
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
        let writers = EvalsWriters(survey, log: log, runner: runner.id, sink: sink)
        try readSamples(log, survey, writers)
        for note in notes { writers.writer(0).note(note) }
        try writers.finish()
    }

    private func readSamples(_ log: Log, _ survey: EvalsSurvey, _ writers: EvalsWriters) throws {
        var remaining = survey.eventCounts
        var samples: [EvalsSurvey.SampleKey: EvalsSample] = [:]
        // Lines that cannot be read were told in the first reading.
        try JSONRows(open: log.open).forEach(note: { _ in }) { row in
            guard let event = EvalsEvent(row.value), let index = survey.index(of: event.run) else { return }
            let key = EvalsSurvey.SampleKey(run: index, sample: event.sample)
            samples[key, default: EvalsSample(line: row.line)].add(event)
            remaining[key, default: 1] -= 1
            guard remaining[key] == 0, let sample = samples.removeValue(forKey: key) else { return }
            let writer = writers.writer(index)
            for prediction in sample.predictions(item: event.sample, run: survey.runs[index], writer: writer) {
                try writer.add(prediction)
            }
        }
    }
}

/// The runs of one log, numbered as their first samples end, because runs are announced in the order of their numbers.
private final class EvalsWriters {
    private let survey: EvalsSurvey
    private let log: Log
    private let runner: String
    private let sink: any RecordSink
    private var writers: [RunWriter] = []
    private var positions: [Int: Int] = [:]

    init(_ survey: EvalsSurvey, log: Log, runner: String, sink: any RecordSink) {
        self.survey = survey
        self.log = log
        self.runner = runner
        self.sink = sink
    }

    /// The writer of a run of the survey.
    func writer(_ run: Int) -> RunWriter {
        if let known = positions[run] { return writers[known] }
        let stem = (LogProbe.innerName(log.url.lastPathComponent) as NSString).deletingPathExtension
        let writer = RunWriter(
            survey.runs[run].record(index: writers.count, runner: runner, fileStem: stem),
            place: InputPlace(file: log.path), sink: sink)
        survey.runs[run].note(to: writer)
        positions[run] = writers.count
        writers.append(writer)
        return writer
    }

    /// Ends all runs, those without samples too.
    func finish() throws {
        for run in survey.runs.indices { _ = writer(run) }
        for writer in writers { try writer.finish() }
    }
}
