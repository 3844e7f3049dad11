import Records

/// A JSON file of a test run, which may lie under `testRunData`.
struct DeepEvalFile {
    let part: LogPart

    private static let caseLists = [
        "testCases", "conversationalTestCases", "testRunData.testCases", "testRunData.conversationalTestCases",
    ]
    private static let prefix = "testRunData."

    init(part: LogPart) { self.part = part }

    /// Everything but the cases, which are counted. A file that is cut off gives what stands before the cut.
    ///
    /// - Throws: `Problem` if nothing can be read.
    func summary() throws -> DeepEvalSummary {
        var summary = DeepEvalSummary()
        let failure = try scan { part, value in
            if part.kind == .element {
                summary.caseCount += 1
            } else {
                let path = part.path
                summary.add(path.hasPrefix(Self.prefix) ? String(path.dropFirst(Self.prefix.count)) : path, value)
            }
        }
        if let failure, summary.caseCount == 0 { throw failure }
        return summary
    }

    /// Hands each case to `body`, with its position from 1.
    func cases(note: (Problem) -> Void, _ body: (JSONValue, Int) throws -> Void) throws {
        var count = 0
        let failure = try scan { part, value in
            guard part.kind == .element else { return }
            count += 1
            try body(value, count)
        }
        guard var failure else { return }
        failure.severity = .warning
        failure.remedy += " The \(count) cases before it were read."
        note(failure)
    }

    private func scan(_ body: (JSONStreamPart, JSONValue) throws -> Void) throws -> Problem? {
        let scanner = JSONStreamScanner(
            try part.open(), streaming: Set(Self.caseLists), skipping: ["prompts", "traces", "testRunData.traces"])
        return try Problem.caught {
            while let part = try scanner.next() {
                guard let value = part.value else { continue }
                try body(part, value)
            }
        }
    }
}
