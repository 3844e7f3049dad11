import JSONBridge

/// A value inside a JSON text, valid until its parser reads another text.
public struct JSONValue {
    /// The kinds of JSON values.
    public enum Kind: String, Sendable {
        case null
        case bool
        case number
        case string
        case array
        case object
    }

    private let parser: JSONParser
    private let generation: Int
    private let value: acuity_json_value

    init(parser: JSONParser, generation: Int, value: acuity_json_value) {
        self.parser = parser
        self.generation = generation
        self.value = value
    }

    /// The value's address inside the parser, after checking that the text is still the current one.
    private var live: acuity_json_value {
        precondition(parser.generation == generation, "a JSON value was used after its parser had read another text")
        return value
    }

    private func sibling(_ other: acuity_json_value) -> JSONValue {
        JSONValue(parser: parser, generation: generation, value: other)
    }

    private var code: Int { Int(acuity_json_kind(live)) }

    /// What kind of value it is.
    public var kind: Kind {
        switch code {
        case Int(ACUITY_JSON_NULL): .null
        case Int(ACUITY_JSON_BOOL): .bool
        case Int(ACUITY_JSON_STRING): markedNumber == nil ? .string : .number
        case Int(ACUITY_JSON_ARRAY): .array
        case Int(ACUITY_JSON_OBJECT): .object
        default: .number
        }
    }

    /// Whether it is `null`.
    public var isNull: Bool { code == Int(ACUITY_JSON_NULL) }

    /// The text of a string; nil for anything else.
    public var string: String? {
        guard code == Int(ACUITY_JSON_STRING) else { return nil }
        return markedNumber == nil ? Self.text(acuity_json_string(live)) : nil
    }

    /// The value of a bool; nil for anything else.
    public var bool: Bool? { code == Int(ACUITY_JSON_BOOL) ? acuity_json_bool(live) : nil }

    /// The value of a number, NaN and infinities included; nil for anything else.
    public var double: Double? {
        switch code {
        case Int(ACUITY_JSON_INTEGER): return Double(acuity_json_integer(live))
        case Int(ACUITY_JSON_UNSIGNED): return Double(acuity_json_unsigned(live))
        case Int(ACUITY_JSON_DOUBLE): return acuity_json_double(live)
        case Int(ACUITY_JSON_STRING): return markedNumber.flatMap(Self.markedDouble)
        default: return nil
        }
    }

    /// The value of a number without fraction that fits; nil for anything else.
    public var integer: Int? {
        switch code {
        case Int(ACUITY_JSON_INTEGER): return Int(acuity_json_integer(live))
        case Int(ACUITY_JSON_UNSIGNED): return Int(exactly: acuity_json_unsigned(live))
        case Int(ACUITY_JSON_DOUBLE): return Int(exactly: acuity_json_double(live))
        default: return nil
        }
    }

    /// A whole number that counts something, from 0 to 2^31, so that sums and products of two cannot overflow; nil for
    /// anything else.
    public var counter: Int? { integer.flatMap { (0...(1 << 31)).contains($0) ? $0 : nil } }

    /// A string, number or bool as text (integers exactly, `true`, `1.5`); nil for null, lists and objects.
    public var scalarText: String? {
        switch code {
        case Int(ACUITY_JSON_BOOL): return acuity_json_bool(live) ? "true" : "false"
        case Int(ACUITY_JSON_INTEGER): return String(acuity_json_integer(live))
        case Int(ACUITY_JSON_UNSIGNED): return String(acuity_json_unsigned(live))
        case Int(ACUITY_JSON_DOUBLE): return String(acuity_json_double(live))
        case Int(ACUITY_JSON_STRING): return markedNumber ?? Self.text(acuity_json_string(live))
        default: return nil
        }
    }

    /// The number of elements or members; 0 for scalars.
    public var count: Int { acuity_json_count(live) }

    /// The value of a member, the last if the key is there twice; nil if there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        let object = live
        var key = key
        var member = acuity_json_value()
        let isFound = key.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                acuity_json_member(object, $0.baseAddress, $0.count, &member)
            }
        }
        return isFound ? sibling(member) : nil
    }

    /// An element of a list; nil if there is none or this is no list.
    public subscript(index: Int) -> JSONValue? {
        guard kind == .array, index >= 0 else { return nil }
        return elements.dropFirst(index).first { _ in true }
    }

    /// The elements of a list; empty for anything else.
    public var elements: JSONElements { JSONElements(walk: JSONWalk(self, isObject: false)) }

    /// The members of an object in the order of the text; empty for anything else.
    public var members: JSONMembers { JSONMembers(walk: JSONWalk(self, isObject: true)) }

    /// The value at a dotted path such as `meta.modality` or `choices.0.text`; a key that contains dots itself is
    /// found too, and goes first.
    public func value(at path: String) -> JSONValue? {
        if let whole = self[path] { return whole }
        if let index = Int(path), kind == .array { return self[index] }
        var searched = path.startIndex
        while let dot = path[searched...].firstIndex(of: ".") {
            let head = String(path[..<dot])
            let rest = String(path[path.index(after: dot)...])
            let step = kind == .array ? Int(head).flatMap { self[$0] } : self[head]
            if let found = step?.value(at: rest) { return found }
            searched = path.index(after: dot)
        }
        return nil
    }

    // MARK: - Numbers that strict JSON cannot hold

    /// The text of a number that the bridge marked with U+FDD0, which is no character that texts may hold.
    private var markedNumber: String? {
        let text = acuity_json_string(live)
        guard text.count > 3, let bytes = text.bytes, UInt8(bitPattern: bytes[0]) == 0xEF,
            UInt8(bitPattern: bytes[1]) == 0xB7, UInt8(bitPattern: bytes[2]) == 0x90
        else { return nil }
        return String(Self.text(text).unicodeScalars.dropFirst())
    }

    private static func markedDouble(_ text: String) -> Double? {
        switch text {
        case "NaN": .nan
        case "Infinity": .infinity
        case "-Infinity": -.infinity
        default: Double(text)
        }
    }

    fileprivate static func text(_ text: acuity_json_text) -> String {
        String(decoding: UnsafeRawBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
    }

    // MARK: - Walking

    fileprivate struct JSONWalk {
        private let container: JSONValue
        private var cursor: acuity_json_cursor

        init(_ container: JSONValue, isObject: Bool) {
            self.container = container
            cursor = acuity_json_walk(container.live)
            if cursor.is_object != isObject { cursor.next = cursor.end }
        }

        mutating func step() -> (key: acuity_json_text, value: JSONValue)? {
            _ = container.live
            var key = acuity_json_text()
            var value = acuity_json_value()
            guard acuity_json_step(&cursor, &key, &value) else { return nil }
            return (key, container.sibling(value))
        }
    }
}

/// The elements of a JSON list.
public struct JSONElements: Sequence, IteratorProtocol {
    fileprivate var walk: JSONValue.JSONWalk
    /// The next element in the order of the text, or nil at the end.
    public mutating func next() -> JSONValue? { walk.step()?.value }
}

/// The members of a JSON object.
public struct JSONMembers: Sequence, IteratorProtocol {
    fileprivate var walk: JSONValue.JSONWalk
    /// The next member in the order of the text, or nil at the end; a key that comes twice is given twice.
    public mutating func next() -> (key: String, value: JSONValue)? {
        walk.step().map { (JSONValue.text($0.key), $0.value) }
    }
}
