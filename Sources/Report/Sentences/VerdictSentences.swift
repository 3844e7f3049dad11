import Charts
import Findings

/// Who passes what, in words.
struct VerdictSentences {
    let index: FindingsIndex

    struct Count: Equatable {
        var pass = 0
        var fail = 0
        var inconclusive = 0
        var all: Int { pass + fail + inconclusive }

        init(_ verdicts: [VerdictFinding]) {
            for verdict in verdicts {
                switch verdict.verdict {
                case .pass: pass += 1
                case .fail: fail += 1
                case .inconclusive: inconclusive += 1
                }
            }
        }
    }

    /// The verdicts that count for a threshold: the joint ones where a model has them, else the single ones.
    func leading(_ threshold: String) -> [VerdictFinding] {
        let all = index.document.verdicts.filter { $0.threshold == threshold }
        let joint = all.filter(\.isJoint)
        return joint.isEmpty ? all : joint
    }

    /// What a threshold's minimum is: `90%` or `chance level`.
    static func minimum(_ threshold: ThresholdFinding) -> String {
        threshold.minimum.map { Digits.level($0) } ?? "chance level"
    }

    /// What one threshold says.
    func outcome(_ threshold: ThresholdFinding) -> Sentence? { whole(threshold, leading(threshold.id)) }

    /// What some verdicts on one threshold say together.
    func whole(_ threshold: ThresholdFinding, _ verdicts: [VerdictFinding]) -> Sentence? {
        let count = Count(verdicts)
        guard count.all > 0 else { return nil }
        let name = "“\(threshold.name)” (minimum: \(Self.minimum(threshold)))"
        let isByModel = Set(verdicts.map(\.model)).count == verdicts.count
        let all = Digits.counted(count.all, isByModel ? "model" : "verdict")
        var clauses: [String] = []
        if count.fail > 0 { clauses.append("\(count.fail) \(Words.verb(count.fail, "fails", "fail"))") }
        if count.inconclusive > 0 {
            clauses.append("\(count.inconclusive) \(Words.verb(count.inconclusive, "is", "are")) inconclusive")
        }
        let rest = clauses.isEmpty ? "" : "; " + Words.list(clauses)
        if !isByModel {
            if count.all > 1, count.pass == count.all { return "All \(count.all) verdicts on \(name) are passes." }
            if count.all > 1, count.fail == count.all { return "All \(count.all) verdicts on \(name) are fails." }
            return
                "Of \(all) on \(name), \(count.pass) \(Words.verb(count.pass, "is a pass", "are passes"))\(rest)."
        }
        if count.fail == count.all, count.all > 1 { return "No model passes \(name); all \(count.all) fail." }
        if count.pass == 0 { return "No model passes \(name)\(rest)." }
        if count.pass == count.all {
            return count.all == 1 ? "The model passes \(name)." : "All \(count.all) models pass \(name)."
        }
        return
            "\(count.pass) of \(all) \(Words.verb(count.pass, "passes", "pass")) \(name)\(rest)."
    }

    /// Up to which minimum all of some models would pass, and above which none would.
    func moved(_ bounds: [(lower: Double, upper: Double)]) -> Sentence? {
        guard let least = bounds.map(\.lower).min(), let most = bounds.map(\.lower).max(), bounds.count > 1 else {
            return nil
        }
        // Rounded away from the truth that is claimed: down where all pass, up where none does.
        let all = Digits.format.stringWithUnit((least * 1000).rounded(.down) / 1000, decimals: 1)
        let none = Digits.format.stringWithUnit((most * 1000).rounded(.up) / 1000, decimals: 1)
        return "All \(bounds.count) models would pass a minimum of up to \(all), and none would pass one above \(none)."
    }

    /// What the page of verdicts opens with: the highest minimum that the study names and judges.
    func highest() -> Sentence? {
        let named = index.document.study.thresholds.filter { !leading($0.id).isEmpty }
        return named.max { ($0.minimum ?? 0) < ($1.minimum ?? 0) }.flatMap { opening($0) }
    }

    /// What one threshold says, with the number of the model that is nearest to passing it.
    func opening(_ threshold: ThresholdFinding) -> Sentence? {
        let leading = leading(threshold.id)
        // A verdict over everything that the threshold judges says more of a model than those on single benchmarks.
        let whole = leading.filter { $0.isJoint && $0.benchmark == nil }
        let verdicts = whole.isEmpty ? leading : whole
        guard let some = verdicts.first else { return nil }
        let name = Self.name(threshold)
        if verdicts.count == 1 {
            let verb =
                switch some.verdict {
                case .pass: "passes"
                case .fail: "fails"
                case .inconclusive: "neither passes nor fails"
                }
            return "\(subject(some)) \(verb) \(name): it stands at \(number(some, threshold))."
        }
        let count = Count(verdicts)
        let isByModel = Set(verdicts.map(\.model)).count == verdicts.count
        var clauses: [Sentence] = [claim(count, verdicts, name, isByModel: isByModel)]
        let rest = [
            (count.fail, Words.verb(count.fail, "fails", "fail")),
            (count.inconclusive, Words.verb(count.inconclusive, "is inconclusive", "are inconclusive")),
        ].filter { $0.0 > 0 }.map { ($0.0 == count.all ? "all \($0.0)" : "\($0.0)") + " \($0.1)" }
        if !rest.isEmpty { clauses.append("\(Words.list(rest))") }
        if let nearest = nearest(verdicts) {
            let words = count.pass > 0 && count.all - count.pass > 1 ? "the nearest of these" : "the nearest"
            let start: Sentence = count.all - count.pass == 1 ? "\(subject(nearest))" : "\(words), \(subject(nearest)),"
            clauses.append("\(start) stands at \(number(nearest, threshold))")
        } else if let lowest = verdicts.min(by: { $0.lower - $0.minimum < $1.lower - $1.minimum }) {
            clauses.append("the lowest bound is that of \(subject(lowest)), at \(number(lowest, threshold))")
        }
        let joined = clauses.dropFirst().reduce(clauses[0]) { "\($0); \($1)" }
        return "\(joined)."
    }

    /// Who passes, without those who do not.
    private func claim(
        _ count: Count, _ verdicts: [VerdictFinding], _ name: String, isByModel: Bool
    ) -> Sentence {
        guard isByModel else {
            let models = Digits.counted(Set(verdicts.map(\.model)).count, "model")
            let benchmarks = Set(verdicts.compactMap(\.benchmark)).count
            if count.pass == 0 {
                let place = benchmarks > 1 ? " on any of \(benchmarks) benchmarks" : ""
                return "No model passes \(name)\(place)"
            }
            return """
                Of \(count.all) verdicts on \(models), \(count.pass) \(Words.verb(count.pass, "is a pass", "are passes")) \
                on \(name)
                """
        }
        if count.pass == 0 { return "No model passes \(name)" }
        if count.pass == count.all { return "All \(count.all) models pass \(name)" }
        let names = Sentence.list(
            verdicts.filter { $0.verdict == .pass }.map { index.link(model: $0.model) }, limit: 4)
        return """
            \(count.pass) of \(count.all) models \(Words.verb(count.pass, "passes", "pass")) \(name), namely \(names)
            """
    }

    /// The verdict that is nearest to a pass among those that are none; the first of equal ones.
    private func nearest(_ verdicts: [VerdictFinding]) -> VerdictFinding? {
        verdicts.filter { $0.verdict != .pass }.max { $0.lower - $0.minimum < $1.lower - $1.minimum }
    }

    /// `“Clinical deployment” (minimum 90%) on reasoning`.
    private static func name(_ threshold: ThresholdFinding) -> String {
        let capability = threshold.capability.map { " on \($0)" } ?? ""
        return "“\(threshold.name)” (minimum \(minimum(threshold)))\(capability)"
    }

    /// The model that was judged, and on which benchmark if it was one.
    private func subject(_ verdict: VerdictFinding) -> Sentence {
        guard let benchmark = verdict.benchmark else { return index.link(model: verdict.model) }
        return "\(index.link(model: verdict.model)) on \(index.link(benchmark: benchmark))"
    }

    /// The number that decided, with its bounds, their level and, where it is no single one, the minimum.
    private func number(_ verdict: VerdictFinding, _ threshold: ThresholdFinding) -> String {
        let decimals = VerdictTable.decimals(verdict)
        let format = Digits.format
        var text = format.stringWithUnit(verdict.estimate, decimals: decimals) + " "
        text += format.interval(lower: verdict.lower, upper: verdict.upper, decimals: decimals)
        if threshold.minimum == nil {
            text += " against \(format.stringWithUnit(verdict.minimum, decimals: decimals))"
        }
        if verdict.isJoint, verdict.parts > 1 { text += " on the weakest of \(verdict.parts) parts" }
        return text + " (one-sided \(Digits.level(1 - verdict.alpha)) bounds)"
    }
}
