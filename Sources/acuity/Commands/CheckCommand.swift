import Findings
import Foundation
import Report

extension CommandDefinition {
    private static let format = OptionDefinition(
        name: "format", value: "NAME",
        description: "\(GateFormat.allCases.map(\.rawValue).joined(separator: ", ")) (default: table)")

    static let check = CommandDefinition(
        name: "check", summary: "the thresholds' verdicts, with an exit code",
        options: [.output, format, .json, .strict, .quiet],
        footer: "Reads results/findings.json. Exits with 1 if a threshold fails, with 4 under --strict if one is "
            + "inconclusive. --json is short for --format json."
    ) { invocation, console in
        let form = try gateFormat(invocation)
        let findings = try Workspace(output: invocation.output).readFindings()
        guard !findings.study.thresholds.isEmpty else {
            throw UsageError("expected thresholds in the study; found none. Add a [[threshold]] to the study file.")
        }
        let isStrict = invocation.has(.strict)
        let text = try CheckReport.render(
            findings, as: form, options: GateOptions(usesColour: console.usesColourInResults), isStrict: isStrict)
        StandardStream.write(text, to: .standardOutput)
        if findings.verdicts.contains(where: { $0.verdict == .fail }) { return .failed }
        let isUncertain = findings.verdicts.contains { $0.verdict == .inconclusive }
        return isStrict && isUncertain ? .inconclusive : .success
    }

    /// The form that the user asked for with `--format` or `--json`.
    private static func gateFormat(_ invocation: Invocation) throws -> GateFormat {
        guard let name = invocation.value(format) else { return invocation.has(.json) ? .json : .table }
        guard let found = GateFormat(rawValue: name) else {
            let names = GateFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("--format: expected one of \(names); found `\(name)`")
        }
        guard !invocation.has(.json) || found == .json else {
            throw UsageError("--json: expected it alone or with --format json; found --format \(name). Leave one out.")
        }
        return found
    }
}
