import Records

/// Collects the cells of a worksheet row by row.
final class SheetVisitor: XMLVisitor {
    /// A sheet has at most 16,384 columns and 1,048,576 rows.
    private static let columnLimit = 16_384
    private static let rowLimit = 1_048_576

    private let body: (Int, [RawCell]) throws -> Void
    private var row = 0
    private var column = 0
    private var cells: [RawCell] = []
    private var cell = RawCell()
    private var isInValue = false
    private var isInPhonetic = false
    private var emptyCells = 0
    private let mostEmptyCells: Int
    private let place: InputPlace

    init(
        at place: InputPlace, mostEmptyCells: Int = InputLimits.emptyCells,
        _ body: @escaping (Int, [RawCell]) throws -> Void
    ) {
        self.place = place
        self.mostEmptyCells = mostEmptyCells
        self.body = body
    }

    func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row":
            // A number beyond the largest sheet is none.
            row = attributes["r"].flatMap(Int.init).flatMap { (1...Self.rowLimit).contains($0) ? $0 : nil } ?? row + 1
            column = 0
            cells = []
        case "c":
            // A cell without a reference stands right of the one before.
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            cell = RawCell(type: attributes["t"] ?? "n")
        case "v": isInValue = true
        case "t": isInValue = !isInPhonetic
        case "rPh": isInPhonetic = true
        default: break
        }
    }

    func text(_ text: String) { if isInValue { cell.value += text } }

    func end(_ name: String) throws {
        switch name {
        case "v", "t": isInValue = false
        case "rPh": isInPhonetic = false
        case "c":
            guard (1...Self.columnLimit).contains(column) else { return }
            emptyCells += max(0, column - cells.count - 1)
            guard emptyCells <= mostEmptyCells else {
                throw place.problem(
                    "too-sparse", line: row,
                    expected: "a sheet with at most \(mostEmptyCells) empty cells between others", found: "more",
                    remedy: "Delete what stands far right of the table, or save the table as .tsv.")
            }
            while cells.count < column { cells.append(RawCell(type: "str")) }
            cells[column - 1] = cell
        case "row": try body(row, cells)
        default: break
        }
    }

    /// The number of a column from a reference such as `AB12`, from 1.
    static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte - 0x40)
            if column > columnLimit { return nil }
        }
        return column > 0 ? column : nil
    }
}

/// Collects the shared texts up to a last one, without their phonetic hints.
final class SharedTextVisitor: XMLVisitor {
    private(set) var texts: [String] = []
    private let last: Int
    private var text = ""
    private var isInText = false
    private var isInPhonetic = false

    init(last: Int) { self.last = last }

    func start(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "si": text = ""
        case "rPh": isInPhonetic = true
        case "t": isInText = !isInPhonetic
        default: break
        }
    }

    func text(_ text: String) { if isInText { self.text += text } }

    func end(_ name: String) throws {
        switch name {
        case "t": isInText = false
        case "rPh": isInPhonetic = false
        case "si":
            texts.append(EscapedText.decode(text))
            if texts.count > last { throw XMLStop() }
        default: break
        }
    }
}

/// Collects the attributes of all elements of one name.
final class AttributeVisitor: XMLVisitor {
    private(set) var found: [[String: String]] = []
    private let element: String

    init(element: String) { self.element = element }

    func start(_ name: String, _ attributes: [String: String]) { if name == element { found.append(attributes) } }
    func text(_ text: String) {}
    func end(_ name: String) {}
}

/// Texts in which characters that XML forbids are written `_x000D_` (ECMA-376, part 1, section 22.9.2.19).
enum EscapedText {
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(0x5F) else { return text }
        let bytes = Array(text.utf8)
        var units: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if bytes[position] == 0x5F, position + 6 < bytes.count, bytes[position + 1] == 0x78,
                bytes[position + 6] == 0x5F,
                bytes[(position + 2)..<(position + 6)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                let code = UInt32(String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                units += Array(String(Character(scalar)).utf8)
                position += 7
            } else {
                units.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: units, as: UTF8.self)
    }
}
