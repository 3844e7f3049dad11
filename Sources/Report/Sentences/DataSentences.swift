import Findings

/// What there is to download and what it was made from, in words.
struct DataSentences {
    let index: FindingsIndex

    /// What the files hold.
    func offer(files: Int) -> Sentence {
        let document = index.document
        let parts = [
            (document.estimates.count, "estimate"), (document.differences.count, "paired difference"),
            (document.gaps.count, "gap"), (document.verdicts.count, "verdict"),
        ].filter { $0.0 > 0 }.map { Digits.counted($0.0, $0.1) }
        guard !parts.isEmpty else { return "The files hold no findings: no run of the study has a scored item." }
        return
            "\(Digits.counted(files, "file")) \(Words.verb(files, "holds", "hold")) \(Words.list(parts)), unrounded, each with its interval or bounds, n and method."
    }

    /// How much was read, and what was wrong with it.
    func provenance() -> Sentence {
        let document = index.document
        guard !document.sources.isEmpty else { return "The study has no logs, so nothing was read." }
        let used = document.runs.filter(\.isUsed)
        let unused = document.runs.count - used.count
        let without = unused == 0 ? "" : " (\(Digits.count(unused)) more not used)"
        let notes = RunWarnings.summary(document.problems) ?? "no note"
        return """
            \(Digits.counted(document.sources.count, "log")) \(Words.verb(document.sources.count, "holds", "hold")) \
            \(Digits.counted(used.count, "run"))\(without) with \
            \(Digits.counted(used.map(\.predictions).reduce(0, +), "prediction")) of \
            \(Digits.counted(Set(used.map(\.model)).count, "model")) on \
            \(Digits.counted(Set(used.map(\.benchmark)).count, "benchmark")) and gave reason for \(notes).
            """
    }
}
