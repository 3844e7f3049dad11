import Findings
import Foundation

extension CommandDefinition {
    static let schema = CommandDefinition(
        name: "schema", summary: "print the JSON Schema of the findings, or of a comparison of releases",
        description: """
            Prints the JSON Schema of `results/findings.json`, or of what `acuity compare --format json` prints, so that other \
            programs can build on them.
            """,
        arguments: ArgumentDefinition(
            name: "DOCUMENT", description: "findings (default) or releases", minimum: 0, maximum: 1,
            kind: .word(["findings", "releases"])),
        examples: [
            CommandExample("acuity schema > findings.schema.json", "the schema of the findings"),
            CommandExample("acuity schema releases", "the schema of a comparison"),
        ],
        guides: [.releaseGate, .site]
    ) { invocation, _ in
        switch invocation.arguments.first ?? "findings" {
        case "findings": StandardStream.write(FindingsSchema.data, to: .standardOutput)
        case "releases": StandardStream.write(ReleaseSchema.data, to: .standardOutput)
        case let other: throw UsageError("expected `findings` or `releases`; found `\(other)`")
        }
        return .success
    }
}
