import TOMLBridge

/// A TOML document as values: toml++'s pointers live and die in this file.
struct TOMLNode {
    /// A place in the file, from 1.
    struct Place: Equatable {
        var line: Int
        var column: Int
    }

    /// What a node holds.
    indirect enum Content {
        case table([Member])
        case array([TOMLNode])
        case string(String)
        case integer(Int)
        case float(Double)
        case bool(Bool)
        case date(String)
    }

    /// A key with its value.
    struct Member {
        var key: String
        var place: Place
        var value: TOMLNode
    }

    /// The text is no TOML.
    struct SyntaxError: Error {
        var place: Place
        var message: String
    }

    var place: Place
    var content: Content

    /// Parses a text; members stand in the order of the file.
    static func parse(_ text: String) throws -> TOMLNode {
        if let place = KeyDepth.firstTooDeep(text) {
            throw SyntaxError(place: place, message: "a key of more than \(KeyDepth.most) parts")
        }
        var copy = text
        let document = copy.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { acuity_toml_parse($0.baseAddress, $0.count) }
        }
        defer { acuity_toml_destroy(document) }
        var line: UInt32 = 0
        var column: UInt32 = 0
        if let message = acuity_toml_error(document, &line, &column) {
            throw SyntaxError(place: Place(line: Int(line), column: Int(column)), message: String(cString: message))
        }
        return TOMLNode(document: document, node: acuity_toml_root(document))
    }

    private init(document: OpaquePointer?, node: OpaquePointer?) {
        var line: UInt32 = 0
        var column: UInt32 = 0
        acuity_toml_place(node, &line, &column)
        place = Place(line: Int(line), column: Int(column))
        switch Int(acuity_toml_kind(node)) {
        case Int(ACUITY_TOML_TABLE):
            let members = Self.children(node).map { child in
                Member(key: child.key, place: child.place, value: TOMLNode(document: document, node: child.node))
            }
            content = .table(members.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) })
        case Int(ACUITY_TOML_ARRAY):
            content = .array(Self.children(node).map { TOMLNode(document: document, node: $0.node) })
        case Int(ACUITY_TOML_STRING): content = .string(String(cString: acuity_toml_text(document, node)))
        case Int(ACUITY_TOML_INTEGER): content = .integer(Int(acuity_toml_integer(node)))
        case Int(ACUITY_TOML_FLOAT): content = .float(acuity_toml_number(node))
        case Int(ACUITY_TOML_BOOL): content = .bool(acuity_toml_bool(node))
        default: content = .date(String(cString: acuity_toml_text(document, node)))
        }
    }

    private typealias Child = (key: String, place: Place, node: OpaquePointer?)

    private static func children(_ node: OpaquePointer?) -> [Child] {
        var children: [Child] = []
        withUnsafeMutablePointer(to: &children) { list in
            acuity_toml_walk(node, list) { context, child, key, line, column in
                let place = Place(line: Int(line), column: Int(column))
                context?.assumingMemoryBound(to: [Child].self).pointee.append(
                    (key.map { String(cString: $0) } ?? "", place, child))
            }
        }
        return children
    }

    /// What the node is, in words, for messages.
    var description: String {
        switch content {
        case .table: "a table"
        case .array(let elements): "a list of \(elements.count)"
        case .string(let text): "\"\(text)\""
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        case .date(let text): "the date \(text)"
        }
    }
}
