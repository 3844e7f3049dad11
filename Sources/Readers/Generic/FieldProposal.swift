import Foundation
import Records

/// A mapping to begin with, for a file that no reader recognises: what was guessed, and the names of all fields.
public struct FieldProposal {
    /// TOML to paste into a study file, with comments on what is still to be named.
    public let text: String

    /// Nil if the file has no rows at all.
    public init?(file path: String) {
        let part = LogPart(url: URL(fileURLWithPath: path), path: path)
        var profiles: [String: FieldProfile] = [:]
        var order: [String] = []
        var count = 0
        do {
            try GenericRows(part).forEach { row in
                for (name, content) in row.fields {
                    if profiles[name] == nil {
                        guard FieldProfile.accepts(name, beside: order.count) else { continue }
                        order.append(name)
                    }
                    profiles[name, default: FieldProfile(name: name)].add(content)
                }
                count += 1
                return count < 400
            }
        } catch {
            // The rows before a fault show the fields.
        }
        guard count > 0 else { return nil }
        let guess = FieldGuesser(profiles: order.compactMap { profiles[$0] }, rows: count).guess(given: FieldMapping())
        let names = order.prefix(60).map { $0.replacing("\n", with: " ") }.joined(separator: ", ")
        let open = ["item", "prediction", "target", "score"].filter { guess.mapping.roles[$0] == nil }
        text = """
            \(path) has rows but is not recognised. A study file can say where its fields are:
              [[logs]]
              path = \(FieldGuess.quoted(path))
              runner = "generic"
            \(guess.toml.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
              # still to be named, where the log has it: \(open.joined(separator: ", "))
              # its fields: \(names)
            """
    }
}
