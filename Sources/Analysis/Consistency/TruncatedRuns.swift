import Records
import Store

/// Runs that hold fewer items than the runner reported, than the benchmark has, or than another run, of which they have
/// the beginning only.
enum TruncatedRuns: ConsistencyCheck {
    static let kinds = ["truncated-run"]

    /// A run that has the first items of a longer run, in that run's order.
    struct Prefix {
        let run: Int
        let longest: Int
    }

    /// What readers note where a log itself tells that it is not whole.
    private static let noted: Set<String> = ["missing-samples", "unfinished-run", "no-samples"]

    static func problems(_ runs: BenchmarkRuns) -> [RunProblem] {
        let prefixes = prefixes(runs)
        var problems: [RunProblem] = []
        if let first = prefixes.first {
            let longest = runs.used[first.longest]
            let cut = prefixes.map { runs.used[$0.run].run }
            problems.append(
                problem(
                    cut,
                    expected:
                        "the \(RunWords.items(longest.itemCount)) of \(RunWords.name(longest.run)) in all runs on "
                        + runs.benchmark,
                    found: "the beginning only: "
                        + RunWords.list(cut) { "the first \(runs.used[prefixes[$0].run].itemCount)" },
                    missing: longest.itemCount - (prefixes.map { runs.used[$0.run].itemCount }.min() ?? 0), runs))
        }
        let known = Set(prefixes.map(\.run))
        var short: [StoredRun] = []
        for (index, checked) in runs.used.enumerated() where !known.contains(index) {
            let run = checked.run
            let isNoted = runs.sources[run.sourcePath]?.problems.contains { noted.contains($0.kind) } ?? false
            if let reported = run.itemsReported, reported > run.items, !isNoted {
                problems.append(
                    problem(
                        [run],
                        expected: "the \(RunWords.items(reported)) that the runner reports for \(RunWords.name(run))",
                        found: RunWords.items(run.items), missing: reported - run.items, runs))
            } else if let full = runs.fullItemCount, full > run.items, !isNoted,
                !runs.questions.strangers.contains(index)
            {
                short.append(run)
            }
        }
        if let full = runs.fullItemCount, let fewest = short.map(\.items).min() {
            var found = problem(
                short, expected: "the \(RunWords.items(full)) that \(runs.benchmark) has",
                found: "fewer: " + RunWords.list(short) { RunWords.items(short[$0].items) }, missing: full - fewest,
                runs)
            // A study of a part is no accident where every run has that part; a run that was cut stands alone.
            if short.count > 1, short.count == runs.used.count, areAlike(runs) {
                found.severity = .note
                found.effect = "The accuracy is that of the part that all runs have."
                found.remedy = "Give the part's number of items as `items` in the study file if it is meant."
            }
            problems.append(found)
        }
        return problems
    }

    /// Whether all runs have the same items.
    private static func areAlike(_ runs: BenchmarkRuns) -> Bool {
        runs.used.dropFirst().allSatisfy { run in
            zip(run.items, runs.used[0].items).allSatisfy { ($0.place > 0) == ($1.place > 0) }
        }
    }

    private static func problem(
        _ cut: [StoredRun], expected: String, found: String, missing: Int, _ runs: BenchmarkRuns
    ) -> RunProblem {
        RunProblem(
            kind: kinds[0], benchmark: runs.benchmark, runs: cut, expected: expected, found: found,
            effect:
                "The accuracy rests on the items that are there, and models are compared in pairs on their common items; "
                + "the items that are missing count in the bounds.",
            remedy:
                "If the run was stopped, finish it or run it again; if it was limited on purpose, limit all runs alike.",
            itemCount: missing, count: cut.count)
    }

    /// The runs that end early: all their items are the first ones of the longest run that shares items with them.
    static func prefixes(_ runs: BenchmarkRuns) -> [Prefix] {
        let sharing = runs.sharing
        guard let longest = sharing.max(by: { (runs.used[$0].itemCount, $1) < (runs.used[$1].itemCount, $0) }) else {
            return []
        }
        let places = runs.used[longest].items
        return sharing.compactMap { run in
            let checked = runs.used[run]
            guard checked.itemCount < runs.used[longest].itemCount else { return nil }
            let isPrefix = checked.items.indices.allSatisfy { item in
                checked.items[item].place == 0
                    || (places[item].place > 0 && Int(places[item].place) <= checked.itemCount)
            }
            return isPrefix && asksAlike(checked.items, places) ? Prefix(run: run, longest: longest) : nil
        }
    }

    /// Whether two runs say the same of the items that they share; keys that count positions make any short run look like
    /// the beginning of a long one.
    private static func asksAlike(_ left: CheckedItems, _ right: CheckedItems) -> Bool {
        [\ItemFingerprint.question, \.optionSet, \.target, \.targetOptions].allSatisfy { field in
            var both = 0
            var same = 0
            for item in left.indices where left[item][keyPath: field] != 0 && right[item][keyPath: field] != 0 {
                both += 1
                if left[item][keyPath: field] == right[item][keyPath: field] { same += 1 }
            }
            // Letters differ where options are shuffled; a few items may have been corrected.
            return 10 * same >= 9 * both || (field == \.targetOptions && left.contains { $0.target != 0 })
        }
    }
}
