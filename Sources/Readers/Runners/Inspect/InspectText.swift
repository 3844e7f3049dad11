import Records

/// An Inspect log in one JSON text: the header's members and, usually after them, a long list of samples.
struct InspectText {
    let log: Log

    func read(_ runner: String, into sink: any RecordSink) throws {
        var header = InspectHeader()
        var failure = try gather(&header)
        guard header.hasEval else {
            throw failure
                ?? InputPlace(file: log.path).problem(
                    "missing-field", field: "eval", expected: "an Inspect log with `eval`", found: "none",
                    remedy: "Name the right runner for this file.")
        }
        var run = try InspectRun(header, runner: runner, place: InputPlace(file: log.path), sink: sink)
        let scanner = JSONStreamScanner(try log.open(), streaming: ["samples"], skipping: ["reductions"])
        failure = try Problem.caught {
            while let part = try scanner.next() {
                guard let value = part.value else { continue }
                if part.kind == .element {
                    try run.add(value, line: part.index + 1)
                } else if let key = part.key {
                    header.absorbLate(key, value)
                }
            }
        }
        if let failure { run.note(failure) }
        try run.finish(header)
    }

    /// Reads the members around the samples; the scan ends early if the samples come after them.
    private func gather(_ header: inout InspectHeader) throws -> Problem? {
        let scanner = JSONStreamScanner(try log.open(), skipping: ["samples", "reductions"])
        return try Problem.caught {
            while let part = try scanner.next() {
                if part.key == "samples", header.hasEval, header.hasResults { return }
                if let key = part.key, let value = part.value { header.absorb(key, value) }
            }
        }
    }
}

extension InspectHeader {
    /// Takes over what may stand after the samples and does not change the metrics.
    mutating func absorbLate(_ key: String, _ value: JSONValue) {
        if ["status", "error"].contains(key) { absorb(key, value) }
    }
}
