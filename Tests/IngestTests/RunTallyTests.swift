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

    @Test("a row with another metric of the same prediction is merged, with the same metric is a duplicate")
    func merging() {
        var tally = RunTally()
        #expect(
            tally.add(position: 0, epoch: 1, scored: (.parsed, nil), runnerScores: [MetricScore(metric: 0, value: 0)])
                .placement == .new)
        #expect(
            tally.add(position: 0, epoch: 1, scored: (.parsed, nil), runnerScores: [MetricScore(metric: 1, value: 1)])
                .placement == .merged)
        #expect(
            tally.add(position: 0, epoch: 1, scored: (.parsed, nil), runnerScores: [MetricScore(metric: 1, value: 0.5)])
                .placement == .duplicate)
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
        #expect(
            complete(tally, metrics: ["grade", "points"]).scores.map(\.metric.name) == ["points", "grade", "acuity"])
        var alone = RunTally()
        _ = alone.add(position: 0, epoch: 1, scored: (.absent, nil), runnerScores: [MetricScore(metric: 0, value: 7)])
        let run = complete(alone, metrics: ["grade"])
        #expect(run.scores.map(\.metric.name) == ["acuity", "grade"] && run.scores[0].mean == nil && run.unscored == 1)
    }

    private func shares(
        _ statuses: [(item: Int, epoch: Int, status: Answer.Status)]
    ) -> [PredictionMeasure: ScoreVector] {
        var tally = RunTally()
        for (item, epoch, status) in statuses {
            _ = tally.add(position: item, epoch: epoch, scored: (status, nil), runnerScores: [])
        }
        return tally.measures
    }

    @Test("shares of statuses are means over an item's epochs, and stand only where a status occurs") func shares() {
        let measures = shares([(0, 1, .unparsed), (0, 2, .parsed), (2, 1, .parsed), (2, 2, .refused)])
        #expect(Set(measures.keys) == [.unparsed, .refused])
        #expect(measures[.unparsed] == ScoreVector([0.5, .nan, 0]))
        #expect(measures[.refused] == ScoreVector([0, .nan, 0.5]))
        #expect(shares([(0, 1, .error)]) == [.error: ScoreVector([1])])
        #expect(shares([(0, 1, .parsed), (1, 1, .absent)]).isEmpty)
    }

    @Test("lengths, times, tokens and prices are means over the epochs that have them") func measures() {
        var tally = RunTally()
        let measured: [(Int, Int, MeasuredValues)] = [
            (1, 1, MeasuredValues(length: 10)), (1, 2, MeasuredValues(length: 20, latency: 1.5)),
            (0, 1, MeasuredValues(length: 4, outputTokens: 3, cost: 0.5)), (0, 2, MeasuredValues()),
        ]
        for (item, epoch, values) in measured {
            _ = tally.add(position: item, epoch: epoch, scored: (.parsed, 1), runnerScores: [], measured: values)
        }
        #expect(
            tally.measures == [
                .length: ScoreVector([4, 15]), .latency: ScoreVector([.nan, 1.5]), .outputTokens: ScoreVector([3]),
                .cost: ScoreVector([0.5]),
            ])
    }

    @Test("of duplicates the last one's measures count, even if it has none; rows of other metrics complete them")
    func measuresOfDuplicates() {
        func measures(_ rows: [(metric: Int, values: MeasuredValues)]) -> [PredictionMeasure: ScoreVector] {
            var tally = RunTally()
            for (metric, values) in rows {
                _ = tally.add(
                    position: 0, epoch: 1, scored: (.parsed, nil),
                    runnerScores: [MetricScore(metric: metric, value: 1)], measured: values)
            }
            return tally.measures
        }
        let first = MeasuredValues(length: 9, latency: 2)
        #expect(measures([(0, first), (0, MeasuredValues(length: 5))]) == [.length: ScoreVector([5])])
        #expect(measures([(0, first), (0, MeasuredValues())]).isEmpty)
        #expect(
            measures([(0, first), (1, MeasuredValues(length: 5, cost: 0.25))]) == [
                .length: ScoreVector([9]), .latency: ScoreVector([2]), .cost: ScoreVector([0.25]),
            ])
    }
}
