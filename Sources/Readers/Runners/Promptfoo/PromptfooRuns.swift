import Records

/// The runs of one eval on their way into a sink.
struct PromptfooRuns {
    private let eval: PromptfooEval
    private let survey: PromptfooSurvey
    private let firstIndex: Int
    private let sink: any RecordSink
    private var writers: [RunWriter] = []
    private var positions: [PromptfooSurvey.Provider: Int] = [:]
    /// The columns (promptIdx) of each run, to add up what promptfoo reports by column.
    private var columns: [Set<Int>] = []
    private var pending: [Problem] = []
    /// How often each test came in a run, for rows that bring no number of a test.
    private var occurrences: [String: Int] = [:]

    init(eval: PromptfooEval, survey: PromptfooSurvey, firstIndex: Int, sink: any RecordSink) {
        self.eval = eval
        self.survey = survey
        self.firstIndex = firstIndex
        self.sink = sink
    }

    mutating func note(_ problem: Problem) { pending.append(problem) }

    mutating func add(_ row: PromptfooRow, line: Int) throws {
        guard row.isResult else { return }
        let position = try position(of: row)
        let writer = writers[position]
        if let column = row.promptIndex { columns[position].insert(column) }
        let prompt = survey.promptName(row)
        let hasPrompts = survey.promptNames.count > 1
        let test = self.test(of: row, prompt: prompt, run: position)
        var facets = row.facets(&writer.facets)
        if hasPrompts {
            facets.removeAll { $0.name == "prompt" || $0.name == "test" }
            facets += [Facet(name: "prompt", value: prompt), Facet(name: "test", value: test.key)]
        }
        try writer.add(
            PredictionRecord(
                run: writer.run.index, item: hasPrompts ? "\(test.key)/\(prompt)" : test.key, epoch: test.epoch,
                question: row.question, targets: row.targets, text: row.text, scores: scores(of: row, writer),
                latency: row.latency, outputTokens: row.outputTokens, cost: row.cost,
                failure: row.failure, facets: facets, line: line))
    }

    private func scores(of row: PromptfooRow, _ writer: RunWriter) -> [MetricScore] {
        var scores = [
            MetricScore(metric: writer.metric(PromptfooEval.passRate), value: row.pass),
            MetricScore(metric: writer.metric(PromptfooEval.score), value: row.score),
        ]
        for named in row.namedScores {
            scores.append(MetricScore(metric: writer.metric(Self.metricName(named.name)), value: named.value))
        }
        return scores
    }

    private static func metricName(_ name: String) -> String {
        name == PromptfooEval.passRate || name == PromptfooEval.score ? "named score: \(name)" : name
    }

    /// Rows of version 2 bring no number of their test: what it asks names it, and the same again is a repeat.
    private mutating func test(of row: PromptfooRow, prompt: String, run: Int) -> (key: String, epoch: Int) {
        if let test = survey.test(of: row) { return test }
        let key = row.testIdentity.name
        let place = "\(run)\u{0}\(prompt)\u{0}\(key)"
        occurrences[place, default: 0] += 1
        return (key, occurrences[place, default: 1])
    }

    private mutating func position(of row: PromptfooRow) throws -> Int {
        let provider = survey.provider(of: row)
        if let known = positions[provider] { return known }
        let benchmark = eval.benchmark
        let names = [PromptfooEval.passRate, PromptfooEval.score] + survey.namedScores.map(Self.metricName)
        let run = RunRecord(
            index: firstIndex + writers.count, runner: "promptfoo", runnerVersion: eval.header.version,
            model: survey.model(provider), benchmark: benchmark.name, startedAt: eval.header.startedAt,
            metrics: names.map { MetricRecord(name: $0) },
            clusterFacet: survey.promptNames.count > 1 ? "test" : nil)
        let writer = RunWriter(run, place: eval.place, sink: sink)
        if writers.isEmpty {
            for note in pending { writer.note(note) }
            if !benchmark.isGiven { writer.note(eval.place.missingBenchmark(used: benchmark.name)) }
        }
        positions[provider] = writers.count
        writers.append(writer)
        columns.append([])
        return writers.count - 1
    }

    /// Ends the runs with the figures of promptfoo.
    ///
    /// - Returns: the index of the run after the last one.
    func finish() throws -> Int {
        for (writer, columns) in zip(writers, columns) {
            let pairs = columns.sorted().compactMap {
                eval.header.pairs.indices.contains($0) ? eval.header.pairs[$0] : nil
            }
            if pairs.count == columns.count, !pairs.isEmpty {
                writer.update { run in Self.report(pairs, in: &run) }
            }
            try writer.finish()
        }
        return firstIndex + writers.count
    }

    /// promptfoo counts a pair of a prompt and a provider; a run is all pairs of its provider.
    private static func report(_ pairs: [PromptfooHeader.Pair], in run: inout RunRecord) {
        let counts = pairs.compactMap(\.testCount)
        let total = counts.reduce(0, +)
        guard counts.count == pairs.count, total > 0 else { return }
        let errors = pairs.compactMap(\.errorCount).reduce(0, +)
        let passes = pairs.compactMap(\.passCount).reduce(0, +)
        for index in run.metrics.indices {
            switch run.metrics[index].name {
            case PromptfooEval.passRate:
                run.metrics[index].reported = passes / total
                if errors > 0 {
                    run.metrics[index].reportedNote =
                        "over all tests, \(Int(exactly: errors.rounded()) ?? 0) errors among those that did not pass"
                }
            case PromptfooEval.score:
                let scores = pairs.compactMap(\.score)
                if scores.count == pairs.count { run.metrics[index].reported = scores.reduce(0, +) / total }
            case let name:
                let count = pairs.compactMap { $0.namedCounts[name] }.reduce(0, +)
                guard count > 0, !pairs.contains(where: \.isWeighted) else { continue }
                run.metrics[index].reported = pairs.compactMap { $0.namedScores[name] }.reduce(0, +) / count
            }
        }
    }
}
