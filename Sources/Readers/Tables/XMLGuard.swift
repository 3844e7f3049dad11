import Records

/// Looks at the bytes of an XML text before the parser sees them and refuses what no sheet needs and the parser of
/// Foundation does not withstand: bytes that are no UTF-8, document types with their entities, processing instructions
/// without content. In well-formed text outside CDATA `<` is escaped, so that the letters can only be markup.
struct XMLGuard {
    private static let openings = [Array("<!DOCTYPE".utf8), Array("<!ENTITY".utf8)]
    /// The encodings that a text in UTF-8 may declare.
    private static let encodings: Set<String> = ["utf-8", "utf8", "us-ascii", "ascii"]
    /// The longest processing instruction that is looked at; the XML declaration is far shorter.
    private static let longest = 256

    private var matched = [Int](repeating: 0, count: openings.count)
    /// The bytes after `<?`; nil outside a processing instruction.
    private var instruction: [UInt8]?
    private var last: UInt8 = 0
    private var encoding = UTF8Check()
    /// Whether nothing has begun that the next bytes may complete.
    private var isIdle = true

    /// Looks at the next bytes of the text.
    ///
    /// - Throws: `Problem` `unsafe-xml`.
    mutating func look(at bytes: UnsafeRawBufferPointer, _ place: InputPlace) throws {
        for byte in bytes {
            // Almost every byte: plain text outside all that is looked for, which begins with `<`.
            if isIdle, byte != UInt8(ascii: "<"), (0x01...0x7F).contains(byte) { continue }
            guard encoding.accepts(byte) else { throw Self.refusal(place, "bytes that are no UTF-8") }
            for (index, opening) in Self.openings.enumerated() {
                matched[index] = byte == opening[matched[index]] ? matched[index] + 1 : (byte == opening[0] ? 1 : 0)
                guard matched[index] < opening.count else { throw Self.refusal(place, "a document type or an entity") }
            }
            try follow(byte, place)
            last = byte
            isIdle =
                instruction == nil && byte != UInt8(ascii: "<") && !encoding.isInside && matched.allSatisfy { $0 == 0 }
        }
    }

    private mutating func follow(_ byte: UInt8, _ place: InputPlace) throws {
        guard var content = instruction else {
            if last == UInt8(ascii: "<"), byte == UInt8(ascii: "?") { instruction = [] }
            return
        }
        if byte == UInt8(ascii: ">"), content.last == UInt8(ascii: "?") {
            content.removeLast()
            instruction = nil
            guard content.contains(where: { $0 <= 0x20 }) else {
                throw Self.refusal(place, "a processing instruction without content")
            }
            let text = String(decoding: content, as: UTF8.self).lowercased()
            if text.hasPrefix("xml"), let encoding = text.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/)?.1,
                !Self.encodings.contains(String(encoding))
            {
                throw Self.refusal(place, "the encoding `\(encoding.prefix(40))`")
            }
            return
        }
        content.append(byte)
        instruction = content
        guard content.count == Self.longest else { return }
        // Content has begun, so that the instruction is not empty, or a name that long hides something.
        instruction = nil
        guard content.contains(where: { $0 <= 0x20 }) else { throw Self.refusal(place, "a processing instruction") }
    }

    private static func refusal(_ place: InputPlace, _ found: String) -> Problem {
        place.problem(
            "unsafe-xml", expected: "a sheet in UTF-8 without document types and empty instructions", found: found,
            remedy: "Open the workbook in a spreadsheet program and save it again.")
    }
}

/// Follows a text byte by byte as long as it is UTF-8 without zeros (The Unicode Standard, table 3-7).
private struct UTF8Check {
    private var left = 0
    private var next: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether a character has begun and not ended.
    var isInside: Bool { left > 0 }

    mutating func accepts(_ byte: UInt8) -> Bool {
        if left > 0 {
            guard next.contains(byte) else { return false }
            left -= 1
            next = 0x80...0xBF
            return true
        }
        switch byte {
        case 0x01...0x7F: return true
        case 0xC2...0xDF: left = 1
        case 0xE0...0xEF:
            left = 2
            if byte == 0xE0 { next = 0xA0...0xBF } else if byte == 0xED { next = 0x80...0x9F }
        case 0xF0...0xF4:
            left = 3
            if byte == 0xF0 { next = 0x90...0xBF } else if byte == 0xF4 { next = 0x80...0x8F }
        default: return false
        }
        return true
    }
}
