import Records
import Store

/// Several runs of one model on one benchmark: the newest counts, and all are listed.
enum DuplicateRuns: ConsistencyCheck {
    static let kinds = ["duplicate-run"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        let filled = runs.all.filter { $0.run.items > 0 }
        return Dictionary(grouping: filled, by: \.run.model).filter { $0.value.count > 1 }
            .sorted { $0.key < $1.key }.map { problem($0.value, runs) }
    }

    private static func problem(_ group: [AnalysedRun], _ runs: BenchmarkRuns) -> RunProblem {
        let newestFirst = group.map(\.run).sorted { RunAge.isOlder($1, $0) }
        let newest = newestFirst[0]
        let (age, next) = (RunAge(newest.startedAt), RunAge(newestFirst[1].startedAt))
        let isDated = age.seconds != nil && age.seconds != next.seconds
        let larger = newestFirst.dropFirst().max { $0.items < $1.items }.flatMap { $0.items > newest.items ? $0 : nil }
        let digests = Set(newestFirst.map { runs.sources[$0.sourcePath]?.sha256 })
        let isCopied = digests.count == 1 && Set(newestFirst.map(\.sourcePath)).count == newestFirst.count
        let list = newestFirst.map { run in
            "`\(run.sourcePath)`" + (run.index > 0 ? " (run \(run.index + 1))" : "")
                + ", \(run.startedAt.map(RunWords.short) ?? "without a time"), \(RunWords.items(run.items))"
        }
        var effect =
            "The first one listed counts, \(isDated ? "the newest" : Self.undated); the others enter no estimate."
        if isCopied { effect += " All logs have the same bytes: nothing is lost." }
        if let larger {
            effect +=
                " \(isDated ? "An older one" : "Another one") has more items (\(larger.items) against \(newest.items)): the first may have been stopped."
        }
        return RunProblem(
            kind: kinds[0], severity: isCopied || (isDated && larger == nil) ? .note : .warning,
            benchmark: runs.benchmark,
            runs: newestFirst, expected: "one run of \(RunWords.short(newest.model)) on \(runs.benchmark)",
            found: "\(group.count): \(list.prefix(longestList).joined(separator: "; "))"
                + (list.count > longestList ? "; and \(list.count - longestList) more" : ""),
            effect: effect,
            remedy:
                "If these are different models, name the model of each; if they are repeats, log them as epochs of one run; "
                + "else leave the old logs out.", count: group.count)
    }

    private static let longestList = 20
    private static let undated =
        "because it is last by path: the times do not tell which is newest"
}
