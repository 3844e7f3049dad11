import Findings

/// What was read: the runs, with everything that was counted in them.
enum PaperRuns {
    static func make(_ material: TableMaterial) throws(TableGap) -> PaperTable {
        let runs = material.findings.runs
        guard !runs.isEmpty else { throw TableGap("expected runs; found none. Build the findings from logs.") }
        let known = material.findings.benchmarks.map(\.id)
        let unknown = Set(runs.map(\.benchmark)).subtracting(known).sorted()
        let order = material.models { _ in true }
        let places = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        let areAllUsed = runs.allSatisfy(\.isUsed)
        let groups = (known + unknown).compactMap { benchmark -> PaperTable.Group? in
            let own = runs.filter { $0.benchmark == benchmark }.enumerated().sorted {
                (places[$0.element.model] ?? .max, $0.offset) < (places[$1.element.model] ?? .max, $1.offset)
            }.map(\.element)
            guard !own.isEmpty else { return nil }
            return PaperTable.Group(
                title: known.count + unknown.count > 1 ? material.index.benchmarkName(benchmark) : nil,
                data: [.text(benchmark)], rows: own.map { row($0, areAllUsed: areAllUsed, material) })
        }
        let counts = [
            ("items", "Items"), ("predictions", "Predictions"), ("missing", "Missing"), ("unparsed", "Unparsed"),
            ("refused", "Refused"), ("errors", "Errors"), ("duplicates", "Duplicates"),
        ]
        return PaperTable(
            kind: "runs", caption: caption(runs, material), notes: material.notice + notes(areAllUsed, material),
            columns: [PaperTable.Column(key: "model", title: "Model", alignment: .left)]
                + counts.map { PaperTable.Column(key: $0.0, title: $0.1, alignment: .number) }
                + [PaperTable.Column(key: "used", title: "Used", alignment: .left)],
            groupKeys: ["benchmark"], groups: groups)
    }

    private static func row(_ run: RunFinding, areAllUsed: Bool, _ material: TableMaterial) -> [PaperTable.Cell] {
        var model = material.model(run.model)
        model.data.append(PaperTable.Datum("source", .text(run.source)))
        let counts = [
            run.items, run.predictions, run.missing, run.unparsed, run.refused, run.errors, run.duplicates,
        ]
        let isUsed = PaperTable.Cell(
            areAllUsed ? .missing : .text(run.isUsed ? "yes" : "no"), data: [PaperTable.Datum("", .flag(run.isUsed))])
        return [model] + counts.map { material.count($0) } + [isUsed]
    }

    private static func caption(_ runs: [RunFinding], _ material: TableMaterial) -> [String] {
        let models = Set(runs.map(\.model)).count
        let benchmarks = Set(runs.map(\.benchmark)).count
        let predictions = runs.map(\.predictions).reduce(0, +)
        let unanswered = runs.map { $0.unparsed + $0.refused + $0.errors }.reduce(0, +)
        return [
            """
            \(Digits.counted(runs.count, "run")) of \(material.extent(models: models, benchmarks: benchmarks)) hold \
            \(Digits.counted(predictions, "prediction")), of which \
            \(Digits.counted(unanswered, "has", "have")) no answer.
            """
        ]
    }

    private static func notes(_ areAllUsed: Bool, _ material: TableMaterial) -> [String] {
        let rule =
            material.findings.study.unparsed == "exclude" ? "are left out of the estimates" : "count as wrong"
        return [
            """
            Missing: items of the benchmark that the run lacks. Unparsed: predictions without a recognisable \
            answer. Refused: the model declined. Errors: the runner got no prediction. These three \(rule). Duplicates: \
            predictions given twice, of which the last counts.
            """
        ] + (areAllUsed ? [] : ["Used: of several runs of a model on a benchmark, the newest is used."])
    }
}
