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
        guard let least = bounds.map(\.lower).min(), let most = bounds.map(\.lower).max(), bounds.count > 1 else { return nil }
        // Rounded away from the truth that is claimed: down where all pass, up where none does.
        let all = Digits.format.stringWithUnit((least * 1000).rounded(.down) / 1000, decimals: 1)
        let none = Digits.format.stringWithUnit((most * 1000).rounded(.up) / 1000, decimals: 1)
        return "All \(bounds.count) models would pass a minimum of up to \(all), and none would pass one above \(none)."
    }

    /// The verdicts on the highest minimum that the study names.
    func highest() -> Sentence? {
        let named = index.document.study.thresholds.filter { !leading($0.id).isEmpty }
        guard let top = named.max(by: { ($0.minimum ?? 0) < ($1.minimum ?? 0) }) else { return nil }
        return outcome(top)
    }
}
