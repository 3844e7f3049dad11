import Records

/// The rows of a log in JSON, one at a time, whether the text is JSONL or a list: a line that cannot be read is counted
/// and the others are read.
struct JSONRows {
    /// One row.
    struct Row {
        /// The row's value, valid until the next row.
        let value: JSONValue
        /// The line of a row in JSONL, the position of an element in a list; from 1.
        let line: Int
        /// The key of a row where rows are members of an object.
        let key: String?
    }

    private let open: () throws -> any ByteSource
    private let streaming: Set<String>

    /// - Parameters:
    ///   - streaming: where rows lie within an object: dotted paths of lists or objects whose elements are rows; members
    ///     beside them are handed to `member`.
    ///   - open: opens the text from its start.
    init(streaming: Set<String> = [], open: @escaping () throws -> any ByteSource) {
        self.open = open
        self.streaming = streaming
    }

    /// Hands each row to `body`.
    ///
    /// - Parameters:
    ///   - note: told of lines that cannot be read, and of a fault that ends the text early after rows were read.
    ///   - member: told of the members of an object that are no rows, with their dotted path.
    /// - Returns: how many rows were handed over.
    /// - Throws: `Problem` if the text cannot be read before its first row; what `body` throws.
    @discardableResult
    func forEach(
        note: (Problem) -> Void, member: (String, JSONValue) throws -> Void = { _, _ in },
        _ body: (Row) throws -> Void
    ) throws -> Int {
        let source = try PrefixedSource(open(), count: 1 << 17)
        var start = source.prefix
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
        let text = Array(start.drop { $0 <= 0x20 })
        var count = 0
        let failure: Problem?
        if JSONLines.areLines(text) && streaming.isEmpty || JSONLines.areSeveral(text) {
            let lines = LineReader(source)
            let parser = JSONParser()
            failure = try Problem.caught {
                while try nextLine(lines, parser, note, &count, body) {}
            }
        } else {
            let scanner = JSONStreamScanner(source, streaming: streaming)
            failure = try Problem.caught {
                while let part = try scanner.next() {
                    guard let value = part.value else { continue }
                    if part.kind == .element {
                        count += 1
                        try body(Row(value: value, line: part.index + 1, key: part.key))
                    } else {
                        try member(part.path, value)
                    }
                }
            }
        }
        if var failure {
            guard count > 0 else { throw failure }
            failure.remedy += " The \(count) rows before it were read."
            note(failure)
        }
        return count
    }

    private func nextLine(
        _ lines: LineReader, _ parser: JSONParser, _ note: (Problem) -> Void, _ count: inout Int,
        _ body: (Row) throws -> Void
    ) throws -> Bool {
        let value: JSONValue?? = try lines.next { bytes in
            guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
            do {
                let value = try parser.parse(bytes, place: lines.place, line: lines.number)
                parser.repairs.encodingProblem(at: lines.place, line: lines.number).map(note)
                return value
            } catch let problem as Problem {
                note(problem.asMalformedLine)
                return nil
            }
        }
        guard let value else { return false }
        if let value {
            count += 1
            try body(Row(value: value, line: lines.number, key: nil))
        }
        return true
    }
}

/// Tells JSONL from one JSON value that fills the text.
enum JSONLines {
    /// Whether the first line of a text is a whole JSON object, so that each line can be a row.
    ///
    /// - Parameter text: the first bytes, without white space before them.
    static func areLines(_ text: [UInt8]) -> Bool {
        guard text.first == UInt8(ascii: "{") else { return false }
        // In indented JSON the first line is only an opening brace. A first line that fills the bytes is a long row.
        guard let feed = text.firstIndex(of: 0x0A) else { return true }
        return JSONOutline(Array(text[..<feed])).isComplete
    }

    /// Whether a second line follows the first object.
    static func areSeveral(_ text: [UInt8]) -> Bool {
        guard areLines(text), let feed = text.firstIndex(of: 0x0A) else { return false }
        return text[feed...].contains { $0 > 0x20 }
    }
}

extension JSONRepairs {
    /// A note on bytes that are no UTF-8; nil if there were none.
    func encodingProblem(at place: InputPlace, line: Int) -> Problem? {
        guard contains(.encoding) || contains(.surrogate) else { return nil }
        return place.problem(
            "other-encoding", .note, line: line, expected: "text in UTF-8", found: "bytes that are none",
            remedy: "They are shown as U+FFFD; nothing else is affected.")
    }
}

extension Problem {
    /// The problem of a text as that of one line of many.
    var asMalformedLine: Problem {
        var problem = self
        problem.kind = "malformed-line"
        problem.expected = "a row in JSON"
        problem.remedy = "The other rows are read; run the task again to have this one."
        return problem
    }
}
