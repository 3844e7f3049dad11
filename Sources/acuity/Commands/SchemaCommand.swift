import Findings
import Foundation

extension CommandDefinition {
    static let schema = CommandDefinition(
        name: "schema", summary: "print the JSON Schema of the findings",
        footer: "Example: acuity schema > findings.schema.json"
    ) { _, _ in
        FileHandle.standardOutput.write(FindingsSchema.data)
        return .success
    }
}
