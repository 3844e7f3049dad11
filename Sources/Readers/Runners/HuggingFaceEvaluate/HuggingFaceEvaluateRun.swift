import Records

/// Turns the lists of one saved result into a run.
struct HuggingFaceEvaluateRun {
    private let log: Log
    private let runner: String
    private let leading: String
    private let lists: JSONParallelLists
    private let place: InputPlace

    init(log: Log, runner: String, leading: String, lists: JSONParallelLists) {
        self.log = log
        self.runner = runner
        self.leading = leading
        self.lists = lists
        place = InputPlace(file: log.path)
    }

    /// Figures that are defined as the share of predictions that equal their reference.
    private static let equalities = ["accuracy", "exact_match"]

    func read(into sink: any RecordSink) throws {
        func first(_ names: [String]) -> String? { names.first { lists.names.contains($0) } }
        let reference = first(HuggingFaceEvaluateReader.referenceNames)
        let item = first(HuggingFaceEvaluateReader.itemNames)
        let question = first(HuggingFaceEvaluateReader.questionNames)
        let roles = Set([leading, reference, item, question].compactMap { $0 })
        let writer = writer(sink)
        let scores = lists.names.filter { HuggingFaceEvaluateReader.scoreNames.contains($0) && !roles.contains($0) }
        let facets = lists.names.filter { !roles.contains($0) && !scores.contains($0) }
        for name in scores { _ = writer.metric(name) { MetricRecord(name: $0, reported: constant([$0])?.number) } }
        var equality: (metric: Int, matches: Int)?
        if scores.isEmpty, reference != nil,
            let name = Self.equalities.first(where: { constant([$0])?.number != nil })
        {
            equality = (writer.metric(name) { MetricRecord(name: $0, reported: constant([$0])?.number) }, 0)
        }
        try lists.forEach { row, position in
            let prediction = row[leading].flatMap(Self.text)
            let targets = reference.flatMap { row[$0] }.map(Self.targets) ?? []
            var marks = scores.map { name in
                MetricScore(
                    metric: writer.metric(name),
                    value: row[name]?.scalarText.flatMap(ScoreText.value).flatMap { $0.isFinite ? $0 : nil })
            }
            if let metric = equality?.metric {
                let isEqual = prediction.map(targets.contains) ?? false
                if isEqual { equality?.matches += 1 }
                marks.append(MetricScore(metric: metric, value: isEqual ? 1 : 0))
            }
            try writer.add(
                PredictionRecord(
                    run: 0, item: item.flatMap { row[$0]?.scalarText } ?? String(position),
                    question: question.flatMap { row[$0] }.flatMap(Self.text), targets: targets, text: prediction,
                    scores: marks,
                    facets: facets.compactMap { name in
                        row[name]?.scalarText.flatMap {
                            $0.isEmpty || $0.utf8.count > 200 ? nil : Facet(name: name, value: $0)
                        }
                    }, line: position))
        }
        settle(writer, equality)
        noteLists(writer, hasItems: item != nil)
        try writer.finish()
    }

    /// The runner may have normalised texts before it compared them.
    private func settle(_ writer: RunWriter, _ equality: (metric: Int, matches: Int)?) {
        guard let equality, lists.count > 0, let reported = writer.run.metrics[equality.metric].reported else { return }
        let own = Double(equality.matches) / Double(lists.count)
        guard abs(own - reported) > 1e-6 else { return }
        writer.update {
            $0.metrics[equality.metric].reportedNote =
                "the file has no score of an item; texts were compared as they are, which the runner may not have done"
        }
    }

    private func noteLists(_ writer: RunWriter, hasItems: Bool) {
        if !hasItems {
            var problem = place.problem(
                "no-item-key", .warning, field: "ids", expected: "a list that names each item",
                found: "none; positions are counted instead",
                remedy: "Models pair only if their lists have the same order; save a list `ids` with them.")
            problem.count = max(1, lists.count)
            writer.note(problem)
        }
        if let first = lists.others.first {
            writer.note(
                place.problem(
                    "list-left-out", .warning, field: first, expected: "\(lists.count) values, as `\(leading)` has",
                    found: "another number", remedy: "The list is left out; save lists of equal length."))
        }
    }

    private func writer(_ sink: any RecordSink) -> RunWriter {
        let name = LogProbe.innerName(log.url.lastPathComponent)
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        let folder = log.url.deletingLastPathComponent().lastPathComponent
        let model = constant(["model", "model_name", "model_id", "pretrained"])?.text
        let benchmark = constant(["benchmark", "dataset", "dataset_name", "task", "task_name"])?.text
        let writer = RunWriter(
            RunRecord(
                index: 0, runner: runner, runnerVersion: constant(["_evaluate_version"])?.text, model: model ?? stem,
                benchmark: benchmark ?? folder, startedAt: constant(["_timestamp"])?.text),
            place: place, sink: sink)
        if model == nil { writer.note(place.missingModel(used: stem)) }
        if benchmark == nil { writer.note(place.missingBenchmark(used: folder)) }
        return writer
    }

    private func constant(_ names: [String]) -> JSONParallelLists.JSONScalar? {
        names.lazy.compactMap { name in lists.constants.first { $0.name == name }?.value }.first
    }

    private static func text(_ value: JSONValue) -> String? {
        value.isNull ? nil : value.scalarText ?? value.compactText
    }

    private static func targets(_ value: JSONValue) -> [String] {
        value.kind == .array ? value.elements.compactMap(\.scalarText) : text(value).map { [$0] } ?? []
    }
}
