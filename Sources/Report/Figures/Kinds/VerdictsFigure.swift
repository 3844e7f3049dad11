import Charts
import Findings

extension FigureKind {
    /// Who passes each threshold.
    static let verdicts = FigureKind(
        id: "verdicts", question: "Who passes?",
        needs: "a threshold with one minimum for all models: [[threshold]] in the study file"
    ) { material in
        material.judgedThresholds.compactMap { threshold in
            material.verdicts(threshold).map { StudyFigure(material.name("verdicts", of: threshold), $0) }
        }
    }
}

extension FigureMaterial {
    /// The thresholds with a minimum, the highest first, equal ones in the study's order.
    var judgedThresholds: [ThresholdFinding] {
        document.study.thresholds.filter { $0.minimum != nil }.enumerated().sorted {
            ($1.element.minimum ?? 0, $0.offset) < ($0.element.minimum ?? 0, $1.offset)
        }.map(\.element)
    }

    /// The kind alone for the highest threshold, `<kind>-<threshold>` for the others.
    func name(_ kind: String, of threshold: ThresholdFinding) -> String {
        threshold.id == judgedThresholds.first?.id ? kind : "\(kind)-\(index.thresholdSlugs[threshold.id])"
    }

    /// One verdict a model: the joint one over everything that the threshold judges, else the only one; empty if models have
    /// several.
    func wholeVerdicts(_ threshold: ThresholdFinding) -> [VerdictFinding] {
        let all = document.verdicts.filter { $0.threshold == threshold.id }
        let whole = all.filter { $0.isJoint && $0.benchmark == nil }
        let candidates = whole.isEmpty ? all : whole
        return Set(candidates.map(\.model)).count == candidates.count ? candidates : []
    }

    /// Bounds against one threshold; nil if models have several verdicts or different minimums.
    func verdicts(_ threshold: ThresholdFinding) -> ThresholdBulletChart? {
        let verdicts = wholeVerdicts(threshold)
        guard let minimum = threshold.minimum, let some = verdicts.first else { return nil }
        let order: [Verdict: Int] = [.pass: 0, .inconclusive: 1, .fail: 2]
        let sorted = verdicts.enumerated().sorted {
            let (left, right) = ($0.element, $1.element)
            if left.verdict != right.verdict { return (order[left.verdict] ?? 0) < (order[right.verdict] ?? 0) }
            return left.lower != right.lower ? left.lower > right.lower : $0.offset < $1.offset
        }.map(\.element)
        let parts = sorted.map(\.parts).max() ?? 1
        let scope =
            some.isJoint
            ? "Accuracy on the weakest of \(Digits.counted(parts, "part")) that the threshold joins"
            : "Accuracy that the threshold judges"
        let level = Digits.level(1 - some.alpha)
        return ThresholdBulletChart(
            text: text(
                VerdictSentences(index: index).whole(threshold, verdicts), scope: scope,
                [
                    itemClause(sorted.map(\.items)), "one-sided \(level) bounds (\(methodNames(sorted.map(\.method))))",
                ]),
            rows: sorted.map { finding in
                ThresholdBulletChart.Row(
                    label: index.modelName(finding.model), estimate: finding.estimate, lower: finding.lower,
                    upper: finding.upper, verdict: mark(finding.verdict),
                    itemsNeeded: finding.itemsToSettle.map { max(0, $0 - finding.items) },
                    link: index.modelPath(finding.model))
            },
            threshold: .init(value: minimum, label: threshold.name),
            ladder: judgedThresholds.filter { $0.id != threshold.id && $0.capability == threshold.capability }
                .compactMap { other in other.minimum.map { .init(value: $0, label: other.name) } },
            axisTitle: "accuracy", boundsLabel: "one-sided \(level) bounds")
    }
}
