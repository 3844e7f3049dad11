import Foundation

/// A tree that becomes JSON with sorted keys.
indirect enum JSONValue: Encodable, Sendable, Equatable {
    case text(String)
    case flag(Bool)
    case number(Double)
    case list([JSONValue])
    /// Entries that are nil are left out.
    case object([String: JSONValue?])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .list(let values): try container.encode(values)
        case .object(let entries): try container.encode(entries.compactMapValues { $0 })
        }
    }

    /// The text with two-space indentation and a line end.
    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(self)
        data.append(0x0A)
        return data
    }
}
