import Foundation

extension CommandDefinition {
    private static let format = OptionDefinition(
        name: "format", value: "FORMAT", description: "text (the default) or json", kind: .word(["text", "json"]))

    static let doctor = CommandDefinition(
        name: "doctor", summary: "check fonts, libraries, folders, store and study, and say what to do",
        description: """
            Takes the arguments of `acuity build` and changes nothing: looks at everything that a build would need, and says of \
            each thing whether it is well, what it found and what to do.
            """,
        arguments: ArgumentDefinition(
            name: "STUDY|LOGS", description: "what `acuity build` is given: a study file (.toml), or logs", minimum: 0,
            maximum: nil, kind: .path),
        options: [.output, .study, .runner, .model, .benchmark, .templates, format, .json],
        examples: [
            CommandExample("acuity doctor", "the machine"),
            CommandExample("acuity doctor study.toml --output out", "what a build of this study would meet"),
        ],
        footer: "It exits with 3 if there is a problem; warnings are none. `--json` is short for `--format json`.",
        guides: [.diagnosis, .install]
    ) { invocation, console in
        let isJSON: Bool
        switch invocation.value(format) {
        case nil: isJSON = invocation.has(.json)
        case "json": isJSON = true
        case "text" where !invocation.has(.json): isJSON = false
        case let other?:
            throw UsageError("--format: expected `text` or `json`, and no --json beside `text`; found `\(other)`")
        }
        let subject = DoctorSubject(invocation: invocation)
        let findings = DoctorCheck.all.flatMap { check in
            let found = check.findings(subject)
            console.step("Looked at \(check.name): \(found.map(\.status.rawValue).joined(separator: ", "))")
            return found
        }
        let report = DoctorReport(findings)
        if isJSON {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            console.result(Console.safeJSON(String(decoding: try encoder.encode(report), as: UTF8.self)))
        } else {
            console.result(report.text)
        }
        return report.exitCode
    }
}
