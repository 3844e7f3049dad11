import Foundation
import Records

/// Reads a CSV export: a row a test, a run a provider.
struct PromptfooTable {
    private let log: Log
    private let layout: PromptfooTableLayout
    private let benchmark: String
    private let hasPrompts: Bool

    init(log: Log, layout: PromptfooTableLayout) {
        self.log = log
        self.layout = layout
        benchmark = PromptfooNames.benchmark(of: log)
        hasPrompts = Set(layout.outputs.map(\.prompt)).count > 1
    }

    /// - Returns: how many runs there are.
    func read(into sink: any RecordSink) throws -> Int {
        let place = InputPlace(file: log.path)
        var writers: [RunWriter] = []
        var positions: [String: Int] = [:]
        let runOfOutput = layout.outputs.map { output in
            let model = output.provider ?? PromptfooNames.benchmark(of: log)
            if let known = positions[model] { return known }
            positions[model] = writers.count
            let writer = RunWriter(
                RunRecord(
                    index: writers.count, runner: "promptfoo", model: model, benchmark: benchmark,
                    metrics: [MetricRecord(name: PromptfooEval.passRate), MetricRecord(name: PromptfooEval.score)],
                    clusterFacet: hasPrompts ? "test" : nil),
                place: place, sink: sink)
            if output.provider == nil { writer.note(place.missingModel(used: model)) }
            if writers.isEmpty { writer.note(place.missingBenchmark(used: benchmark)) }
            writers.append(writer)
            return writers.count - 1
        }
        // The first row is the header.
        var test = -1
        let failure = try Problem.caught {
            try QuotedRows(open: log.open, separator: layout.separator).forEachRow { row in
                defer { test += 1 }
                guard test >= 0 else { return true }
                for (output, position) in zip(layout.outputs, runOfOutput) {
                    try add(row, output, test: test, to: writers[position])
                }
                return true
            }
        }
        if let failure { writers[0].note(failure) }
        for writer in writers { try writer.finish() }
        return writers.count
    }

    private func add(
        _ row: SheetRow, _ output: PromptfooTableLayout.Output, test: Int, to writer: RunWriter
    ) throws {
        func cell(_ column: Int?) -> String { column.map { row[$0] } ?? "" }
        guard let status = PromptfooTableLayout.status(cell(output.status ?? output.column)) else {
            // A pair that was not asked this test has empty cells.
            guard cell(output.column).isEmpty else {
                writer.note(
                    writer.place.problem(
                        "missing-field", .warning, line: row.number, field: output.prompt,
                        expected: "PASS, FAIL or ERROR for each output", found: "another cell",
                        remedy: "The output is left out; check whether the table was edited."))
                return
            }
            return
        }
        let (marked, text) = output.status == nil ? Self.split(status.rest) : (nil, cell(output.column))
        let score = output.score.flatMap { Double(cell($0)) } ?? marked
        var scores = [
            MetricScore(metric: writer.metric(PromptfooEval.passRate), value: status.word == "PASS" ? 1 : 0),
            MetricScore(metric: writer.metric(PromptfooEval.score), value: score),
        ]
        for named in output.named {
            scores.append(MetricScore(metric: writer.metric(named.name), value: Double(cell(named.column))))
        }
        let prompt = PromptfooSurvey.shortened(output.prompt)
        var facets: [Facet] = []
        for variable in layout.vars where !Self.plainVars.contains(variable.name) {
            let value = cell(variable.column)
            if !value.isEmpty, value.count <= 200 { facets.append(Facet(name: variable.name, value: value)) }
        }
        if hasPrompts {
            facets.removeAll { $0.name == "prompt" || $0.name == "test" }
            facets += [Facet(name: "prompt", value: prompt), Facet(name: "test", value: String(test))]
        }
        let question = layout.vars.first { Self.questionVars.contains($0.name) }.map { cell($0.column) }
        let target = layout.vars.first { Self.targetVars.contains($0.name) }.map { cell($0.column) }
        let isError = status.word == "ERROR"
        try writer.add(
            PredictionRecord(
                run: writer.run.index, item: hasPrompts ? "\(test)/\(prompt)" : String(test), question: question,
                targets: target.map { [$0] } ?? [], text: isError ? nil : text, scores: scores,
                failure: isError ? String(text.prefix { !$0.isNewline }.prefix(300)) : nil, facets: facets,
                line: row.number))
    }

    // Made once: a pattern is parsed each time that its literal is come by.
    nonisolated(unsafe) private static let scores = /\((-?\d+\.\d+)[^\n)]*\)\n+/

    /// `(0.50, name: 1.00)`, the output, and `Pass Reason: ...` after it, as cells of the first exports have them.
    private static func split(_ rest: String) -> (score: Double?, text: String) {
        guard let match = rest.prefixMatch(of: scores) else { return (nil, rest) }
        var text = String(rest[match.range.upperBound...])
        for mark in ["\n\nPass Reason: ", "\n\nFail Reason: "] {
            if let reason = text.range(of: mark, options: .backwards) { text = String(text[..<reason.lowerBound]) }
        }
        return (Double(match.1), text)
    }

    private static let targetVars: Set<String> = [
        "answer", "expected", "expected_answer", "expected_output", "target", "gold", "reference", "label",
        "ground_truth", "correct_answer", "ideal", "__expected",
    ]
    private static let questionVars: Set<String> = ["question", "query", "input", "prompt", "problem"]
    private static let plainVars: Set<String> = targetVars.union(questionVars).union([
        "context", "messages", "Description",
    ])
}
