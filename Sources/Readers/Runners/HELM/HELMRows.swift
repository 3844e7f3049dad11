import Records

/// The rows of one of HELM's large files, one at a time.
enum HELMRows {
    /// One row.
    struct Row {
        let value: JSONValue
        /// The position in the list, from 1.
        let position: Int
    }

    /// Hands over the elements of the list at the top, or of the member `list` of the object there.
    ///
    /// - Parameter note: told of a fault that ends the text after rows were read.
    /// - Throws: `Problem` if no row can be read; what `body` throws.
    static func forEach(
        _ source: any ByteSource, in list: String?, note: (Problem) -> Void, _ body: (Row) throws -> Void
    ) throws {
        let scanner = JSONStreamScanner(source, streaming: list.map { [$0] } ?? [])
        var count = 0
        let failure = try Problem.caught {
            while let part = try scanner.next() {
                guard part.kind == .element, let value = part.value else { continue }
                count += 1
                try body(Row(value: value, position: count))
            }
        }
        if var failure {
            guard count > 0 else { throw failure }
            failure.remedy += " The \(count) rows before it were read."
            note(failure)
        }
    }
}
