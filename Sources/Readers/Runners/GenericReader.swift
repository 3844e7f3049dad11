import Foundation
import Records

/// Reads logs of programs that no other reader knows: a row an item, in CSV, TSV, JSON or JSONL.
///
/// The fields are those that the study file names, or are guessed from the first rows; the guess is noted.
public struct GenericReader: LogReader {
    public let runner = Runner(
        id: "generic", name: "Generic rows",
        files: "CSV, TSV, JSON or JSONL with a row an item; fields named in the study file or guessed")

    /// How many rows are looked at to guess the fields.
    private static let sampleSize = 400

    public init() {}

    public func recognise(_ probe: LogProbe) -> Recognition? {
        let names: [String]
        let outline = probe.outline
        // An object or a list is no prediction and no score, whatever its name.
        func isScalar(_ key: String) -> Bool { outline.kinds[key] != "{" }
        switch outline.root {
        case .object where GenericRows.isLines(probe.firstBytes): names = outline.topKeys.filter(isScalar)
        case .object:
            let top = outline.topKeys
            let containers = top.filter { GenericRows.containers.contains($0) && "[{".contains(outline.kinds[$0] ?? " ") }
            let isKeyedByItem = !top.isEmpty && top.allSatisfy { outline.kinds[$0] == "{" }
            guard !containers.isEmpty || isKeyedByItem else { return nil }
            let inner = outline.keys.filter { key in
                isScalar(key) && (isKeyedByItem || containers.contains { key.hasPrefix($0 + ".") })
            }
            names = top + inner.map { String($0.split(separator: ".").last ?? "") }
                + containers.flatMap { Self.names(inList: $0, of: probe.firstBytes) }
        case .list: names = outline.topKeys.filter(isScalar)
        case .other:
            guard ["csv", "tsv", "txt"].contains(probe.nameEnding),
                let separator = DelimitedText.separator(ofHeader: probe.firstLine)
            else { return nil }
            names = probe.firstLine.split(separator: Character(UnicodeScalar(separator))).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" \r"))
            }
        }
        let confidence = FieldGuess.confidence(names: names)
        guard confidence > 0 else { return nil }
        return Recognition(confidence: confidence, reason: "rows with \(names.prefix(8).joined(separator: ", "))")
    }

    /// The scalar keys of the first element of a list that is a member of the top object; empty if it is no list.
    private static func names(inList key: String, of bytes: [UInt8]) -> [String] {
        guard let place = bytes.firstRange(of: Array("\"\(key)\"".utf8)),
            let start = bytes[place.upperBound...].firstIndex(where: { $0 == 0x5B || $0 == 0x7B }), bytes[start] == 0x5B
        else { return [] }
        let outline = JSONOutline(Array(bytes[start...]))
        return outline.topKeys.filter { outline.kinds[$0] != "{" }
    }

    /// The fields of a log, guessed where the user named none.
    ///
    /// - Throws: `Problem` if the log cannot be read or has no field for predictions or scores.
    public func guess(_ log: Log) throws -> FieldGuess { try sample(log).guess }

    private func sample(_ log: Log) throws -> (guess: FieldGuess, constants: [String: String]) {
        let rows = try GenericRows(log)
        var profiles: [String: FieldProfile] = [:]
        var order: [String] = []
        var count = 0
        while count < Self.sampleSize,
            try rows.next({ (row) -> Void in
                for name in row.fieldNames {
                    if profiles[name] == nil {
                        profiles[name] = FieldProfile(name: name)
                        order.append(name)
                    }
                    profiles[name]?.add(row)
                }
            }) != nil
        { count += 1 }
        let given = log.mapping ?? FieldMapping()
        for (role, field) in given.roles.sorted(by: { $0.key < $1.key }) where profiles[field] == nil && count > 0 {
            throw missing(log, role: role, field: field, among: order)
        }
        let guess = FieldGuesser(profiles: order.compactMap { profiles[$0] }, rows: count).guess(given: given)
        guard guess.mapping.roles["prediction"] != nil || guess.mapping.roles["score"] != nil else {
            throw Problem(
                kind: "missing-field", severity: .error, file: log.path, field: "prediction",
                expected: "a field with predictions or scores",
                found: order.isEmpty ? "no rows" : "the fields " + order.prefix(12).joined(separator: ", "),
                remedy: "Name it in the study file: [logs.fields] prediction = \"...\".")
        }
        return (guess, rows.constants)
    }

    private func missing(_ log: Log, role: String, field: String, among names: [String]) -> Problem {
        Problem(
            kind: "missing-field", severity: .error, file: log.path, field: field,
            expected: "the field that the study file names for `\(role)`",
            found: "only " + names.prefix(12).joined(separator: ", "),
            remedy: "Correct [logs.fields] \(role) in the study file.")
    }

    public func read(_ log: Log, into sink: any RecordSink) throws {
        let (guess, _) = try sample(log)
        let rows = try GenericRows(log)
        var builder = GenericRuns(log: log, guess: guess, runner: runner.id)
        var last: Problem?
        do {
            while try rows.next({ row in try builder.add(row, constants: rows.constants, to: sink) }) != nil {}
        } catch let problem as Problem where builder.count > 0 {
            // The rows before a fault are good; the fault is told.
            last = problem
        }
        for problem in rows.problems { sink.note(problem) }
        if var last {
            last.remedy += " The \(builder.count) rows before it were read."
            sink.note(last)
        }
        guard builder.count > 0 else { throw rows.problems.first ?? Self.noRows(log) }
        try builder.finish(to: sink)
        if log.mapping == nil || guess.mapping != log.mapping { sink.note(Self.guessed(log, guess)) }
    }

    private static func noRows(_ log: Log) -> Problem {
        Problem(
            kind: "no-rows", severity: .error, file: log.path, expected: "at least one row", found: "none",
            remedy: "Check that the runner finished.")
    }

    private static func guessed(_ log: Log, _ guess: FieldGuess) -> Problem {
        let roles = FieldMapping.roleNames.compactMap { role in guess.mapping.roles[role].map { "\(role) = `\($0)`" } }
        return Problem(
            kind: "guessed-fields", severity: .note, file: log.path, expected: "fields named in the study file",
            found: "none; guessed: " + roles.joined(separator: ", "),
            remedy: "Check them with `acuity inspect`; name others under [logs.fields].")
    }
}
