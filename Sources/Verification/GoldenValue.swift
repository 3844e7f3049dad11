/// A number, or an array of numbers or of arrays.
public indirect enum GoldenValue: Sendable, Equatable {
    case number(Double)
    case list([GoldenValue])

    init?(_ value: JSONValue) {
        switch value {
        case .number(let number): self = .number(number)
        case .array(let values):
            var list: [GoldenValue] = []
            for value in values {
                guard let element = GoldenValue(value) else { return nil }
                list.append(element)
            }
            self = .list(list)
        case .null, .boolean, .string, .object: return nil
        }
    }

    static func numbers(_ values: [Double]) -> GoldenValue { .list(values.map(GoldenValue.number)) }

    /// All numbers in order; nil if the shape differs from that of another value.
    func paired(with other: GoldenValue) -> [(Double, Double)]? {
        switch (self, other) {
        case (.number(let first), .number(let second)): return [(first, second)]
        case (.list(let first), .list(let second)):
            guard first.count == second.count else { return nil }
            var pairs: [(Double, Double)] = []
            for (a, b) in zip(first, second) {
                guard let inner = a.paired(with: b) else { return nil }
                pairs += inner
            }
            return pairs
        default: return nil
        }
    }
}
