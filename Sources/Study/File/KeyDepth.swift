/// Looks for dotted keys of too many parts before the parser does, which makes a table of each part and takes tables apart by
/// calling itself: enough parts would exhaust the stack.
struct KeyDepth {
    /// The most parts of a key; no key of a study file has more than four.
    static let most = 16

    private enum State: Equatable {
        case bare
        case comment
        /// Within quotation marks; three of them may hold line ends.
        case text(quote: UInt8, isLong: Bool)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var state = State.bare

    /// The place of the first dot too many outside texts and comments; nil if there is none.
    static func firstTooDeep(_ text: String) -> TOMLNode.Place? {
        var scan = KeyDepth(bytes: Array(text.utf8))
        return scan.run().map { offset in
            let before = scan.bytes[..<offset]
            let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            return TOMLNode.Place(line: before.count { $0 == 0x0A } + 1, column: offset - lineStart + 1)
        }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() -> Int? {
        var dots = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch state {
            case .comment:
                if byte == 0x0A { state = .bare }
                position += 1
            case .text(let quote, let isLong):
                passText(byte, quote, isLong)
            case .bare:
                switch byte {
                case UInt8(ascii: "."): dots += 1
                case UInt8(ascii: "#"): state = .comment
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    let isLong = isThrice(byte)
                    state = .text(quote: byte, isLong: isLong)
                    if isLong { position += 2 }
                case 0x0A, UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
                    UInt8(ascii: "{"),
                    UInt8(ascii: "}"):
                    dots = 0
                default: break
                }
                guard dots < Self.most else { return position }
                position += 1
            }
        }
        return nil
    }

    /// Steps over a byte of a text, or over its end.
    private mutating func passText(_ byte: UInt8, _ quote: UInt8, _ isLong: Bool) {
        if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
            position += 2
        } else if byte == quote, !isLong || isThrice(byte) {
            position += isLong ? 3 : 1
            state = .bare
        } else {
            // A text in simple quotation marks ends with its line; what follows is the parser's to refuse.
            if byte == 0x0A, !isLong { state = .bare }
            position += 1
        }
    }

    private func isThrice(_ byte: UInt8) -> Bool {
        position + 2 < bytes.count && bytes[position + 1] == byte && bytes[position + 2] == byte
    }
}
