import Records

/// One event of a log: what happened to one sample.
struct EvalsEvent {
    let run: String
    let sample: String
    let type: String
    let data: JSONValue

    /// Nil for lines that are no events, such as the spec and the final report.
    init?(_ line: JSONValue) {
        guard let sample = line["sample_id"]?.scalarText, let type = line["type"]?.string, let data = line["data"]
        else {
            return nil
        }
        run = line["run_id"]?.scalarText ?? ""
        self.sample = sample
        self.type = type
        self.data = data
    }
}

/// What a first reading tells: the runs, the events of each sample, and the numbers that samples are scored with.
struct EvalsSurvey {
    struct SampleKey: Hashable {
        let run: Int
        let sample: String
    }

    private(set) var runs: [EvalsRun] = []
    private(set) var eventCounts: [SampleKey: Int] = [:]
    private var indices: [String: Int] = [:]

    /// The position of a run; events without an identifier belong to the first.
    func index(of run: String) -> Int? { indices[run] ?? (run.isEmpty && !runs.isEmpty ? 0 : nil) }

    mutating func add(_ line: JSONValue) {
        if let spec = line["spec"], spec.kind == .object {
            runs[position(spec["run_id"]?.scalarText ?? "")].readSpec(spec)
        } else if let report = line["final_report"] {
            runs[position(line["run_id"]?.scalarText ?? "")].readReport(report)
        } else if let event = EvalsEvent(line) {
            let run = position(event.run)
            let key = SampleKey(run: run, sample: event.sample)
            eventCounts[key, default: 0] += 1
            runs[run].count(event)
        } else {
            runs[position("")].strangeLineCount += 1
        }
    }

    private mutating func position(_ run: String) -> Int {
        if let known = index(of: run) { return known }
        // A spec without an identifier comes first and is that of the events after it.
        if runs.count == 1, indices[""] == 0, !run.isEmpty {
            indices[run] = 0
            return 0
        }
        indices[run] = runs.count
        runs.append(EvalsRun())
        return runs.count - 1
    }
}
