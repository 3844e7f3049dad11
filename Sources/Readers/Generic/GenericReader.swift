import Foundation
import Records

/// Reads logs of programs that no other reader knows: a row an item, in CSV, TSV, XLSX, JSON, JSONL or parquet.
///
/// The fields are those that the study file names, or are guessed from the first rows; the guess is noted.
public struct GenericReader: LogReader {
    /// Not one runner but every one that writes a row an item; its identifier is `generic`.
    public let runner = Runner(
        id: "generic", name: "Generic rows",
        files: "CSV, TSV, XLSX, JSON, JSONL or parquet with a row an item; fields named in the study file or guessed")

    /// How many rows are looked at to guess the fields.
    private static let sampleSize = 400

    /// A reader without settings: fields come with each log.
    public init() {}

    /// Goes by the names of fields or columns: the more of them stand for an item, its prediction, target or score,
    /// the surer. Files of figures, and selections of a run's items, are told apart.
    public func recognise(_ probe: LogProbe) -> Recognition? {
        if let recognition = ItemFiles.recognise(probe) { return recognition }
        guard let names = GenericOutline(probe).fieldNames else { return nil }
        if FieldGuess.areFigures(names) {
            return FigureFile.recognise(probe)
                ?? Recognition(confidence: 0.05, reason: "figures of whole runs without their items", role: .nothing)
        }
        let confidence = FieldGuess.confidence(names: names)
        if confidence > 0, FigureFile.isSelection(probe.name) {
            return Recognition(
                confidence: confidence, reason: "by its name a selection of a run's items, such as the wrong ones",
                role: .nothing)
        }
        guard confidence > 0 else { return FigureFile.recognise(probe) }
        return Recognition(
            confidence: confidence, reason: "rows with \(names.prefix(8).joined(separator: ", "))",
            group: RepeatFiles.group(of: probe))
    }

    /// The files of figures beside the log, whose numbers are compared with the items'.
    public func sidecars(of url: URL, in folders: FolderListing) -> [URL] { FigureFile.beside(url, in: folders) }

    /// The fields of a log, guessed where the user named none.
    ///
    /// - Throws: `Problem` if the log cannot be read or has no field for predictions or scores.
    public func guess(_ log: Log) throws -> FieldGuess {
        var profiles: [String: FieldProfile] = [:]
        var order: [String] = []
        var count = 0
        var repetitions = 1
        var figures: [String: String] = [:]
        var groups = 1
        let given = log.mapping ?? FieldMapping()
        let named = given.roles.map { ($0.key, $0.value) } + given.facets.map { ("facets.\($0.key)", $0.value) }
        let namedFields = Set(named.map(\.1))
        for part in log.parts {
            // Rows before a fault show the fields; the fault is told when the log is read.
            let problem = try Problem.caught {
                let rows = try GenericRows(part, isOneRow: ItemFiles.isOne(log))
                defer {
                    figures.merge(rows.constants) { first, _ in first }
                    groups = max(groups, rows.groups)
                }
                try rows.forEach { row in
                    for (name, content) in row.fields {
                        if profiles[name] == nil {
                            guard FieldProfile.accepts(name, beside: order.count, named: namedFields) else { continue }
                            order.append(name)
                        }
                        profiles[name, default: FieldProfile(name: name)].add(content)
                    }
                    count += 1
                    repetitions = max(repetitions, row.repetition ?? 1)
                    return count < Self.sampleSize
                }
            }
            if let problem, count == 0, log.parts.count == 1 { throw problem }
            if count >= Self.sampleSize { break }
        }
        for (role, field) in named.sorted(by: { $0 < $1 }) where profiles[field] == nil && count > 0 {
            throw missing(log, role: role, field: field, among: order)
        }
        let guess = FieldGuesser(
            profiles: order.compactMap { profiles[$0] }, rows: count, repetitions: repetitions * groups
        )
        .guess(given: given, figures: figures)
        let hasAnswers = guess.mapping.roles["prediction"] != nil || guess.mapping.roles["score"] != nil
        guard hasAnswers || !guess.modelColumns.isEmpty else {
            if let field = order.first(where: { name in
                (FieldGuess.names["prediction"] ?? []).contains(FieldGuess.folded(name))
                    && profiles[name]?.isNested ?? false
            }) {
                throw Problem(
                    kind: "missing-field", severity: .error, file: log.path, field: field,
                    expected: "one prediction a row, as text or number", found: "`\(field)` with lists or objects",
                    remedy:
                        "Name a field with one answer or with a score in the study file: [logs.fields] prediction = \"...\"."
                )
            }
            throw Problem(
                kind: "missing-field", severity: .error, file: log.path, field: "prediction",
                expected: "a field with predictions or scores",
                found: order.isEmpty ? "no rows" : "the fields " + order.prefix(12).joined(separator: ", "),
                remedy: "Name it in the study file: [logs.fields] prediction = \"...\".")
        }
        return guess
    }

    private func missing(_ log: Log, role: String, field: String, among names: [String]) -> Problem {
        Problem(
            kind: "missing-field", severity: .error, file: log.path, field: field,
            expected: "the field that the study file names for `\(role)`",
            found: "only " + names.prefix(12).joined(separator: ", "),
            remedy: "Correct [logs.fields] \(role) in the study file.")
    }

    /// Reads the rows of all parts with the fields named or guessed. Rows before a fault are kept, and the fault is
    /// noted.
    ///
    /// - Throws: `Problem` if a named field is not there, if there is none for predictions or scores, or if no row
    ///   can be read; what the sink throws.
    public func read(_ log: Log, into sink: any RecordSink) throws {
        let guess = try guess(log)
        var builder = GenericRuns(log: log, guess: guess, runner: runner.id)
        var first: Problem?
        for part in log.parts {
            builder.begin(part)
            let before = builder.count
            let rows = try GenericRows(part, isOneRow: ItemFiles.isOne(log))
            let raw = RawRows(guess, epoch: builder.plainEpoch, sink: sink.rawSink)
            rows.raw = raw
            var problem = try Problem.caught {
                try rows.forEach { row in
                    let known = builder.count
                    builder.rowsTaken = raw?.count ?? 0
                    try builder.add(row, constants: rows.constants, to: sink)
                    if builder.count == known + 1 { raw?.remember(run: builder.lastRun) }
                    return true
                }
            }
            builder.note(figures: rows.constants)
            // The rows before a fault are good, and so are other files; the fault is told.
            let count = builder.count - before + (raw?.count ?? 0)
            if count > 0 { problem?.remedy += " The \(count) rows before it were read." }
            if let problem {
                first = first ?? problem
                builder.note(problem)
            }
            for problem in rows.tally.problems {
                first = first ?? problem
                builder.note(problem)
            }
        }
        guard builder.count > 0 else { throw first ?? Self.noRows(log) }
        for sidecar in log.sidecars { builder.note(figures: FigureFile.figures(in: sidecar)) }
        try builder.finish(to: sink)
        if let problem = Self.guessed(log, guess) { sink.note(problem) }
    }

    private static func noRows(_ log: Log) -> Problem {
        Problem(
            kind: "no-rows", severity: .error, file: log.path, expected: "at least one row", found: "none",
            remedy: "Check that the runner finished.")
    }

    /// The note on what was guessed; nil if the study file named it all.
    private static func guessed(_ log: Log, _ guess: FieldGuess) -> Problem? {
        let given = log.mapping?.roles ?? [:]
        var roles = FieldMapping.roleNames.compactMap { role in
            given[role] == nil ? guess.mapping.roles[role].map { "\(role) = `\($0)`" } : nil
        }
        if !guess.modelColumns.isEmpty {
            roles.append("a column a model: " + guess.modelColumns.joined(separator: ", "))
        }
        guard !roles.isEmpty else { return nil }
        return Problem(
            kind: "guessed-fields", severity: .note, file: log.path, expected: "fields named in the study file",
            found: (given.isEmpty ? "none" : "names for some") + "; guessed: " + roles.joined(separator: ", "),
            remedy: "Check them with `acuity inspect`; name others under [logs.fields].")
    }
}
