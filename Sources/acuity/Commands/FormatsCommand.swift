import Foundation
import Readers
import Records

extension CommandDefinition {
    static let formats = CommandDefinition(
        name: "formats", summary: "the runners whose logs are read",
        description: """
            Lists each runner with the identifier that `--runner` and a study file's `runner` take, and the files that it \
            writes. A log is recognised by its content; the identifier is needed only where two readers could read it.
            """,
        options: [.json],
        examples: [
            CommandExample("acuity formats", "the list for people"),
            CommandExample("acuity formats --json", "the list for programs"),
        ],
        guides: [.readers]
    ) { invocation, console in
        if invocation.has(.json) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            console.result(String(decoding: try encoder.encode(["runners": ReaderCatalogue.runners]), as: UTF8.self))
        } else {
            for runner in ReaderCatalogue.runners {
                console.result("\(runner.id)\n    \(runner.name): \(runner.files)")
            }
        }
        return .success
    }
}
