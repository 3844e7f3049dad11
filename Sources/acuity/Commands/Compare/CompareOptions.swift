import Analysis
import Findings
import Foundation
import Report
import Study

extension OptionDefinition {
    static let store = OptionDefinition(
        name: "store", value: "FILE",
        description: "read models from this store, and keep the logs that are compared in it "
            + "(default: results/acuity.sqlite for models, nothing kept)",
        kind: .file(["sqlite"]))
    static let format = OptionDefinition(
        name: "format", value: "FORMAT",
        description: "print as " + GateFormat.allCases.map(\.rawValue).joined(separator: ", ") + " (default: table)",
        kind: .word(GateFormat.allCases.map(\.rawValue)))
    static let report = OptionDefinition(
        name: "report", value: "FORMAT=FILE", description: "also write FORMAT to FILE; several with commas between",
        kind: .filesByWord(GateFormat.allCases.map(\.rawValue)))
    static let margin = OptionDefinition(
        name: "margin", value: "X", description: "differences below X, in score points of 1, are none")
    static let sequential = OptionDefinition(
        name: "sequential", value: nil,
        description: "hold the error rate however often growing logs are compared (confidence sequences)")
    static let accept = OptionDefinition(
        name: "accept", value: "KINDS",
        description: "compare although the sides differ in "
            + AcceptedDifference.allCases.map(\.rawValue).joined(separator: ", "),
        kind: .words(AcceptedDifference.allCases.map(\.rawValue)))
    static let flips = OptionDefinition(
        name: "flips", value: "N", description: "show N items that changed in each direction (default: 20)")
    static let date = OptionDefinition(
        name: "date", value: "DAY", description: "judge waivers as of DAY, such as 2026-01-31 (default: today)")
}

/// How to compare and what to write, from the command line.
struct CompareOptions {
    /// A file that is written beside what is printed.
    struct FileReport {
        let format: GateFormat
        let file: String
    }

    let format: GateFormat
    let reports: [FileReport]
    let accepted: Set<AcceptedDifference>
    let flipLimit: Int
    let date: String
    private let margin: Double?
    private let isStrict: Bool
    private let isSequential: Bool

    init(_ invocation: Invocation) throws {
        format = try Self.format(invocation)
        reports = try Self.reports(invocation)
        accepted = Set(
            try Self.list(invocation.value(.accept)).map { word in
                guard let kind = AcceptedDifference(rawValue: word) else {
                    throw UsageError(
                        "--accept: expected one of \(Self.words(AcceptedDifference.allCases.map(\.rawValue))); "
                            + "found `\(word)`")
                }
                return kind
            })
        flipLimit = try invocation.integer(.flips, minimum: 0) ?? 20
        date = try Self.day(invocation.value(.date))
        margin = try invocation.value(.margin).map { text in
            guard let margin = Double(text), margin >= 0, margin < 1 else {
                throw UsageError("--margin: expected a number from 0 to below 1, such as 0.01; found `\(text)`")
            }
            return margin
        }
        isStrict = invocation.has(.strict)
        isSequential = invocation.has(.sequential)
    }

    /// The study with what the command line says of its gate.
    func study(_ study: Study) -> Study {
        var study = study
        var compare = study.compare ?? Comparison()
        if let margin {
            compare.margin = margin
            compare.margins = [:]
        }
        compare.isStrict = compare.isStrict || isStrict
        compare.isSequential = compare.isSequential || isSequential
        study.compare = compare
        return study
    }

    /// The format of `--format`, or JSON for `--json`.
    static func format(_ invocation: Invocation) throws -> GateFormat {
        guard let text = invocation.value(.format) else { return invocation.has(.json) ? .json : .table }
        let format = try format(text, option: "format")
        guard !invocation.has(.json) || format == .json else {
            throw UsageError("--json: expected it alone or with --format json; found --format \(text). Leave one out.")
        }
        return format
    }

    private static func format(_ text: String, option: String) throws -> GateFormat {
        guard let format = GateFormat(rawValue: text) else {
            throw UsageError(
                "--\(option): expected one of \(words(GateFormat.allCases.map(\.rawValue))); found `\(text)`")
        }
        return format
    }

    /// The files of `--report`.
    static func reports(_ invocation: Invocation) throws -> [FileReport] {
        try list(invocation.value(.report)).map { text in
            guard let sign = text.firstIndex(of: "="), text.index(after: sign) < text.endIndex else {
                throw UsageError("--report: expected FORMAT=FILE, such as junit=gate.xml; found `\(text)`")
            }
            return FileReport(
                format: try format(String(text[..<sign]), option: "report"),
                file: String(text[text.index(after: sign)...]))
        }
    }

    /// A day as waivers are judged by: the one given, else today's.
    static func day(_ text: String?) throws -> String {
        guard let text else { return today }
        guard CalendarDay.isDay(text) else {
            throw UsageError("--date: expected a day such as 2026-01-31; found `\(text)`")
        }
        return text
    }

    private static var today: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date())
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func words(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}
