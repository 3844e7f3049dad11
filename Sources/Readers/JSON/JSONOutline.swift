/// The keys of the first JSON value in the first bytes of a text, which may be cut anywhere.
public struct JSONOutline: Hashable, Sendable {
    /// What the text begins with.
    public enum Root: String, Hashable, Sendable {
        case object
        case list
        case other
    }

    /// What the text begins with.
    public let root: Root
    /// The dotted paths of keys in the order of the text, three levels deep; for a list those of its first element.
    public let keys: [String]
    /// The kind of the value at each path, by its first character: `{`, `[`, `"`, `t`, `n`, `0`.
    public let kinds: [String: Character]
    /// Whether the first value ends within the bytes.
    public let isComplete: Bool

    /// Whether all these dotted paths are there.
    public func has(_ paths: String...) -> Bool { paths.allSatisfy { kinds[$0] != nil } }

    /// The keys of the first level.
    public var topKeys: [String] { keys.filter { !$0.contains(".") } }

    /// The position of the bracket that opens the list under a key, as far as it lies in the first bytes of a text.
    static func start(ofList key: String, in bytes: [UInt8]) -> Int? {
        // The same text may stand before it as a value.
        let name = Array("\"\(key)\"".utf8)
        var rest = bytes[...]
        while let place = rest.firstRange(of: name) {
            rest = rest[place.upperBound...]
            guard let colon = rest.firstIndex(where: { $0 > 0x20 }), rest[colon] == UInt8(ascii: ":"),
                let start = rest[(colon + 1)...].firstIndex(where: { $0 > 0x20 }), rest[start] == UInt8(ascii: "[")
            else { continue }
            return start
        }
        return nil
    }

    /// Looks through bytes of UTF-8, which may begin with a byte order mark; what is no JSON gives the root `other`.
    public init(_ bytes: [UInt8]) {
        var scan = OutlineScan(bytes)
        root = scan.run()
        keys = scan.keys
        kinds = scan.kinds
        isComplete = scan.isComplete
    }
}

private struct OutlineScan {
    private let bytes: [UInt8]
    private var position = 0
    var keys: [String] = []
    var kinds: [String: Character] = [:]
    var isComplete = false

    private static let deepest = 3

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func run() -> JSONOutline.Root {
        guard let first = token() else { return .other }
        switch first {
        case UInt8(ascii: "{"):
            isComplete = value(path: "", depth: 0)
            return .object
        case UInt8(ascii: "["):
            position += 1
            if let element = token(), element == UInt8(ascii: "{") { isComplete = value(path: "", depth: 0) }
            return .list
        default:
            return .other
        }
    }

    private mutating func token() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return bytes[position]
            }
        }
        return nil
    }

    /// Passes one value; false if the bytes end before it does.
    private mutating func value(path: String, depth: Int) -> Bool {
        guard let first = token() else { return false }
        switch first {
        case UInt8(ascii: "{") where depth < Self.deepest: return object(path: path, depth: depth)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return skipContainer()
        case UInt8(ascii: "\""): return string() != nil
        default: return word()
        }
    }

    private mutating func object(path: String, depth: Int) -> Bool {
        position += 1
        while let byte = token() {
            switch byte {
            case UInt8(ascii: "}"):
                position += 1
                return true
            case UInt8(ascii: ","):
                position += 1
            case UInt8(ascii: "\""):
                guard let key = string(), token() == UInt8(ascii: ":") else { return false }
                position += 1
                let inner = path.isEmpty ? key : "\(path).\(key)"
                guard let first = token() else { return false }
                if kinds[inner] == nil, keys.count < 4096 {
                    keys.append(inner)
                    let isNumber = (0x30...0x39).contains(first) || first == UInt8(ascii: "-")
                    kinds[inner] = isNumber ? "0" : Character(UnicodeScalar(first))
                }
                guard value(path: inner, depth: depth + 1) else { return false }
            default:
                return false
            }
        }
        return false
    }

    private mutating func skipContainer() -> Bool {
        var depth = 0
        while let byte = token() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                position += 1
                if depth == 0 { return true }
            case UInt8(ascii: "\""):
                guard string() != nil else { return false }
            default:
                position += 1
            }
        }
        return false
    }

    private mutating func string() -> String? {
        let start = position + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        guard end < bytes.count else {
            position = bytes.count
            return nil
        }
        position = end + 1
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private mutating func word() -> Bool {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
                return position > start
            default: position += 1
            }
        }
        return false
    }
}
