import Records
import Study

/// Verdicts that pass a threshold only as long as the items without a score are left out: what was not judged must not be
/// taken for what is right.
enum HollowPasses {
    static let kind = "pass-without-all-items"

    static func problems(_ analyses: [BenchmarkAnalysis], study: Study) -> [Problem] {
        study.thresholds.flatMap { threshold in
            analyses.compactMap { analysis in
                problem(
                    threshold, benchmark: analysis.data.entry.id,
                    analysis.verdicts.filter { verdict in
                        verdict.finding.threshold == threshold.id && verdict.finding.verdict == .pass
                            && verdict.unscored > 0 && verdict.worst < verdict.finding.minimum
                    }, study: study)
            }
        }
    }

    private static func problem(
        _ threshold: Threshold, benchmark: String, _ hollow: [PartVerdict], study: Study
    ) -> Problem? {
        guard !hollow.isEmpty else { return nil }
        let named = hollow.prefix(3).map { verdict in
            let facet = verdict.finding.facet.map { ", \($0.name) \(RunWords.short($0.value))" } ?? ""
            let share = RunWords.share(verdict.unscored, of: verdict.finding.items + verdict.unscored)
            return "\(RunWords.short(verdict.finding.model))\(facet) (\(share) without a score)"
        }
        let rest = hollow.count > named.count ? " and \(hollow.count - named.count) more" : ""
        return Problem(
            kind: kind, severity: .warning, file: study.file ?? "the study",
            expected:
                "passes of the threshold `\(threshold.id)` on \(benchmark) that items without a score could not undo",
            found: named.joined(separator: ", ") + rest,
            remedy:
                "With these items wrong the accuracy is below the minimum. Run them again before relying on the pass.",
            count: hollow.count)
    }
}
