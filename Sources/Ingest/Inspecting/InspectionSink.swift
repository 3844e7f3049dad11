import Records
import Scoring
import Store

/// Counts what a reader finds, and keeps nothing else but what was asked for.
final class InspectionSink: RecordSink {
    private struct OpenRun {
        var record: RunRecord
        let scorer: AnswerScorer
        var tally = RunTally()
        var positions: [String: Int] = [:]
        /// By the position of the runner's metric; which one judges is known only at the end.
        var disagreements: [Int: [Disagreement]] = [:]
    }

    private let scorer: (_ benchmark: String) -> AnswerScorer
    private let conditions: [Facet]
    private let listsDisagreements: Bool
    private var open: [Int: OpenRun] = [:]
    private(set) var runs: [(RunRecord, StoredRun)] = []
    private(set) var problems: [Problem] = []
    private(set) var facets: Set<String> = []
    private(set) var samples: [Inspection.Sample] = []
    private(set) var disagreements: [Disagreement] = []

    init(conditions: [Facet], listsDisagreements: Bool, scorer: @escaping (_ benchmark: String) -> AnswerScorer) {
        self.scorer = scorer
        self.conditions = conditions
        self.listsDisagreements = listsDisagreements
    }

    func begin(_ run: RunRecord) { open[run.index] = OpenRun(record: run, scorer: scorer(run.benchmark)) }

    func add(_ prediction: PredictionRecord) {
        guard let scorer = open[prediction.run]?.scorer else { return }
        for facet in prediction.facets { facets.insert(facet.name) }
        guard conditions.allSatisfy(prediction.facets.contains) else { return }
        let next = open[prediction.run]!.positions.count
        let position = open[prediction.run]!.positions[prediction.item, default: next]
        open[prediction.run]!.positions[prediction.item] = position
        let scored = scorer.score(prediction)
        _ = open[prediction.run]!.tally.add(
            position: position, epoch: prediction.epoch, scored: (scored.answer.status, scored.score),
            runnerScores: prediction.scores)
        if listsDisagreements { compare(prediction, scored) }
        if samples.count < 3 {
            samples.append(
                Inspection.Sample(
                    item: prediction.item, target: prediction.targets.joined(separator: " | "),
                    text: prediction.text ?? prediction.runnerAnswer ?? "",
                    answer: scored.answer.value ?? scored.answer.status.rawValue))
        }
    }

    private func compare(_ prediction: PredictionRecord, _ scored: ScoredAnswer) {
        guard let own = scored.score, let run = open[prediction.run] else { return }
        for score in prediction.scores {
            guard let value = score.value, RunTally.isVerdict(value), RunTally.isVerdict(own), value != own else {
                continue
            }
            open[prediction.run]!.disagreements[score.metric, default: []].append(
                Disagreement(
                    model: run.record.model, benchmark: run.record.benchmark, item: prediction.item,
                    epoch: prediction.epoch, line: prediction.line, target: prediction.targets.joined(separator: " | "),
                    metric: "", runnerScore: value, score: own, runnerAnswer: prediction.runnerAnswer,
                    answer: scored.answer.value, rule: scored.answer.rule, status: scored.answer.status.rawValue,
                    text: String((prediction.text ?? "").suffix(Disagreement.textLength))))
        }
    }

    func finish(_ run: RunRecord) {
        guard let state = open.removeValue(forKey: run.index) else { return }
        var stored = StoredRun(model: run.model, benchmark: run.benchmark)
        stored.itemsReported = run.itemsReported
        state.tally.complete(&stored, metrics: run.metrics)
        let judge = stored.scores.first.flatMap { first in run.metrics.firstIndex { $0.name == first.metric.name } }
        if let judge {
            disagreements += (state.disagreements[judge] ?? []).map { found in
                var found = found
                found.metric = run.metrics[judge].name
                return found
            }
        }
        runs.append((run, stored))
    }

    func note(_ problem: Problem) { problems.append(problem) }
}
