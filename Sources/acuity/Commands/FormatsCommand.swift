import Foundation
import Readers
import Records

extension CommandDefinition {
    static let formats = CommandDefinition(
        name: "formats", summary: "the runners whose logs are read", options: [.json]
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
