import Foundation
import Records

/// Which model and which task a samples file belongs to, and where that is known from.
struct HarnessIdentity {
    private let model: String
    private let task: String
    private let startedAt: String?
    private let aggregate: HarnessAggregate
    let problems: [Problem]

    init(log: Log, name: HarnessFileName, aggregate: HarnessAggregate) {
        self.aggregate = aggregate
        let place = InputPlace(file: log.path)
        let folder = log.url.deletingLastPathComponent().lastPathComponent
        var problems = aggregate.problems
        if !aggregate.isThere {
            problems.append(
                place.problem(
                    "missing-sidecar", .warning, expected: "the aggregate of the run (`results_<time>.json`) beside it",
                    found: "none", remedy: "Put it there, so that the model's name and the runner's figures are known.")
            )
        }
        if let own = name.time, let sidecar = log.sidecars.first?.lastPathComponent, !sidecar.contains(own) {
            problems.append(
                place.problem(
                    "sidecar-of-other-time", .warning, expected: "an aggregate of the same time (`\(own)`)",
                    found: "`\(sidecar)`", remedy: "Check that the runner's figures belong to these samples."))
        }
        if let name = aggregate.modelName {
            model = name
        } else {
            // The runner writes `/` as `__`; the first one parts the organisation from the model.
            model = folder.firstRange(of: "__").map { folder.replacingCharacters(in: $0, with: "/") } ?? folder
            problems.append(
                place.problem(
                    "model-from-folder", .note, field: "model_name", expected: "the model's name in the aggregate",
                    found: "none; the folder is called `\(folder)`",
                    remedy: "Give the name as an alias of a model in the study file if it is not right."))
        }
        if let known = name.task ?? aggregate.task {
            task = known
        } else {
            task = name.stem
            problems.append(
                place.problem(
                    "missing-field", .warning, field: "task", expected: "a file name `samples_<task>_<time>.jsonl`",
                    found: "`\(log.url.lastPathComponent)`",
                    remedy: "Rename the file, or name the benchmark in the study."))
        }
        startedAt = aggregate.startedAt ?? name.startedAt
        self.problems = problems
    }

    /// The run before its rows are known.
    func run(_ runner: String) -> RunRecord {
        RunRecord(
            index: 0, runner: runner, runnerVersion: aggregate.version, model: model, benchmark: task,
            startedAt: startedAt, itemsReported: aggregate.itemCount)
    }
}
