/// A value of a data file that a page's script reads: written as JSON without rounding.
enum DataValue: Encodable, Equatable, Sendable {
    case text(String)
    case number(Double)
    case count(Int)
    case list([DataValue])
    case object([String: DataValue])
    case none

    init(_ text: String?) { self = text.map { .text($0) } ?? .none }
    init(_ count: Int?) { self = count.map { .count($0) } ?? .none }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .count(let count): try container.encode(count)
        case .list(let values): try container.encode(values)
        case .object(let entries): try container.encode(entries)
        case .none: try container.encodeNil()
        }
    }
}
