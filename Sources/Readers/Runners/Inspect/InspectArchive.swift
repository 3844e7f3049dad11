import Records

/// An Inspect log in a ZIP file: a header, one member a sample, and a journal from which crashed runs are read.
struct InspectArchive {
    /// The members that may hold the header, the fullest first; the last pair is of the first versions.
    static let headerMembers = ["header.json", "_journal/start.json", "start.json", "results.json"]

    private let log: Log
    private let archive: ArchiveReader

    /// Nil if the log is no archive.
    ///
    /// - Throws: `Problem` if the archive is cut off or damaged.
    init?(_ log: Log) throws {
        let start = try PlainFile(path: log.url.path, place: InputPlace(file: log.path)).readPrefix(4)
        guard start == [0x50, 0x4B, 0x03, 0x04] else { return nil }
        self.log = log
        archive = try ArchiveReader(path: log.url.path, shownAs: log.path)
    }

    func read(_ runner: String, into sink: any RecordSink) throws {
        let place = InputPlace(file: log.path)
        var header = InspectHeader()
        var headerProblem: Problem?
        for name in Self.headerMembers {
            guard !(header.hasEval && header.hasResults), let member = archive.member(named: name) else { continue }
            headerProblem = try Problem.caught { try absorb(member, into: &header) } ?? headerProblem
        }
        guard header.hasEval else {
            throw headerProblem
                ?? place.problem(
                    "missing-field", field: "eval", expected: "`header.json` or `_journal/start.json` with `eval`",
                    found: "neither", remedy: "Check that the archive is an Inspect log.")
        }
        var run = try InspectRun(header, runner: runner, place: place, sink: sink)
        if let headerProblem { run.note(headerProblem) }
        if archive.supersededCount > 0 { run.note(superseded(place)) }
        var predictions = Set<String>()
        let parser = JSONParser()
        for member in archive.members where Self.isSample(member.name) {
            let problem = try Problem.caught {
                let bytes = try archive.open(member).readAll()
                let value = try parser.parse(bytes, place: InputPlace(file: log.path, member: member.name))
                try run.add(value, member: member.name, line: member.position)
                predictions.insert(Self.key(value))
            }
            if let problem { run.note(problem) }
        }
        try compareSummaries(with: predictions, &run)
        try run.finish(header)
    }

    private func absorb(_ member: ArchiveReader.Member, into header: inout InspectHeader) throws {
        let scanner = JSONStreamScanner(try archive.open(member), skipping: ["samples", "reductions"])
        while let part = try scanner.next() {
            if let key = part.key, let value = part.value { header.absorb(key, value) }
        }
    }

    /// `samples/<id>_epoch_<n>.json`, or `samples/<id>_epoch_<n>/sample.json` with chunks beside it.
    static func isSample(_ name: String) -> Bool {
        guard name.hasPrefix("samples/"), name.hasSuffix(".json") else { return false }
        let parts = name.split(separator: "/")
        let isInFolder = parts.dropFirst().dropLast().contains { isEpochName($0) }
        return isInFolder ? parts.last == "sample.json" : isEpochName(parts[parts.count - 1].dropLast(5))
    }

    private static func isEpochName(_ name: Substring) -> Bool {
        guard let range = name.ranges(of: "_epoch_").last else { return false }
        let number = name[range.upperBound...]
        return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func key(_ sample: JSONValue) -> String {
        "\(sample["id"]?.scalarText ?? "")\u{0}\(sample["epoch"]?.integer ?? 1)"
    }

    private func superseded(_ place: InputPlace) -> Problem {
        var problem = place.problem(
            "superseded-member", .note, expected: "each member once", found: "members that were written again later",
            remedy: "The last one of each name is used, as Inspect does.")
        problem.count = archive.supersededCount
        return problem
    }

    /// Samples that the summaries list but the archive does not hold are missing, and that is said.
    private func compareSummaries(with predictions: Set<String>, _ run: inout InspectRun) throws {
        let whole = ["summaries.json", "summary.json"].compactMap(archive.member(named:)).first
        let journal = archive.members.filter {
            $0.name.hasPrefix("_journal/summaries/") || $0.name.hasPrefix("summaries/")
        }
        var missing = Set<String>()
        var first: String?
        for member in whole.map({ [$0] }) ?? journal {
            let problem = try Problem.caught {
                let scanner = JSONStreamScanner(try archive.open(member))
                while let part = try scanner.next() {
                    guard part.kind == .element, let value = part.value else { continue }
                    let key = Self.key(value)
                    if !predictions.contains(key), missing.insert(key).inserted {
                        first = first ?? value["id"]?.scalarText
                    }
                }
            }
            if let problem { run.note(problem) }
        }
        guard let first else { return }
        var problem = InputPlace(file: log.path, member: whole?.name).problem(
            "summary-without-sample", .warning, expected: "a sample for each summary",
            found: "a summary of item `\(first.prefix(80))` without its sample",
            remedy: "Summaries cut texts and are not read; use the complete log.")
        problem.count = missing.count
        run.note(problem)
    }
}
