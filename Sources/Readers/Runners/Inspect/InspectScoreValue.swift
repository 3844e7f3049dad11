/// The number behind a score that Inspect wrote, by the table of its `value_to_float`.
enum InspectScoreValue: Equatable {
    /// A number, normally in [0, 1].
    case number(Double)
    /// Null or NaN: the scorer left the sample unscored.
    case unscored
    /// A list, an object or a text that stands for no number.
    case unreadable(String)

    init(_ value: JSONValue?) {
        guard let value, !value.isNull else {
            self = .unscored
            return
        }
        if let bool = value.bool {
            self = .number(bool ? 1 : 0)
        } else if let number = value.double {
            self = number.isFinite ? .number(number) : number.isNaN ? .unscored : .unreadable("\(number)")
        } else if let text = value.string {
            self = Self.reading(text)
        } else {
            self = .unreadable(value.kind == .array ? "a list" : "an object")
        }
    }

    private static func reading(_ text: String) -> InspectScoreValue {
        switch text {
        case "C": return .number(1)
        case "P": return .number(0.5)
        case "I", "N": return .number(0)
        default: break
        }
        switch text.lowercased() {
        case "yes", "true": return .number(1)
        case "no", "false": return .number(0)
        case "nan", "": return .unscored
        default: break
        }
        if let number = Double(text), number.isFinite { return .number(number) }
        return .unreadable("`\(text.prefix(40))`")
    }

    /// The number, or nil.
    var number: Double? { if case .number(let number) = self { number } else { nil } }
}
