import Charts
import Findings

/// What the tables of a paper are made from, and the cells and sentences that several of them share.
struct TableMaterial: Sendable {
    let findings: FindingsDocument
    let index: FindingsIndex
    let format: ValueFormat
    /// The order of the models.
    let ranking: Ranking?

    init(_ findings: FindingsDocument, unit: ValueFormat.Unit) {
        self.findings = findings
        index = FindingsIndex(findings)
        format = ValueFormat(unit)
        ranking = index.homeRanking()
    }

    // MARK: Words

    /// `in %` or `as scores from 0 to 1`.
    var unitPhrase: String { format.unit == .percent ? "in %" : "as scores from 0 to 1" }

    /// The second line of a column's head.
    func unit(isDifference: Bool = false, interval: String? = nil) -> String? {
        let unit = format.unit == .score ? nil : isDifference ? "points" : "%"
        let parts = [unit, interval.map { "[\($0)]" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// `95% interval`.
    var intervalName: String { Digits.level(findings.study.level) + " interval" }

    /// The study's notice, which must stand with every number.
    var notice: [String] {
        guard let notice = findings.study.notice ?? findings.study.label.map(Words.capitalised) else { return [] }
        return [notice.last == "." ? notice : notice + "."]
    }

    /// First words of methods' names that are no proper names.
    private static let commonWords: Set = [
        "Bootstrap", "Combined", "Exact", "Intersection-union", "Percentile", "Random-effects", "Sign-flip",
        "Simultaneous",
    ]

    /// The names of methods in the order of the document, as they stand within a sentence.
    func methods(_ identifiers: some Sequence<String>) -> String {
        let wanted = Set(identifiers)
        let known = findings.methods.filter { wanted.contains($0.id) }
        let unknown = wanted.subtracting(known.map(\.id)).sorted()
        let names = known.map { method in
            let first = method.name.prefix { $0 != " " }
            return Self.commonWords.contains(String(first))
                ? method.name.prefix(1).lowercased() + method.name.dropFirst() : method.name
        }
        return Words.list(names + unknown)
    }

    /// `10 models on 7 benchmarks`.
    func extent(models: Int, benchmarks: Int) -> String {
        "\(Digits.counted(models, "model")) on \(Digits.counted(benchmarks, "benchmark"))"
    }

    /// Which test tells models apart, for a note; nil if none does.
    func testNote(on benchmarks: [String?]) -> String? {
        let scopes = Set(benchmarks)
        let tests = findings.differences.filter { scopes.contains($0.benchmark) }
        let families = Set(tests.map(\.family)).sorted()
        guard let most = families.last else { return nil }
        let pairs = families.count > 1 ? "\(families[0]) to \(most) pairs" : Digits.counted(most, "pair")
        let scope = scopes.count > 1 ? " of each column" : ""
        return """
            Models are told apart by paired tests (\(methods(tests.map(\.test)))), p values adjusted by Holm over \
            \(pairs)\(scope), family-wise error rate \(Digits.level(Ranking.errorRate)).
            """
    }

    /// Who leads a ranking, with the number.
    func leader(_ ranking: Ranking) -> String? {
        guard let best = ranking.rows.first else { return nil }
        let decimals = format.decimals(halfWidth: (best.interval.upper - best.interval.lower) / 2)
        let number =
            format.stringWithUnit(best.estimate, decimals: decimals) + " "
            + format.interval(lower: best.interval.lower, upper: best.interval.upper, decimals: decimals)
        let scope = ranking.benchmark.map { "accuracy on \(index.benchmarkName($0))" } ?? "macro-average accuracy"
        let name = index.modelName(best.model)
        guard ranking.rows.count > 1 else { return "\(name) has the \(scope) \(number)." }
        let isHigherBetter = ranking.benchmark.flatMap { index.benchmarks[$0]?.higherIsBetter } ?? true
        let claim = "\(name) has the \(isHigherBetter ? "highest" : "lowest") \(scope), \(number)"
        let untold = ranking.untold(from: 0)
        if !untold.isEmpty {
            let names = untold.map { index.modelName(ranking.rows[$0].model) }
            return "\(claim), and cannot be told apart from \(Words.list(names, limit: 4))."
        }
        if ranking.rows.indices.dropFirst().allSatisfy({ ranking.relation(0, $0) == .better }) {
            return "\(claim), and is told apart from every other model."
        }
        return "\(claim); no test compares it with every other model."
    }

    // MARK: Cells

    func model(_ identifier: String) -> PaperTable.Cell {
        let name = index.modelName(identifier)
        return PaperTable.Cell(
            .text(name), data: [PaperTable.Datum("", .text(identifier)), PaperTable.Datum("name", .text(name))])
    }

    func text(_ text: String?) -> PaperTable.Cell {
        guard let text else { return PaperTable.Cell(.missing, data: []) }
        return .text(text)
    }

    func count(_ count: Int?) -> PaperTable.Cell {
        guard let count else { return PaperTable.Cell(.missing, data: []) }
        return PaperTable.Cell(
            .number(PaperTable.Number(text: ValueFormat.count(count))), data: [PaperTable.Datum("", .count(count))])
    }

    func pValue(_ value: Double?) -> PaperTable.Cell {
        guard let value, value.isFinite else { return PaperTable.Cell(.missing, data: []) }
        let isBound = value < 0.001
        let text = isBound ? "0.001" : ValueFormat.score.string(value, decimals: 3)
        return PaperTable.Cell(
            .number(PaperTable.Number(text: text, comparator: isBound ? "<" : nil)),
            data: [PaperTable.Datum("", .number(value))])
    }

    /// An estimate with its interval.
    func estimate(
        _ value: Double, _ interval: IntervalFinding?, decimals: Int, isSigned: Bool = false,
        mark: PaperTable.Mark? = nil, data: [PaperTable.Datum] = []
    ) -> PaperTable.Cell {
        let own = [PaperTable.Datum("", .number(value))] + Self.data(interval) + data
        guard value.isFinite else { return PaperTable.Cell(.missing, data: own) }
        let text = isSigned ? format.signedString(value, decimals: decimals) : format.string(value, decimals: decimals)
        let shown = interval.flatMap { self.interval($0.lower, $0.upper, decimals: decimals) }
        return PaperTable.Cell(.number(PaperTable.Number(text: text, interval: shown)), mark: mark, data: own)
    }

    func interval(_ lower: Double, _ upper: Double, decimals: Int) -> PaperTable.Interval? {
        guard lower.isFinite, upper.isFinite else { return nil }
        return PaperTable.Interval(
            lower: format.string(lower, decimals: decimals), upper: format.string(upper, decimals: decimals))
    }

    static func data(_ interval: IntervalFinding?) -> [PaperTable.Datum] {
        guard let interval else { return [] }
        return [
            PaperTable.Datum("lower", .number(interval.lower)), PaperTable.Datum("upper", .number(interval.upper)),
            PaperTable.Datum("level", .number(interval.level)), PaperTable.Datum("method", .text(interval.method)),
        ]
    }

    /// Decimals that a column of estimates shares, over all groups of the table.
    func decimals(_ intervals: [IntervalFinding]) -> Int {
        format.decimals(halfWidths: intervals.map { ($0.upper - $0.lower) / 2 })
    }

    /// The models that have something in a table, best first.
    func models(where isPresent: (String) -> Bool) -> [String] {
        index.modelsInOrder(ranking).map(\.id).filter(isPresent)
    }
}
