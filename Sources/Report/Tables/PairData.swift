import Charts
import Findings
import Foundation

/// What the script of the page `compare.html` reads: a file for each model with its accuracies and its differences to
/// every other model, unrounded and as the pages write them, so that the script formats nothing.
///
/// `scopes` are the macro-average, if there is one, and the benchmarks. A row of `estimates` is scope, estimate, lower,
/// upper, items, then the texts of the estimate, the interval and the items. A row of a difference is scope, estimate,
/// lower, upper, adjusted p, items, unpaired items, items that only this model gets right, items that only the other
/// one does, which of the two is better (1 this model, −1 the other, 0 cannot be told apart), the interval's method by
/// its place in `methods`, then the texts of the difference, the interval, p, the items, the unpaired and the two
/// counts. What is not known is null.
enum PairData {
    /// The files, or none for fewer than two models.
    ///
    /// - Throws: An encoding error if the findings hold a number that JSON cannot.
    static func files(_ material: PageMaterial) throws -> [SiteFile] {
        let index = material.index
        let models = index.document.models.map(\.id)
        guard models.count > 1 else { return [] }
        return try Parallel.map(models) { model in
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return SiteFile(path: path(model, index), data: try encoder.encode(value(model, material)))
        }
    }

    /// Where a model's file lies.
    static func path(_ model: String, _ index: FindingsIndex) -> String {
        "compare/data/\(index.modelSlugs[model]).json"
    }

    /// A model's file.
    static func value(_ model: String, _ material: PageMaterial) -> DataValue {
        let index = material.index
        let macro: [String?] = index.document.estimates.contains { $0.scope == .macroAverage } ? [nil] : []
        let scopes = macro + index.document.benchmarks.map { Optional($0.id) }
        let words = PairSentences(index: index, ranking: material.ranking)
        var methods: [String] = []
        var others: [String: DataValue] = [:]
        for other in index.document.models.map(\.id) where other != model {
            let rows = scopes.enumerated().compactMap { place, scope in
                index.difference(model, other, on: scope).map { found -> DataValue in
                    let name = index.methodName(found.interval.method)
                    let method = methods.firstIndex(of: name) ?? methods.count
                    if method == methods.count { methods.append(name) }
                    return row(found, place, method, isHigherBetter(scope, index))
                }
            }
            others[index.modelSlugs[other]] = .object([
                "said": .text(words.opening(model, other).text), "rows": .list(rows),
            ])
        }
        return .object([
            "name": .text(index.modelName(model)), "page": .text(index.modelPath(model)),
            "scopes": .list(
                scopes.map { scope in
                    .list(
                        scope.map { [.text(index.benchmarkName($0)), .text(index.benchmarkPath($0))] }
                            ?? [.text("macro-average"), .text(SitePage.home.rawValue)])
                }),
            "estimates": .list(
                scopes.enumerated().compactMap { place, scope in
                    index.estimate(model, on: scope).map { row($0, place) }
                }),
            "methods": .list(methods.map { .text($0) }), "others": .object(others),
        ])
    }

    private static func isHigherBetter(_ scope: String?, _ index: FindingsIndex) -> Bool {
        scope.flatMap { index.benchmarks[$0]?.higherIsBetter } ?? true
    }

    private static func row(_ finding: EstimateFinding, _ scope: Int) -> DataValue {
        let decimals = Digits.decimals(finding.interval)
        let format = Digits.format
        return .list([
            .count(scope), .number(finding.estimate), .number(finding.interval.lower), .number(finding.interval.upper),
            .count(finding.items), .text(format.string(finding.estimate, decimals: decimals)),
            .text(format.interval(lower: finding.interval.lower, upper: finding.interval.upper, decimals: decimals)),
            .text(ValueFormat.count(finding.items)),
        ])
    }

    private static func row(
        _ finding: DifferenceFinding, _ scope: Int, _ method: Int, _ isHigherBetter: Bool
    ) -> DataValue {
        let decimals = Digits.decimals(finding.interval)
        let format = Digits.format
        let isTold = finding.adjustedPValue < Ranking.errorRate
        let better = isTold ? ((finding.estimate > 0) == isHigherBetter ? 1 : -1) : 0
        return .list([
            .count(scope), .number(finding.estimate), .number(finding.interval.lower), .number(finding.interval.upper),
            .number(finding.adjustedPValue), .count(finding.items), .count(finding.unpaired),
            DataValue(finding.onlyFirst), DataValue(finding.onlySecond), .count(better), .count(method),
            .text(format.signedString(finding.estimate, decimals: decimals)),
            .text(format.interval(lower: finding.interval.lower, upper: finding.interval.upper, decimals: decimals)),
            .text(Digits.pValue(finding.adjustedPValue)), .text(ValueFormat.count(finding.items)),
            .text(ValueFormat.count(finding.unpaired)), DataValue(finding.onlyFirst.map { ValueFormat.count($0) }),
            DataValue(finding.onlySecond.map { ValueFormat.count($0) }),
        ])
    }
}
