import Findings

/// Understanding against reasoning: over benchmarks where there is such a gap, else on each benchmark.
enum PaperGaps {
    static func make(_ material: TableMaterial) throws(TableGap) -> PaperTable {
        let standardised = material.index.standardisedGaps()
        let gaps =
            standardised.isEmpty
            ? material.findings.gaps.filter { $0.form == .raw && $0.benchmark != nil } : standardised
        let decimals = material.decimals(gaps.map(\.interval))
        let groups =
            standardised.isEmpty
            ? byBenchmark(decimals: decimals, material) : [group(nil, nil, standardised, decimals: decimals, material)]
        guard !groups.isEmpty else {
            throw TableGap(
                "expected items with the capabilities understanding and reasoning; found none. "
                    + "Name them under `capability` of a [[benchmark]] in the study file.")
        }
        let interval = material.unit(interval: material.intervalName)
        return PaperTable(
            kind: "gap", caption: caption(gaps, isOverBenchmarks: !standardised.isEmpty, material),
            notes: material.notice + notes(gaps, groups, material),
            columns: [
                PaperTable.Column(key: "model", title: "Model", alignment: .left),
                PaperTable.Column(
                    key: "understanding", title: "Understanding", unit: material.unit(), alignment: .number),
                PaperTable.Column(key: "reasoning", title: "Reasoning", unit: material.unit(), alignment: .number),
                PaperTable.Column(
                    key: "gap", title: "Gap",
                    unit: interval == nil
                        ? nil : material.unit(isDifference: true, interval: material.intervalName),
                    alignment: .number),
                PaperTable.Column(
                    key: "adjusted_p_value", title: "Adjusted", symbol: "p", unit: "lower", alignment: .number),
                PaperTable.Column(
                    key: "adjusted_reversed_p_value", title: "Adjusted", symbol: "p", unit: "higher",
                    alignment: .number),
                PaperTable.Column(
                    key: "understanding_items", title: "Items", unit: "understanding", alignment: .number),
                PaperTable.Column(key: "reasoning_items", title: "Items", unit: "reasoning", alignment: .number),
            ], groupKeys: standardised.isEmpty ? ["benchmark"] : [], groups: groups)
    }

    private static func byBenchmark(decimals: Int, _ material: TableMaterial) -> [PaperTable.Group] {
        material.findings.benchmarks.compactMap { benchmark in
            let gaps = material.index.gaps(on: benchmark.id, form: .raw)
            guard !gaps.isEmpty else { return nil }
            return group(
                material.findings.benchmarks.count > 1 ? material.index.benchmarkName(benchmark.id) : nil, benchmark.id,
                gaps, decimals: decimals, material)
        }
    }

    /// The gaps in the order of the models; those of models that the document does not describe come last.
    private static func group(
        _ title: String?, _ benchmark: String?, _ gaps: [GapFinding], decimals: Int, _ material: TableMaterial
    ) -> PaperTable.Group {
        let order = material.models { _ in true }
        let sorted =
            order.flatMap { model in gaps.filter { $0.model == model } }
            + gaps.filter { !order.contains($0.model) }
        return PaperTable.Group(
            title: title, data: benchmark.map { [.text($0)] } ?? [],
            rows: sorted.map { gap in
                [
                    material.model(gap.model), material.estimate(gap.understanding, nil, decimals: decimals),
                    material.estimate(gap.reasoning, nil, decimals: decimals),
                    material.estimate(
                        gap.estimate, gap.interval, decimals: decimals, isSigned: true,
                        mark: min(gap.adjustedPValue, gap.adjustedReversedPValue) < alpha(material) ? .significant : nil
                    ),
                    material.pValue(gap.adjustedPValue), material.pValue(gap.adjustedReversedPValue),
                    material.count(gap.understandingItems),
                    material.count(gap.reasoningItems),
                ]
            })
    }

    /// The one-sided error rate that goes with the two-sided level.
    private static func alpha(_ material: TableMaterial) -> Double { (1 - material.findings.study.level) / 2 }

    private static func caption(
        _ gaps: [GapFinding], isOverBenchmarks: Bool, _ material: TableMaterial
    ) -> [String] {
        let models = Set(gaps.map(\.model)).count
        let benchmarks = gaps.map(\.benchmarks).max() ?? 1
        let scope =
            isOverBenchmarks
            ? "the mean over \(Digits.counted(benchmarks, "benchmark")) with equal weights" : "on each benchmark"
        let lower = gaps.count { $0.adjustedPValue < alpha(material) }
        let higher = gaps.count { $0.adjustedReversedPValue < alpha(material) }
        let subject = isOverBenchmarks || models == gaps.count ? "model" : "pair of a model and a benchmark"
        let plural = subject == "model" ? "models" : "pairs of a model and a benchmark"
        let rest = higher > 0 ? ", higher in \(higher)" : ""
        let share = lower == 0 ? "none" : "\(lower)"
        return [
            "Reasoning is lower than understanding in \(share) of \(Digits.counted(gaps.count, subject, plural))\(rest).",
            """
            Gap: accuracy on understanding minus accuracy on reasoning, \(scope), of \(Digits.counted(models, "model")), \
            with \(material.intervalName)s (\(material.methods(gaps.map(\.interval.method)))).
            """,
        ]
    }

    private static func notes(
        _ gaps: [GapFinding], _ groups: [PaperTable.Group], _ material: TableMaterial
    ) -> [String] {
        let family = Set(gaps.map(\.family)).sorted()
        let models = family.count > 1 ? "the models of each benchmark" : Digits.counted(family.first ?? 1, "model")
        let rate = Digits.level(alpha(material))
        let test = """
            p: one-sided tests that reasoning is lower, and that it is higher, than understanding, each adjusted by Holm over \
            \(models).
            """
        let marks = groups.flatMap(\.rows).flatMap { $0 }.compactMap(\.mark)
        return [test]
            + (marks.isEmpty ? [] : ["*: one of the two below \(rate)."])
    }
}
