/// Finds the answers in JSON objects and Python dictionaries, whole, fenced, nested or cut off.
///
/// Keys are looked for wherever they stand behind a brace, without a parse of the whole, because model output is often
/// broken: an unescaped line break, a trailing comma or a missing end must not cost the answer.
enum JSONAnswers {
    /// The longest value that can be an answer, in bytes.
    private static let limit = 4096

    /// What the fields of a text hold.
    struct Fields {
        /// The values of the fields named for an answer, decoded, the last one first.
        var values: [[UInt8]] = []
        /// Whether there is no such field, but several that may label options, and these differ.
        var areContradictory = false
    }

    /// The values of the fields named for an answer.
    static func values(_ text: ByteText) -> [[UInt8]] { fields(text).values }

    /// The fields named for an answer; those whose name may also label an option count only if all of them agree.
    static func fields(_ text: ByteText) -> Fields {
        guard let brace = text.bytes.firstIndex(of: .of("{")) else { return Fields() }
        var answers: [[UInt8]] = []
        var candidates: [[UInt8]] = []
        var position = brace + 1
        while position < text.count {
            let quote = text[position]
            guard quote == .of("\"") || quote == .of("'"), text[position - 1] != .of("\\"),
                let key = key(text, at: position + 1, quote: quote)
            else {
                position += 1
                continue
            }
            position = key.end
            guard let strength = AnswerNames.strength(text, key.name) else { continue }
            let value = value(text, at: key.end)
            position = max(value.end, key.end)
            guard !value.bytes.isEmpty else { continue }
            switch strength {
            case .answer: answers.append(value.bytes)
            case .candidate: candidates.append(value.bytes)
            }
        }
        if answers.isEmpty, let first = candidates.first {
            let agree = candidates.allSatisfy { $0 == first }
            return Fields(values: agree ? [first] : [], areContradictory: !agree)
        }
        return Fields(values: answers.reversed())
    }

    /// The name of a key that starts at a position, and where its value starts; nil if no colon follows its quote.
    private static func key(_ text: ByteText, at start: Int, quote: UInt8) -> (name: Range<Int>, end: Int)? {
        var end = start
        while end < text.count, end - start <= AnswerNames.limit, text[end] != quote, !text[end].isLineBreak {
            end += 1
        }
        guard text[end] == quote else { return nil }
        var position = end + 1
        while text[position].isSpace { position += 1 }
        return text[position] == .of(":") ? (start..<end, position + 1) : nil
    }

    private static func value(_ text: ByteText, at start: Int) -> (bytes: [UInt8], end: Int) {
        var position = start
        while text[position].isSpace { position += 1 }
        switch text[position] {
        case .of("\""), .of("'"):
            return string(text, at: position)
        case .of("["):
            return list(text, at: position + 1)
        case .of("{"):
            // An object as a value: its own fields are met next.
            return ([], position + 1)
        default:
            var end = position
            while end < text.count, end - position <= limit, ![.of(","), .of("}"), .of("]")].contains(text[end]),
                !text[end].isLineBreak
            {
                end += 1
            }
            let token = text.part(position..<end).trimmed
            return (isNothing(token) ? [] : Array(token.bytes), end)
        }
    }

    private static func isNothing(_ token: ByteText) -> Bool {
        token.count == 4 && (token.matches(Array("null".utf8), at: 0) || token.matches(Array("none".utf8), at: 0))
    }

    /// A list's strings or bare tokens, joined by commas.
    private static func list(_ text: ByteText, at start: Int) -> (bytes: [UInt8], end: Int) {
        var bytes: [UInt8] = []
        var position = start
        while position < text.count, position - start <= limit, text[position] != .of("]"), text[position] != .of("}") {
            if text[position].isSpace || text[position] == .of(",") {
                position += 1
                continue
            }
            let element = value(text, at: position)
            if !element.bytes.isEmpty {
                if !bytes.isEmpty { bytes += [.of(","), 0x20] }
                bytes += element.bytes
            }
            position = max(element.end, position + 1)
        }
        return (bytes, position)
    }

    /// A quoted string with its escapes decoded. A string that never ends was cut off and ends with the text.
    private static func string(_ text: ByteText, at open: Int) -> (bytes: [UInt8], end: Int) {
        let quote = text[open]
        var bytes: [UInt8] = []
        var position = open + 1
        while position < text.count, bytes.count <= limit {
            let byte = text[position]
            if byte == .of("\\"), position + 1 < text.count {
                position += decodeEscape(text, at: position + 1, into: &bytes)
            } else if byte == quote, quote == .of("\"") || !text.isWordByte(position + 1) {
                // An apostrophe within a word ("Crohn's") does not end a string in single quotes.
                return (bytes, position + 1)
            } else {
                bytes.append(byte)
                position += 1
            }
        }
        return (bytes.count <= limit ? bytes : [], position)
    }

    /// Decodes the escape whose letter stands at a position and returns the bytes it takes with its backslash.
    private static func decodeEscape(_ text: ByteText, at position: Int, into bytes: inout [UInt8]) -> Int {
        switch text[position] {
        case .of("n"), .of("r"):
            bytes.append(0x0A)
            return 2
        case .of("t") where !text.matches(Array("text".utf8), at: position):
            bytes.append(0x09)
            return 2
        case .of("\""), .of("'"), .of("\\"), .of("/"):
            bytes.append(text[position])
            return 2
        case .of("u"):
            let digits = text.part(position + 1..<position + 5)
            if digits.count == 4, let code = UInt32(String(decoding: digits.bytes, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                bytes += Array(String(scalar).utf8)
                return 6
            }
            return 2
        default:
            // LaTeX that was not escaped, such as \boxed or \text.
            bytes.append(.of("\\"))
            return 1
        }
    }
}
