import Charts
import Findings

/// The charts of a study, made from its findings.
struct ChartMaker: Sendable {
    let index: FindingsIndex

    /// The foot of every chart: what it shows, with the notice where there is one, and the version that made it.
    private var footnote: String {
        let study = index.document.study
        return [study.notice, study.title, "Acuity \(index.document.acuityVersion)"].compactMap(\.self)
            .joined(separator: " · ")
    }

    private func category(of model: String) -> Charts.Category {
        switch index.models[model]?.kind {
        case "general": .general
        case "medical": .medical
        case let kind?: Charts.Category(name: kind, shape: .square, role: .muted)
        case nil: Charts.Category(name: "model", shape: .circle, role: .general)
        }
    }

    /// The methods and levels of some intervals as a clause: `95% intervals, exact BCa`.
    private func intervalClause(_ intervals: [IntervalFinding]) -> String {
        var names: [String] = []
        for interval in intervals {
            let name = index.methodName(interval.method)
            if !names.contains(name) { names.append(name) }
        }
        guard let level = intervals.first?.level else { return "" }
        return "\(Digits.level(level)) intervals (\(Words.list(names, limit: 3)))"
    }

    private func itemClause(_ counts: [Int]) -> String {
        guard let least = counts.min(), let most = counts.max() else { return "" }
        return least == most
            ? "n = \(ValueFormat.count(least)) items"
            : "n = \(ValueFormat.count(least)) to \(ValueFormat.count(most)) items"
    }

    /// Models as dots with intervals, best first; nil if no model has an estimate in the ranking's scope.
    func leaderboard(_ ranking: Ranking) -> LeaderboardChart? {
        guard !ranking.rows.isEmpty else { return nil }
        let sentences = RankingSentences(index: index, ranking: ranking)
        let scope = ranking.benchmark.map { "Accuracy on \(index.benchmarkName($0))" } ?? macroScope(ranking)
        let subtitle = [
            scope, itemClause(ranking.rows.map(\.items)), intervalClause(ranking.rows.map(\.interval)),
        ].joined(separator: "; ")
        return LeaderboardChart(
            text: ChartText(title: sentences.headline()?.text ?? scope, subtitle: subtitle, footnote: footnote),
            rows: ranking.rows.map {
                LeaderboardChart.Row(
                    label: index.modelName($0.model), estimate: $0.estimate, lower: $0.interval.lower,
                    upper: $0.interval.upper, category: category(of: $0.model), note: ValueFormat.count($0.items))
            },
            groups: ranking.groups, thresholds: thresholds(for: ranking.benchmark), axisTitle: "accuracy")
    }

    private func macroScope(_ ranking: Ranking) -> String {
        let counts = Set(ranking.rows.compactMap(\.benchmarks))
        let benchmarks = counts.count == 1 ? counts.first.map { Digits.counted($0, "benchmark") } : nil
        return "Unweighted mean accuracy over \(benchmarks ?? "benchmarks")"
    }

    /// Thresholds that are drawn as lines: those on all items of the scope with a minimum of their own.
    private func thresholds(for benchmark: String?) -> [LeaderboardChart.Threshold] {
        index.document.study.thresholds.compactMap { threshold in
            let applies = benchmark.map { threshold.benchmark == "*" || threshold.benchmark == $0 }
            guard applies ?? (threshold.benchmark == "macro-average"), threshold.capability == nil,
                threshold.each == nil, let minimum = threshold.minimum
            else { return nil }
            return LeaderboardChart.Threshold(value: minimum, label: threshold.name)
        }
    }

    /// Models × benchmarks; nil if there is no estimate by benchmark.
    func heatMap(_ ranking: Ranking?) -> HeatMapChart? {
        let order = HeatMapOrder(index: index, ranking: ranking)
        guard !order.models.isEmpty, !order.benchmarks.isEmpty else { return nil }
        let threshold = order.threshold
        let marks = threshold.map { "; marks: \($0.name), minimum \(VerdictSentences.minimum($0))" } ?? ""
        let intervals = order.models.flatMap { model in
            order.benchmarks.compactMap { index.estimate(model, on: $0)?.interval }
        }
        return HeatMapChart(
            text: ChartText(
                title: order.sentence?.text ?? "Accuracy by model and benchmark",
                subtitle: "Accuracy by model and benchmark; \(intervalClause(intervals))\(marks)", footnote: footnote),
            columns: order.benchmarks.map {
                HeatMapChart.Column(label: index.benchmarkName($0), mean: order.mean(ofBenchmark: $0))
            },
            rows: order.models.map { model in
                HeatMapChart.Row(
                    label: index.modelName(model), category: category(of: model),
                    cells: order.benchmarks.map { cell(model, $0, threshold: threshold, order: order) },
                    mean: index.estimate(model, on: nil)?.estimate)
            },
            valueTitle: "accuracy")
    }

    private func cell(
        _ model: String, _ benchmark: String, threshold: ThresholdFinding?, order: HeatMapOrder
    ) -> HeatMapChart.Cell? {
        guard let estimate = index.estimate(model, on: benchmark) else { return nil }
        let mark: VerdictMark? =
            switch order.verdict(model, benchmark)?.verdict {
            case .pass: .pass
            case .inconclusive: .inconclusive
            case .fail: .fail
            case nil: nil
            }
        return HeatMapChart.Cell(
            value: estimate.estimate, lower: estimate.interval.lower, upper: estimate.interval.upper, mark: mark)
    }

    /// Understanding and reasoning a model, by falling gap; nil if there is no gap in the scope.
    func gap(on benchmark: String?) -> DumbbellChart? {
        let found = benchmark.map { index.gaps(on: $0, form: .raw) } ?? index.standardisedGaps()
        guard let some = found.first else { return nil }
        let gaps = found.enumerated().sorted {
            $0.element.estimate != $1.element.estimate
                ? $0.element.estimate > $1.element.estimate : $0.offset < $1.offset
        }.map(\.element)
        let title = GapSentences.headline(gaps)
        let scope =
            benchmark.map { "Accuracy by capability on \(index.benchmarkName($0))" }
            ?? "Accuracy by capability, equal weight on \(Digits.counted(some.benchmarks, "benchmark"))"
        let items = gaps.map { $0.understandingItems + $0.reasoningItems }
        return DumbbellChart(
            text: ChartText(
                title: title?.text ?? scope,
                subtitle: [scope, itemClause(items), intervalClause(gaps.map(\.interval))].joined(separator: "; "),
                footnote: footnote),
            rows: gaps.map { row($0) }, axisTitle: "accuracy")
    }

    private func row(_ gap: GapFinding) -> DumbbellChart.Row {
        func measure(_ capability: String, _ value: Double) -> DumbbellChart.Measure {
            let interval = gap.benchmark.flatMap {
                index.estimate(gap.model, on: $0, capability: capability)?.interval
            }
            return DumbbellChart.Measure(value, lower: interval?.lower, upper: interval?.upper)
        }
        return DumbbellChart.Row(
            label: index.modelName(gap.model), first: measure("understanding", gap.understanding),
            second: measure("reasoning", gap.reasoning),
            difference: DumbbellChart.Measure(gap.estimate, lower: gap.interval.lower, upper: gap.interval.upper),
            category: category(of: gap.model))
    }
}
