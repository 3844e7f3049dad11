import Findings
import Foundation

extension CommandDefinition {
    static let schema = CommandDefinition(
        name: "schema", summary: "print the JSON Schema of the findings",
        footer: "Example: acuity schema > findings.schema.json"
    ) { _, _ in
        StandardStream.write(FindingsSchema.data, to: .standardOutput)
        return .success
    }
}
