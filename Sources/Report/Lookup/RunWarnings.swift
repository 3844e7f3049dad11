import Findings

/// Which problems are about which runs. Notes do not count as warnings.
struct RunWarnings: Sendable {
    private struct Key: Hashable {
        var source: String
        var benchmark: String?
    }

    private var counts: [Key: Int] = [:]

    init(_ problems: [ProblemFinding]) {
        for problem in problems where Self.isWarning(problem) {
            for source in problem.runs ?? [] {
                counts[Key(source: source, benchmark: problem.benchmark), default: 0] += 1
            }
        }
    }

    /// The warnings and errors about a run: those about it and its benchmark, and those about its whole log.
    func count(_ run: RunFinding) -> Int {
        counts[Key(source: run.source, benchmark: run.benchmark), default: 0]
            + counts[Key(source: run.source), default: 0]
    }

    static func isWarning(_ problem: ProblemFinding) -> Bool { problem.severity != "note" }

    /// Problems that matter most first, otherwise in their order.
    static func sorted(_ problems: [ProblemFinding]) -> [ProblemFinding] {
        let rank = ["error": 0, "warning": 1]
        return problems.enumerated().sorted {
            (rank[$0.element.severity] ?? 2, $0.offset) < (rank[$1.element.severity] ?? 2, $1.offset)
        }.map(\.element)
    }

    /// `1 error, 3 warnings and 2 notes`, or nil if there is nothing; with `areNotesCounted` false, without the notes.
    static func summary(_ problems: [ProblemFinding], areNotesCounted: Bool = true) -> String? {
        let parts = ["error", "warning", "note"].filter { areNotesCounted || $0 != "note" }.compactMap { severity in
            let count = problems.count { $0.severity == severity }
            return count > 0 ? Digits.counted(count, severity) : nil
        }
        return parts.isEmpty ? nil : Words.list(parts)
    }
}
