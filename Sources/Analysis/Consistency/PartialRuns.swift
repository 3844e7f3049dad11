import Records
import Store

/// Runs whose logs could not be read in full.
enum PartialRuns: ConsistencyCheck {
    static let kinds = ["partial-run"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        runs.all.compactMap { analysed in
            guard let unread = runs.sources[analysed.run.sourcePath]?.unread, unread > 0 else { return nil }
            let run = analysed.run
            return RunProblem(
                kind: kinds[0], severity: analysed.isUsed ? .warning : .note, benchmark: runs.benchmark, runs: [run],
                expected: "a log of \(run.model) on \(runs.benchmark) that can be read to its end",
                found: unread == 1
                    ? "one part that could not be read" : "\(unread) lines or parts that could not be read",
                effect: analysed.isUsed
                    ? "The run is marked partial: its figures rest on the \(RunWords.items(run.items)) that were read."
                    : "The run is marked partial; no estimate uses it.",
                remedy:
                    "The other problems of this log name the places. Copy the log again, or run the evaluation again.",
                itemCount: run.items, count: unread)
        }
    }
}

extension StoredSource {
    /// What readers note, beside errors, where a part of a log was left out.
    private static let unreadKinds: Set<String> = [
        "unread-rows", "summary-without-sample", "malformed-line", "malformed-json", "truncated-json",
        "truncated-archive",
        "damaged-archive", "damaged-table", "unclosed-quote", "too-long",
    ]

    /// How many lines, rows or parts of the log could not be read.
    var unread: Int {
        problems.filter { $0.severity == .error || Self.unreadKinds.contains($0.kind) }.reduce(0) { $0 + $1.count }
    }
}
