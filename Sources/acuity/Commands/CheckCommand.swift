import Findings
import Foundation

extension CommandDefinition {
    static let check = CommandDefinition(
        name: "check", summary: "the thresholds' verdicts, with an exit code",
        options: [.output, .json, .strict, .quiet],
        footer: "Reads results/findings.json. Exits with 1 if a threshold fails, with 4 under --strict if one is inconclusive."
    ) { invocation, console in
        let findings = try Workspace(output: invocation.output).readFindings()
        guard !findings.study.thresholds.isEmpty else {
            throw UsageError("expected thresholds in the study; found none. Add a [[threshold]] to the study file.")
        }
        if invocation.has(.json) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            console.result(
                Console.safeJSON(String(decoding: try encoder.encode(["verdicts": findings.verdicts]), as: UTF8.self)))
        } else {
            if let notice = findings.study.notice { console.result(Console.safe(notice)) }
            for threshold in findings.study.thresholds {
                console.result(Console.safe(summary(of: threshold, in: findings)))
            }
        }
        if findings.verdicts.contains(where: { $0.verdict == .fail }) { return .failed }
        let isUncertain = findings.verdicts.contains { $0.verdict == .inconclusive }
        return invocation.has(.strict) && isUncertain ? .inconclusive : .success
    }

    private static func summary(of threshold: ThresholdFinding, in findings: FindingsDocument) -> String {
        let minimum = threshold.minimum.map { "\($0)" } ?? "the chance level"
        var lines = [
            "\(threshold.name): at least \(minimum), one-sided error rate \(threshold.alpha) (\(threshold.source))"
        ]
        for model in findings.models {
            let verdicts = findings.verdicts.filter { $0.threshold == threshold.id && $0.model == model.id && !$0.isJoint }
            guard !verdicts.isEmpty else { continue }
            let counts = Verdict.allCases.map { kind in "\(verdicts.count { $0.verdict == kind }) \(kind.rawValue)" }
            let joint = findings.verdicts.first {
                $0.threshold == threshold.id && $0.model == model.id && $0.isJoint && $0.benchmark == nil
            }
            let name = model.name.padding(toLength: max(28, model.name.count), withPad: " ", startingAt: 0)
            lines.append("  \(name) \(counts.joined(separator: ", "))" + (joint.map { "; all together: \($0.verdict.rawValue)" } ?? ""))
        }
        return lines.joined(separator: "\n")
    }
}
