import Records

/// Reads one eval: its rows once to survey them, and once to hand them over, a run for each provider.
struct PromptfooEval {
    typealias Rows = (_ note: (Problem) -> Void, _ body: (JSONValue, Int) throws -> Void) throws -> Void

    let log: Log
    let source: Rows
    let header: PromptfooHeader
    let place: InputPlace

    static let passRate = "pass rate"
    static let score = "score"

    init(log: Log, source: @escaping Rows, header: PromptfooHeader, place: InputPlace) {
        self.log = log
        self.source = source
        self.header = header
        self.place = place
    }

    /// - Parameter firstIndex: the index of the next run of the log, counted up by the runs of this eval.
    func read(firstIndex: inout Int, sink: any RecordSink) throws {
        var survey = PromptfooSurvey(header: header)
        var notes: [Problem] = []
        try source({ notes.append($0) }) { survey.add(PromptfooRow($0), line: $1) }
        survey.finish()
        if survey.strangeRowCount > 0 { notes.append(strange(survey)) }
        guard survey.rowCount > 0 else {
            for note in notes { sink.note(note) }
            return
        }
        var runs = PromptfooRuns(eval: self, survey: survey, firstIndex: firstIndex, sink: sink)
        for note in notes { runs.note(note) }
        // What cannot be read was told in the first reading.
        try source({ _ in }) { try runs.add(PromptfooRow($0), line: $1) }
        firstIndex = try runs.finish()
    }

    private func strange(_ survey: PromptfooSurvey) -> Problem {
        var problem = place.problem(
            "missing-field", .error, line: survey.firstStrangeLine, field: "provider",
            expected: "a result with `provider` and `success`", found: "a row without them",
            remedy: "The row is left out; check how the file was made.")
        problem.count = survey.strangeRowCount
        return problem
    }

    /// The benchmark: the eval's description, or the best name there is.
    var benchmark: (name: String, isGiven: Bool) {
        if let description = header.description, !description.isEmpty { return (description, true) }
        return (PromptfooNames.benchmark(of: log), false)
    }
}
