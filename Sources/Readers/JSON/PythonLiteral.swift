/// Rewrites what Python's `str` makes of lists and dictionaries (`{'em': 1.0, 'text': None}`) as JSON, for runners that
/// keep nested values as text.
enum PythonLiteral {
    /// The value as JSON; nil if the text is no literal of numbers, texts, lists, tuples and dictionaries.
    static func json(_ text: String) -> [UInt8]? {
        var scan = PythonScan(Array(text.utf8))
        guard scan.value(depth: 0), scan.isAtEnd else { return nil }
        return scan.json
    }
}

private struct PythonScan {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var json: [UInt8] = []

    private static let deepest = 32

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position == bytes.count
        }
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    private mutating func peek() -> UInt8? {
        skipSpace()
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ byte: Character) -> Bool {
        guard peek() == byte.asciiValue else { return false }
        position += 1
        return true
    }

    mutating func value(depth: Int) -> Bool {
        guard depth < Self.deepest, let first = peek() else { return false }
        switch Character(UnicodeScalar(first)) {
        case "[": return list(closing: "]", depth: depth)
        case "(": return list(closing: ")", depth: depth)
        case "{": return dictionary(depth: depth)
        case "'", "\"": return string()
        default: return word(depth: depth)
        }
    }

    private mutating func list(closing: Character, depth: Int) -> Bool {
        position += 1
        json.append(UInt8(ascii: "["))
        var isFirst = true
        while !take(closing) {
            if !isFirst {
                guard take(",") else { return false }
                // A tuple of one element ends with a comma.
                if take(closing) { break }
                json.append(UInt8(ascii: ","))
            }
            isFirst = false
            guard value(depth: depth + 1) else { return false }
        }
        json.append(UInt8(ascii: "]"))
        return true
    }

    private mutating func dictionary(depth: Int) -> Bool {
        position += 1
        json.append(UInt8(ascii: "{"))
        var isFirst = true
        while !take("}") {
            if !isFirst {
                guard take(",") else { return false }
                json.append(UInt8(ascii: ","))
            }
            isFirst = false
            guard key(), take(":") else { return false }
            json.append(UInt8(ascii: ":"))
            guard value(depth: depth + 1) else { return false }
        }
        json.append(UInt8(ascii: "}"))
        return true
    }

    /// Keys of JSON are texts; those of Python may be numbers.
    private mutating func key() -> Bool {
        if peek() == UInt8(ascii: "'") || peek() == UInt8(ascii: "\"") { return string() }
        let start = position
        while let byte = peek(), byte != UInt8(ascii: ":"), byte != UInt8(ascii: "}") { position += 1 }
        guard position > start, !bytes[start..<position].contains(UInt8(ascii: "\"")) else { return false }
        json += [UInt8(ascii: "\"")] + bytes[start..<position] + [UInt8(ascii: "\"")]
        return true
    }

    private mutating func string() -> Bool {
        let quote = bytes[position]
        position += 1
        json.append(UInt8(ascii: "\""))
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case quote:
                json.append(UInt8(ascii: "\""))
                return true
            case UInt8(ascii: "\\"):
                guard escape() else { return false }
            case UInt8(ascii: "\""): json += Array("\\\"".utf8)
            default: json.append(byte)
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        position += 1
        switch Character(UnicodeScalar(byte)) {
        case "n", "t", "r", "b", "f", "\\", "\"": json += [UInt8(ascii: "\\"), byte]
        case "'": json.append(byte)
        case "x": return code(digits: 2)
        case "u": return code(digits: 4)
        case "U": return code(digits: 8)
        case "a", "v", "0": json += Array(" ".utf8)
        default: json += Array("\\\\".utf8) + [byte]
        }
        return true
    }

    private mutating func code(digits: Int) -> Bool {
        guard position + digits <= bytes.count,
            let value = UInt32(String(decoding: bytes[position..<position + digits], as: UTF8.self), radix: 16)
        else { return false }
        position += digits
        let scalar = UnicodeScalar(value) ?? "\u{FFFD}"
        if scalar == "\"" || scalar == "\\" { json.append(UInt8(ascii: "\\")) }
        json += Array((scalar.value < 0x20 ? " " : String(Character(scalar))).utf8)
        return true
    }

    /// A number, a name, or a call such as `np.float64(0.5)` or `tensor(1)`, of which the argument counts.
    private mutating func word(depth: Int) -> Bool {
        let start = position
        let ends = Array(",:]})( \n\r\t".utf8)
        while position < bytes.count, !ends.contains(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        if peek() == UInt8(ascii: "("), word.first?.isLetter == true {
            position += 1
            return value(depth: depth + 1) && take(")")
        }
        switch word {
        case "None": json += Array("null".utf8)
        case "True": json += Array("true".utf8)
        case "False": json += Array("false".utf8)
        case "nan": json += Array("NaN".utf8)
        case "inf": json += Array("Infinity".utf8)
        case "-inf": json += Array("-Infinity".utf8)
        default:
            guard let number = Double(word) else { return false }
            json += Array((Int(word).map(String.init) ?? (number.isFinite ? String(number) : "null")).utf8)
        }
        return true
    }
}
