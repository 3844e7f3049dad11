import Foundation
import Records

/// The study file: TOML whose keys all have defaults, and in which an unknown key is an error.
public struct StudyFile {
    /// Every error of a study file, each with line, column and remedy.
    public struct Errors: Error, CustomStringConvertible {
        /// The errors in the order in which they were found; at least one.
        public let problems: [Problem]
        /// The problems' descriptions, one a line.
        public var description: String { problems.map(\.description).joined(separator: "\n") }
    }

    /// Reads a study file. Throws `Errors`.
    ///
    /// - Parameter path: the file, named in messages as it is given.
    public static func read(_ path: String) throws -> Study {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Errors(problems: [
                Problem(
                    kind: "unreadable-file", severity: .error, file: path, expected: "a study file",
                    found: "no file that can be read", remedy: "Check the path and the permissions.")
            ])
        }
        return try parse(String(decoding: data, as: UTF8.self), file: path)
    }

    /// Reads the text of a study file. Throws `Errors`.
    public static func parse(_ text: String, file: String) throws -> Study {
        try parse(text, file: file, errors: TableReader.Errors(file: file))
    }

    /// - Parameter errors: gets what is wrong, and the keys that were looked for.
    static func parse(_ text: String, file: String, errors: TableReader.Errors) throws -> Study {
        let root: TOMLNode
        do {
            root = try TOMLNode.parse(text)
        } catch let error as TOMLNode.SyntaxError {
            throw Errors(problems: [
                Problem(
                    kind: "study-file", severity: .error, file: file, line: error.place.line,
                    column: error.place.column, expected: "TOML", found: error.message,
                    remedy: "Correct the syntax at this place.")
            ])
        }
        guard case .table(let members) = root.content else { return Study() }
        let top = TableReader(members, path: "", place: root.place, errors: errors)
        var study = Study()
        study.file = file
        if let table = top.table("study") { readSettings(table, into: &study) }
        if let table = top.table("site") { study.site = readSite(table) }
        study.logs = top.tables("logs").compactMap(LogSelection.init(reading:))
        study.benchmarks = top.tables("benchmark").compactMap(BenchmarkReader.read)
        study.models = top.tables("model").compactMap(readModel)
        study.thresholds = top.tables("threshold").compactMap(readThreshold)
        study.claims = top.tables("claim").compactMap(ClaimReader.read)
        study.published = top.tables("published").flatMap(PublishedReader.read)
        if let table = top.table("reporting") { study.reporting = ReportingReader.read(table) }
        study.compare = top.table("compare").map(ComparisonReader.read)
        top.finish()
        checkUnique(study.benchmarks.map(\.id), of: "benchmark", place: root.place, errors: errors)
        checkUnique(study.models.map(\.id), of: "model", place: root.place, errors: errors)
        checkUnique(study.thresholds.map(\.id), of: "threshold", place: root.place, errors: errors)
        checkUnique(study.claims.map(\.id), of: "claim", place: root.place, errors: errors)
        checkThresholds(of: study, place: root.place, errors: errors)
        guard errors.problems.isEmpty else { throw Errors(problems: errors.problems) }
        return study
    }

    private static func readSettings(_ table: TableReader, into study: inout Study) {
        study.title = table.string("title") ?? study.title
        study.notice = table.string("notice")
        study.label = table.string("label")
        study.isSimulated = table.bool("simulated") ?? study.isSimulated
        study.summary = table.string("summary")
        study.level = table.number("level", allowed: "between 0.5 and 1") { $0 > 0.5 && $0 < 1 } ?? study.level
        study.seed = table.integer("seed", allowed: "from 0") { $0 >= 0 }.map(UInt64.init) ?? study.seed
        study.replicates =
            table.integer("replicates", allowed: "from 200 to 10,000,000") { (200...10_000_000).contains($0) }
            ?? study.replicates
        study.unparsed = table.word("unparsed", of: ["wrong", "exclude"]).flatMap(UnparsedRule.init) ?? study.unparsed
        study.method = table.string("method")
        study.license = table.string("license")
        study.cite = table.string("cite")
        study.baseURL = webAddress("base-url", table)
        table.finish()
    }

    private static func readSite(_ table: TableReader) -> SiteSettings {
        var site = SiteSettings()
        site.itemLimit = table.integer("items", allowed: "from 0") { $0 >= 0 }
        site.predictionLength = table.integer("prediction-length", allowed: "from 1") { $0 > 0 }
        table.finish()
        return site
    }

    /// An address that paths can be added to: of the web, in ASCII, without a query or a fragment.
    private static func webAddress(_ key: String, _ table: TableReader) -> String? {
        guard let text = table.string(key), let node = table.node(key) else { return nil }
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        let forbidden = "\"<>\\^`{|}?#".unicodeScalars
        let isWhole =
            parts.count == 2 && ["http", "https"].contains(parts[0].lowercased()) && parts[1].first ?? "/" != "/"
            && parts[1].unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) && !forbidden.contains($0) }
        if isWhole { return text }
        table.wrong(key, node, expected: "an address such as https://example.org/study")
        return nil
    }

    private static func readModel(_ table: TableReader) -> ModelEntry? {
        let id = table.required("id", remedy: "Give the model an identifier.")
        var entry = ModelEntry(id: id ?? "")
        entry.name = table.string("name")
        entry.family = table.string("family")
        entry.kind = table.string("kind")
        entry.parameters = table.number("parameters", allowed: "above 0") { $0 > 0 }
        if let node = table.node("released") {
            switch node.content {
            case .date(let text), .string(let text): entry.released = text
            default: table.wrong("released", node, expected: "a date such as 2025-01-26")
            }
        }
        entry.aliases = table.strings("aliases") ?? []
        table.finish()
        return id == nil ? nil : entry
    }

    private static func readThreshold(_ table: TableReader) -> Threshold? {
        let id = table.required("id", remedy: "Give the threshold an identifier.")
        let source = table.required(
            "source", remedy: "Say where the number comes from; a verdict without a source is not printed.")
        var minimum: Double?
        var hasMinimum = true
        if let node = table.node("minimum") {
            switch node.content {
            case .string("chance"): minimum = nil
            case .float(let value) where (0...1).contains(value): minimum = value
            case .integer(let value) where (0...1).contains(value): minimum = Double(value)
            default: table.wrong("minimum", node, expected: "a number from 0 to 1, or \"chance\"")
            }
        } else {
            hasMinimum = false
            table.errors.add(
                table.place, field: table.field("minimum"), expected: "`minimum`", found: "none",
                remedy: "Give a number from 0 to 1, or \"chance\".")
        }
        var threshold = Threshold(
            id: id ?? "", name: table.string("name") ?? id ?? "", minimum: minimum, source: source ?? "")
        if let scope = table.table("applies-to") {
            threshold.benchmark = scope.string("benchmark") ?? "*"
            threshold.capability = scope.string("capability")
            threshold.each = scope.string("each")
            scope.finish()
        }
        threshold.alpha = table.number("alpha", allowed: "between 0 and 0.5") { $0 > 0 && $0 < 0.5 } ?? threshold.alpha
        table.finish()
        return id == nil || source == nil || !hasMinimum ? nil : threshold
    }

    /// Notes claims about thresholds that the study does not have, which would be silently open otherwise.
    private static func checkThresholds(of study: Study, place: TOMLNode.Place, errors: TableReader.Errors) {
        let known = study.thresholds.map(\.id)
        for claim in study.claims {
            guard case .threshold(let threshold) = claim.subject, !known.contains(threshold) else { continue }
            errors.add(
                place, field: "claim.threshold", expected: "the identifier of a threshold", found: "\"\(threshold)\"",
                remedy: NearestWord.find(threshold, among: known).map { "Did you mean \"\($0)\"?" }
                    ?? "Add a [[threshold]] with this identifier.")
        }
    }

    private static func checkUnique(_ ids: [String], of kind: String, place: TOMLNode.Place, errors: TableReader.Errors)
    {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            errors.add(
                place, field: "\(kind).id", expected: "identifiers that differ", found: "`\(id)` twice",
                remedy: "Rename or join the two.")
        }
    }
}
