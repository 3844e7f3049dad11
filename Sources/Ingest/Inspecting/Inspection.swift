import Readers
import Records
import Scoring
import Store

/// What Acuity sees in a log, without a store.
public struct Inspection: Encodable, Sendable {
    /// One run under one metric.
    public struct Run: Encodable, Sendable {
        /// The identifier of the runner.
        public var runner: String
        /// The runner's version, if the log names it.
        public var runnerVersion: String?
        /// The model as the log names it.
        public var model: String
        /// The benchmark as the log names it.
        public var benchmark: String
        /// The metric, or `acuity` for Acuity's own score.
        public var metric: String
        /// Items with at least one score under this metric.
        public var items: Int
        /// Predictions of the run, whether scored or not.
        public var predictions: Int
        /// The largest number of predictions of an item.
        public var epochs: Int
        /// The mean over items, epochs averaged within the item first, in the log's unit; nil if nothing is scored.
        public var mean: Double?
        /// The runner's own figure, in the log's unit, or nil.
        public var reported: Double?
        /// Predictions that give an item and epoch again; the last one counts.
        public var duplicates: Int
        /// Predictions in which Acuity found no answer.
        public var unparsed: Int
        /// Predictions that decline to answer.
        public var refused: Int
        /// Predictions that failed.
        public var errors: Int
        /// Predictions without a score under the metric that judges.
        public var unscored: Int
        /// Predictions on which the judging metric and Acuity's own score differ.
        public var disagreements: Int
        /// What was noted while the log was read, in words.
        public var problems: [String]

        enum CodingKeys: String, CodingKey {
            case runner, runnerVersion, model, benchmark, metric, items, predictions, epochs, mean, reported
            case duplicates, unparsed, refused, errors, unscored, disagreements, problems
        }

        /// Writes the properties under their own names. `mean` and `reported` are always there, as null if there is
        /// none; a version that is not known is left out.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(runner, forKey: .runner)
            try container.encodeIfPresent(runnerVersion, forKey: .runnerVersion)
            try container.encode(model, forKey: .model)
            try container.encode(benchmark, forKey: .benchmark)
            try container.encode(metric, forKey: .metric)
            try container.encode(items, forKey: .items)
            try container.encode(predictions, forKey: .predictions)
            try container.encode(epochs, forKey: .epochs)
            // Scripts look for these two: null says that there is none.
            try container.encode(mean, forKey: .mean)
            try container.encode(reported, forKey: .reported)
            try container.encode(duplicates, forKey: .duplicates)
            try container.encode(unparsed, forKey: .unparsed)
            try container.encode(refused, forKey: .refused)
            try container.encode(errors, forKey: .errors)
            try container.encode(unscored, forKey: .unscored)
            try container.encode(disagreements, forKey: .disagreements)
            try container.encode(problems, forKey: .problems)
        }
    }

    /// A prediction as it was read, to show what a log looks like.
    public struct Sample: Sendable {
        /// The item's identifier in the log.
        public var item: String
        /// The answers that count as right, joined by ` | `; empty if the log has none.
        public var target: String
        /// The raw prediction, else the answer that the runner extracted; empty if the log has neither. Untrusted
        /// text.
        public var text: String
        /// The answer that Acuity found, else the status that says why there is none, such as `unparsed`.
        public var answer: String
    }

    /// The runs, one entry for each metric.
    public var runs: [Run]
    /// What was noted while reading.
    public var problems: [Problem]
    /// The names of the items' facets, sorted.
    public var facets: [String]
    /// The first predictions.
    public var samples: [Sample]
    /// The predictions on which the runner's score and Acuity's differ, if they were asked for.
    public var disagreements: [Disagreement]

    enum CodingKeys: String, CodingKey { case runs }

    /// Reads a log to its end. Throws `Problem` if it cannot be read.
    ///
    /// - Parameters:
    ///   - log: the log, as it was found.
    ///   - conditions: facets with the values that a prediction must have to be counted; all of them must hold.
    ///   - listsDisagreements: whether to keep the predictions on which the runner's score and Acuity's differ.
    ///   - scorer: how the answers of a benchmark are scored, by the benchmark's name in the log.
    public init(
        _ log: Log, where conditions: [Facet] = [], listsDisagreements: Bool = false,
        scorer: @escaping (_ benchmark: String) -> AnswerScorer = { _ in AnswerScorer() }
    ) throws {
        let sink = InspectionSink(conditions: conditions, listsDisagreements: listsDisagreements, scorer: scorer)
        try log.read(into: sink)
        problems = sink.problems
        facets = sink.facets.sorted()
        samples = sink.samples
        disagreements = sink.disagreements
        let texts = sink.problems.map(\.description)
        runs = sink.runs.flatMap { record, stored in
            stored.scores.map { scores in
                Run(
                    runner: record.runner, runnerVersion: record.runnerVersion, model: record.model,
                    benchmark: record.benchmark, metric: scores.metric.name,
                    items: scores.values.values.count { !$0.isNaN }, predictions: stored.predictions,
                    epochs: stored.epochs, mean: scores.mean, reported: scores.metric.reported,
                    duplicates: stored.duplicates, unparsed: stored.unparsed, refused: stored.refused,
                    errors: stored.errors, unscored: stored.unscored, disagreements: stored.disagreements,
                    problems: texts)
            }
        }
    }
}
