extension JSONValue {
    /// The value as compact JSON, members in the order of the text; numbers that JSON cannot hold as bare words.
    public var compactText: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch kind {
        case .null: text += "null"
        case .bool, .number: text += scalarText ?? "null"
        case .string: JSONValue.quote(string ?? "", to: &text)
        case .array:
            var separator = "["
            for element in elements {
                text += separator
                element.write(to: &text)
                separator = ", "
            }
            text += separator == "[" ? "[]" : "]"
        case .object:
            var separator = "{"
            for (key, value) in members {
                text += separator
                JSONValue.quote(key, to: &text)
                text += ": "
                value.write(to: &text)
                separator = ", "
            }
            text += separator == "{" ? "{}" : "}"
        }
    }

    private static func quote(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
