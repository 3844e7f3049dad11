import Records
import Store

extension Problem {
    /// - Parameter contradictions: how many of the duplicates were scored otherwise than what they replace.
    static func duplicates(file: String, run: StoredRun, contradictions: Int) -> Problem {
        Problem(
            kind: "duplicate-predictions", severity: .warning, file: file,
            expected: "one prediction for each item and epoch of \(run.model) on \(run.benchmark)",
            found: "\(run.duplicates) given again"
                + (contradictions == 0 ? ", with the same scores" : ", \(contradictions) of them with another score"),
            remedy: "The last one counts. If these are repeats, name the field that numbers them as `epoch`.",
            count: run.duplicates)
    }

    static func emptyRun(file: String, run: StoredRun) -> Problem {
        Problem(
            kind: "empty-run", severity: .warning, file: file,
            expected: "predictions of \(run.model) on \(run.benchmark)", found: "none",
            remedy: "The run enters no estimate. Check that the runner finished and logged its samples.")
    }

    static func tooManyItems(file: String, most: Int) -> Problem {
        Problem(
            kind: "too-many-items", severity: .error, file: file,
            expected: "at most \(most) items of a benchmark in a log",
            found: "more",
            remedy: "Divide the log by benchmark, or name the field that tells its items under [logs.fields] item.")
    }

    static func noShare(file: String, run: StoredRun) -> Problem {
        Problem(
            kind: "no-judging-metric", severity: .warning, file: file, field: "metric",
            expected: "a metric of \(run.model) on \(run.benchmark) whose full score is 1, or answers with targets",
            found: run.scores.dropFirst().map { "`\($0.metric.name)` beyond 1" }.prefix(4).joined(separator: ", "),
            remedy:
                "The run enters no estimate; its metrics are listed with it. Divide the scores by their largest value.")
    }

    static func facetConflict(file: String, facet: String, count: Int) -> Problem {
        Problem(
            kind: "facet-conflict", severity: .note, file: file, field: facet,
            expected: "the value that an earlier log gave the same item", found: "another value",
            remedy: "The first value counts. If the benchmarks differ, give them different names in the study file.",
            count: count)
    }
}

extension Problem {
    /// A file that was to be written cannot be.
    ///
    /// - Parameter found: what the system says.
    public static func unwritable(file: String, found: String) -> Problem {
        Problem(
            kind: "unwritable-file", severity: .error, file: file, expected: "a file that can be written", found: found,
            remedy: "Check the disk's space and the rights on the folder, and run the command again.")
    }

    static func noRun(file: String, runner: String) -> Problem {
        Problem(
            kind: "no-run", severity: .error, file: file, expected: "a log of \(runner) with at least one run",
            found: "none", remedy: "Check that the file is whole, or pass it over in the study file.")
    }
}
