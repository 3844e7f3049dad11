import Records

/// The rows of a text whose fields stand between separators and may be quoted as in RFC 4180.
struct QuotedRows: SheetRows {
    /// Opens the text from its start.
    let open: () throws -> any ByteSource
    /// The byte between two fields.
    let separator: UInt8
    /// The largest length of a row in bytes.
    var limit = InputLimits.piece
    /// The largest number of fields of a row; each takes memory even if it is empty.
    static let mostFields = 1 << 18

    /// The fields of one line.
    static func fields(of line: String, separator: UInt8) -> [String] {
        let source = MemorySource(Array(line.utf8), place: InputPlace(file: ""))
        return (try? QuotedRows(open: { source }, separator: separator).firstRow()?.cells) ?? []
    }

    /// The separator that a header line has most often outside quotes; nil if it has none.
    static func separator(ofHeader header: String) -> UInt8? {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in header.utf8 {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, byte == 0x09 || byte == 0x2C || byte == 0x3B { counts[byte, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    func forEachRow(_ body: (SheetRow) throws -> Bool) throws {
        let source = try open()
        var splitter = Splitter(separator: separator)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            for byte in chunk[..<count] {
                if let row = splitter.add(byte), try !body(row) { return }
            }
            guard splitter.fieldCount <= Self.mostFields else {
                throw source.place.problem(
                    "too-long", line: splitter.start, expected: "rows of at most \(Self.mostFields) fields",
                    found: "a longer row", remedy: "Check that the file is a table with a header.")
            }
            guard splitter.pendingLength <= limit else {
                throw source.place.problem(
                    "too-long", line: splitter.start, expected: "rows of at most \(limit) bytes", found: "a longer row",
                    remedy: "Check that every quotation mark of the table is closed.")
            }
        }
        if splitter.isInsideQuotes {
            throw source.place.problem(
                "damaged-table", line: splitter.start, expected: "a closing quotation mark",
                found: "the end of the file",
                remedy: "Copy the file again; if the runner was stopped while writing, run it again.")
        }
        if let row = splitter.finish() { _ = try body(row) }
    }
}

/// Takes bytes and gives rows.
private struct Splitter {
    let separator: UInt8
    /// The line on which the current row begins, from 1.
    private(set) var start = 1
    private var line = 1
    private var field: [UInt8] = []
    private var cells: [String] = []
    private var length = 0
    private var isOtherEncoding = false
    private var state = State.fieldStart

    private enum State { case fieldStart, plain, quoted, quoteInQuoted }

    init(separator: UInt8) { self.separator = separator }

    var isInsideQuotes: Bool { state == .quoted }
    var pendingLength: Int { length }
    var fieldCount: Int { cells.count }

    mutating func add(_ byte: UInt8) -> SheetRow? {
        length += 1
        if byte == 0x0A { line += 1 }
        if state == .quoted {
            if byte == 0x22 { state = .quoteInQuoted } else { field.append(byte) }
            return nil
        }
        switch byte {
        case separator:
            endField()
        case 0x0A:
            return finish()
        case 0x22 where state == .quoteInQuoted:
            field.append(byte)
            state = .quoted
        case 0x22 where state == .fieldStart && (field.isEmpty || field == [0xEF, 0xBB, 0xBF]):
            state = .quoted
        default:
            field.append(byte)
            // The three bytes of a byte order mark do not begin the field.
            if !(start == 1 && cells.isEmpty && [0xEF, 0xBB, 0xBF].starts(with: field)) { state = .plain }
        }
        return nil
    }

    private mutating func endField() {
        if start == 1, cells.isEmpty, field.starts(with: [0xEF, 0xBB, 0xBF]) { field.removeFirst(3) }
        if let text = String(validating: field, as: UTF8.self) {
            cells.append(text)
        } else {
            cells.append(WindowsText.decode(field))
            isOtherEncoding = true
        }
        field.removeAll(keepingCapacity: true)
        state = .fieldStart
    }

    /// Ends the row, or gives nil for an empty line.
    mutating func finish() -> SheetRow? {
        if field.last == 0x0D { field.removeLast() }
        let isEmptyLine = cells.isEmpty && field.isEmpty
        endField()
        defer {
            cells = []
            length = 0
            isOtherEncoding = false
            start = line
        }
        return isEmptyLine ? nil : SheetRow(number: start, cells: cells, isOtherEncoding: isOtherEncoding)
    }
}
