/// Text that grows by many small parts: its bytes in UTF-8.
struct MarkupText {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ text: String) {
        // All at once where the text lies in one piece, which it nearly always does.
        if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
            bytes.append(contentsOf: text.utf8)
        }
    }

    mutating func add(_ text: MarkupText) { bytes.append(contentsOf: text.bytes) }

    mutating func add(_ number: Int, radix: Int = 10) {
        if radix == 10, number.magnitude < 10 {
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            bytes.append(UInt8(ascii: "0") + UInt8(number.magnitude))
        } else {
            add(String(number, radix: radix))
        }
    }

    /// A number with at most two decimals and no needless zeros.
    mutating func add(_ number: Double) {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = (Int(hundredths.magnitude / 100), UInt8(hundredths.magnitude % 100))
        if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
        if whole > 0 || rest == 0 { add(whole) }
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + rest / 10)
        if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + rest % 10) }
    }

    /// Text for an element's content or an attribute's value.
    mutating func add(escaped text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): add("&amp;")
            case UInt8(ascii: "<"): add("&lt;")
            case UInt8(ascii: ">"): add("&gt;")
            case UInt8(ascii: "\""): add("&quot;")
            case UInt8(ascii: "'"): add("&#39;")
            default: bytes.append(byte)
            }
        }
    }

    /// `#1B2A3C`.
    mutating func add(_ colour: Colour) {
        bytes.append(UInt8(ascii: "#"))
        for part in [colour.red, colour.green, colour.blue] {
            let byte = Int((min(1, max(0, part)) * 255).rounded())
            bytes.append(Self.hexDigits[byte / 16])
            bytes.append(Self.hexDigits[byte % 16])
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    /// Text and a number.
    mutating func add(_ text: String, _ number: Double) {
        add(text)
        add(number)
    }

    /// Text and a number, twice.
    mutating func add(_ first: String, _ x: Double, _ second: String, _ y: Double) {
        add(first, x)
        add(second, y)
    }

    /// The same text with another one in the place of each byte that is `mark`.
    func replacing(_ mark: UInt8, with text: String) -> MarkupText {
        var result = MarkupText()
        result.bytes.reserveCapacity(bytes.count + bytes.count / 4)
        var rest = bytes[...]
        while let position = rest.firstIndex(of: mark) {
            result.bytes.append(contentsOf: rest[..<position])
            result.add(text)
            rest = rest[(position + 1)...]
        }
        result.bytes.append(contentsOf: rest)
        return result
    }
}
