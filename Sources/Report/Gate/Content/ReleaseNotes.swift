import Charts
import Findings

/// How the numbers of a document of releases were made, and what they could have shown.
struct ReleaseNotes {
    let index: GateIndex

    private var document: ReleaseDocument { index.document }

    var all: [String] {
        [direction, differences, tests, detectable, measures, policy].compactMap(\.self)
    }

    /// What the marks of the table on a terminal mean, or nil where it has none.
    var marks: String? {
        let states =
            document.comparisons.map(index.state) + document.verdicts.map(index.state)
            + document.measures.map(index.state)
        var parts: [String] = []
        if states.contains(.blocks) { parts.append("! blocks the release") }
        if states.contains(where: { $0.word == "waived" || $0.word == "tolerated" }) {
            parts.append("~ is let pass by a waiver or by the policy")
        }
        return parts.isEmpty ? nil : "Marks: " + parts.joined(separator: "; ") + "."
    }

    private var direction: String? {
        document.comparisons.contains { !$0.higherIsBetter } ? "Where ↓ stands, lower scores are better." : nil
    }

    private var differences: String? {
        guard let some = document.comparisons.first else { return nil }
        let intervals = document.comparisons.map(GateWords.interval)
        let names = Words.list(unique(intervals.map(\.method)).map { GateWords.method(index.methodName($0)) })
        let pairs = document.releases.allSatisfy(\.hasItems) ? "over the items that both have" : "of the estimates"
        let always =
            document.policy.isSequential
            ? " They hold at any time, so that growing logs may be judged again and again." : ""
        return "Differences are candidate minus baseline \(pairs), in points; intervals at "
            + "\(Digits.level(GateWords.interval(some).level)): \(names).\(always)"
    }

    private var tests: String? {
        guard let some = document.comparisons.first else { return nil }
        let names = Words.list(unique(document.comparisons.map(\.test)).map { GateWords.method(index.methodName($0)) })
        let margins = unique(document.comparisons.compactMap(\.margin).map { Digits.plain($0 * 100) })
        let margin =
            margins.isEmpty
            ? "No margin is set, so that nothing is called equivalent."
            : "Equivalent: beyond chance within \(Words.list(margins)) \(margins == ["1"] ? "point" : "points")."
        return "p values (\(names)) are adjusted by weighted Holm over \(GateWords.counted(some.family, "test")): the "
            + "chance of any false alarm is at most \(Digits.level(1 - document.study.level)). \(margin)"
    }

    private var detectable: String? {
        let parts = ComparisonScope.allCases.compactMap { scope -> String? in
            let values = document.comparisons.filter { $0.scope == scope }.compactMap(\.detectable)
            guard let least = values.min(), let most = values.max() else { return nil }
            let range = [least, most].map { Digits.format.string($0, decimals: 1) }
            let text = range[0] == range[1] ? range[0] : "\(range[0]) to \(range[1])"
            return "\(text) \(scope == .overall ? "overall" : "by \(scope.rawValue)")"
        }
        guard !parts.isEmpty else { return nil }
        return "Smallest difference that would have been seen with a power of 80%, in points: \(Words.list(parts))."
    }

    private var measures: String? {
        guard let some = document.measures.first else { return nil }
        let names = Words.list(unique(document.measures.map(\.test)).map { GateWords.method(index.methodName($0)) })
        return "Measures are tested (\(names)) with Holm over \(GateWords.counted(some.family, "test")) of their own."
    }

    private var policy: String {
        let blocks = document.policy.blocks.isEmpty ? "nothing" : Words.list(document.policy.blocks)
        let strict = document.policy.isStrict ? "; inconclusive comparisons are not allowed" : ""
        return "Policy: failures of these block: \(blocks)\(strict). Acuity \(document.acuityVersion)."
    }

    private func unique(_ names: [String]) -> [String] {
        names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
