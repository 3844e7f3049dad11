import Records

/// A JSON or JSONL file of promptfoo as a header and rows.
struct PromptfooFile {
    let log: Log

    init(log: Log) { self.log = log }

    /// Reads everything but the rows; empty for JSONL.
    ///
    /// - Throws: `Problem` if the file cannot be read. One that is cut off gives what stands before the cut.
    func header() throws -> PromptfooHeader {
        var header = PromptfooHeader()
        guard try !isLines() else { return header }
        let streaming = try isSummary() ? "results" : "results.results"
        let scanner = JSONStreamScanner(
            try log.open(), streaming: [streaming],
            skipping: ["table.body", "results.table.body", "traces", "blobs", "results.stats"])
        _ = try Problem.caught {
            while let part = try scanner.next() {
                guard part.kind == .member, let value = part.value else { continue }
                header.add(part.path.hasPrefix("results.") ? String(part.path.dropFirst(8)) : part.path, value)
            }
        }
        return header
    }

    /// Hands each row to `body`.
    func rows(note: (Problem) -> Void, _ body: (JSONValue, Int) throws -> Void) throws {
        if try isLines() {
            try JSONRows(open: log.open).forEach(note: note) { try body($0.value, $0.line) }
            return
        }
        let streaming = try isSummary() ? "results" : "results.results"
        let scanner = JSONStreamScanner(
            try log.open(), streaming: [streaming],
            skipping: ["results.table", "results.prompts", "results.stats", "table", "config", "traces", "blobs"])
        var count = 0
        let failure = try Problem.caught {
            while let part = try scanner.next() {
                guard part.kind == .element, let value = part.value else { continue }
                count += 1
                try body(value, part.index + 1)
            }
        }
        guard var failure else { return }
        guard count > 0 else { throw failure }
        failure.remedy += " The \(count) rows before it were read."
        note(failure)
    }

    private func outline() throws -> JSONOutline { JSONOutline(try log.open().readPrefix(LogProbe.prefixLength)) }

    private func isLines() throws -> Bool {
        let outline = try outline()
        return outline.has("provider") && outline.has("success") && !outline.has("results")
    }

    /// The results stand under `results.results`; early versions wrote the summary itself.
    private func isSummary() throws -> Bool { try outline().kinds["results"] == "[" }
}
