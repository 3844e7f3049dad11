import Ingest
import Records
import Store
import Testing

@Suite("Run tally") struct RunTallyTests {
    private func complete(_ tally: RunTally, metrics: [String]) -> StoredRun {
        var run = StoredRun(model: "m", benchmark: "b")
        tally.complete(&run, metrics: metrics.map { MetricRecord(name: $0) })
        return run
    }

    @Test("epochs are averaged within the item before items are") func epochs() {
        var tally = RunTally()
        for (item, epoch, score) in [(0, 1, 1.0), (0, 2, 0.0), (1, 1, 1.0)] {
            _ = tally.add(position: item, epoch: epoch, scored: (.parsed, score), runnerScores: [])
        }
        let run = complete(tally, metrics: [])
        #expect(run.scores.map(\.metric.name) == ["acuity"])
        #expect(run.scores[0].mean == 0.75)
        #expect(run.items == 2 && run.predictions == 3 && run.epochs == 2)
    }

    @Test("a row with another metric of the same prediction is merged, with the same metric is a duplicate") func merging() {
        var tally = RunTally()
        #expect(tally.add(position: 0, epoch: 1, scored: (.parsed, nil), runnerScores: [MetricScore(metric: 0, value: 0)]).placement == .new)
        #expect(tally.add(position: 0, epoch: 1, scored: (.parsed, nil), runnerScores: [MetricScore(metric: 1, value: 1)]).placement == .merged)
        #expect(tally.add(position: 0, epoch: 1, scored: (.parsed, nil), runnerScores: [MetricScore(metric: 1, value: 0.5)]).placement == .duplicate)
        let run = complete(tally, metrics: ["a", "b"])
        #expect(run.predictions == 1 && run.duplicates == 1)
        #expect(run.scores.first { $0.metric.name == "b" }?.mean == 0.5)
    }

    @Test("the runner's first metric judges, and disagreement with Acuity's own score is counted") func disagreement() {
        var tally = RunTally()
        for (item, own, runner) in [(0, 1.0, 1.0), (1, 0.0, 1.0), (2, 1.0, 1.0)] {
            _ = tally.add(
                position: item, epoch: 1, scored: (.parsed, own), runnerScores: [MetricScore(metric: 0, value: runner)])
        }
        let run = complete(tally, metrics: ["hit"])
        #expect(run.scores.map(\.metric.name) == ["hit", "acuity"])
        #expect(run.scoredByBoth == 3 && run.disagreements == 1)
    }

    @Test("a metric that scored nothing does not judge") func emptyMetric() {
        var tally = RunTally()
        _ = tally.add(position: 0, epoch: 1, scored: (.parsed, 1), runnerScores: [MetricScore(metric: 0, value: nil)])
        #expect(complete(tally, metrics: ["bypass"]).scores[0].metric.name == "acuity")
    }

    @Test("predictions without an answer are left out of the parsed scores and counted as unresolved") func unparsed() {
        var tally = RunTally()
        _ = tally.add(position: 0, epoch: 1, scored: (.parsed, 1), runnerScores: [])
        _ = tally.add(position: 1, epoch: 1, scored: (.refused, 0), runnerScores: [])
        let run = complete(tally, metrics: [])
        #expect(run.scores[0].mean == 0.5)
        #expect(run.scores[0].parsedValues == ScoreVector([1, .nan]))
        #expect(run.unresolved == ScoreVector([0, 1]) && run.refused == 1)
    }

    @Test("a metric beyond 1 is listed but does not judge; points below 0 do") func grades() {
        var tally = RunTally()
        for item in 0..<3 {
            _ = tally.add(
                position: item, epoch: 1, scored: (.parsed, item == 0 ? 1 : 0),
                runnerScores: [MetricScore(metric: 0, value: 7), MetricScore(metric: 1, value: -0.5)])
        }
        #expect(complete(tally, metrics: ["grade", "points"]).scores.map(\.metric.name) == ["points", "grade", "acuity"])
        var alone = RunTally()
        _ = alone.add(position: 0, epoch: 1, scored: (.absent, nil), runnerScores: [MetricScore(metric: 0, value: 7)])
        let run = complete(alone, metrics: ["grade"])
        #expect(run.scores.map(\.metric.name) == ["acuity", "grade"] && run.scores[0].mean == nil && run.unscored == 1)
    }
}
