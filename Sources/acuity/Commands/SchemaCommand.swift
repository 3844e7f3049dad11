import Findings
import Foundation

extension CommandDefinition {
    static let schema = CommandDefinition(
        name: "schema", summary: "print the JSON Schema of the findings, or of a comparison of releases",
        arguments: ArgumentDefinition(
            name: "DOCUMENT", description: "findings (default) or releases", minimum: 0, maximum: 1),
        footer: "Example: acuity schema > findings.schema.json"
    ) { invocation, _ in
        switch invocation.arguments.first ?? "findings" {
        case "findings": StandardStream.write(FindingsSchema.data, to: .standardOutput)
        case "releases": StandardStream.write(ReleaseSchema.data, to: .standardOutput)
        case let other: throw UsageError("expected `findings` or `releases`; found `\(other)`")
        }
        return .success
    }
}
