import Findings
import Records
import Store

/// A problem of one or several runs of a benchmark.
struct RunProblem {
    var kind: String
    var severity: Problem.Severity = .warning
    var benchmark: String
    /// The runs concerned, the deviating ones first.
    var runs: [StoredRun]
    var expected: String
    var found: String
    /// What it does to the numbers, in sentences.
    var effect: String
    var remedy: String
    /// The keys of the items concerned; empty where the problem is not about items.
    var items: [String] = []
    /// How many items are concerned, where their keys are not at hand.
    var itemCount: Int?
    /// How often it occurred.
    var count: Int

    var finding: ProblemFinding {
        var finding = Problem(
            kind: kind, severity: severity, file: runs.first?.sourcePath ?? benchmark, expected: expected, found: found,
            remedy: "\(effect) \(remedy)", count: count
        ).finding
        finding.benchmark = benchmark
        finding.models = Array(Set(runs.map(\.model))).sorted()
        finding.runs = Array(Set(runs.map(\.sourcePath))).sorted()
        finding.items = itemCount ?? (items.isEmpty ? nil : items.count)
        finding.examples = items.isEmpty ? nil : items.prefix(3).map(RunWords.short)
        return finding
    }
}

/// Words that several checks share.
enum RunWords {
    /// How many runs a sentence names; the findings list all.
    private static let named = 3
    private static let longest = 80

    /// `m1 (logs/a.jsonl: 12 items), m2 (logs/b.jsonl: 14 items) and 4 more`.
    static func list(_ runs: [StoredRun], remark: (Int) -> String = { _ in "" }) -> String {
        let names = runs.indices.prefix(named).map { name(runs[$0], remark: remark($0)) }
        let rest = runs.count - names.count
        if rest > 0 { return names.joined(separator: ", ") + " and \(rest) more" }
        return names.count < 2
            ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    /// The model with its log.
    static func name(_ run: StoredRun, remark: String = "") -> String {
        "\(short(run.model)) (`\(run.sourcePath)`\(remark.isEmpty ? "" : ": \(remark)"))"
    }

    /// ` (for example `k1`, `k2`, `k3`)`.
    static func examples(_ keys: [String]) -> String {
        keys.isEmpty ? "" : " (for example " + keys.prefix(3).map { "`\(short($0))`" }.joined(separator: ", ") + ")"
    }

    /// `1 item`, `12 items`.
    static func items(_ count: Int) -> String { count == 1 ? "1 item" : "\(count) items" }

    /// `12 of 48 items`.
    static func share(_ count: Int, of all: Int) -> String { "\(count) of \(items(all))" }

    /// A name from a log, cut where it is too long for a sentence.
    static func short(_ name: String) -> String {
        // By scalars: one character may hold any number of them.
        guard name.unicodeScalars.count > longest else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(longest))) + "…"
    }
}
