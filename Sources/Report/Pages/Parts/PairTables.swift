import Charts
import Findings

/// The tables of a page that compares two models: what is known of each side by side, and of both together.
struct PairTables {
    let material: PageMaterial
    /// The model that is subtracted from.
    let first: String
    /// The model that is subtracted.
    let second: String

    /// Up to how many rows of capabilities, and of facet values, are shown; more are in the CSV file.
    static let most = 120

    private var index: FindingsIndex { material.index }
    private var cells: NumberCells { material.cells }

    /// Colours of the two bars of a row: of the kinds where they differ, else ink and grey.
    private var tones: (first: String, second: String) {
        let kinds = [first, second].map { index.models[$0]?.kind.map { cells.kindMark($0) } }
        if let left = kinds[0], let right = kinds[1], left != right { return (left, right) }
        return ("told", "untold")
    }

    // MARK: By benchmark

    /// Both accuracies and their paired difference, by macro-average and on each benchmark that one of the two has.
    var benchmarks: TemplateValue {
        let macro: [String?] = index.document.estimates.contains { $0.scope == .macroAverage } ? [nil] : []
        let scopes = (macro + index.document.benchmarks.map { Optional($0.id) }).filter {
            index.estimate(first, on: $0) != nil || index.estimate(second, on: $0) != nil
        }
        guard !scopes.isEmpty else { return .none }
        let differences = scopes.compactMap { index.difference(first, second, on: $0) }
        let scale = BarScale(differences: differences.map(\.interval))
        return [
            "scale": scale.heading, "hasFlips": .flag(differences.contains { $0.onlyFirst != nil }),
            "basis": cells.basis(FindingsIndex.sharedBasis(differences.map(\.basis))),
            "family": TemplateValue(differences.map(\.family).max() ?? 0),
            "hasTests": .flag(!differences.isEmpty), "rate": .text(Digits.level(Ranking.errorRate)),
            "rows": .list(scopes.map { row($0, scale) }),
        ]
    }

    private func row(_ scope: String?, _ scale: BarScale) -> TemplateValue {
        let heading: [String: TemplateValue] = [
            "heading": scope.map { cells.benchmark($0) } ?? cells.heading("macro-average", SitePage.home.rawValue),
            "left": estimate(index.estimate(first, on: scope)), "right": estimate(index.estimate(second, on: scope)),
            "lowerIsBetter": .flag(!isHigherBetter(scope)),
        ]
        guard let found = index.difference(first, second, on: scope) else {
            return TemplateValue.object(heading).adding(["difference": .none])
        }
        let isTold = found.adjustedPValue < Ranking.errorRate
        let better = (found.estimate > 0) == isHigherBetter(scope) ? first : second
        return TemplateValue.object(heading).adding([
            "difference": [
                "number": cells.number(
                    found.estimate, found.interval, decimals: Digits.decimals(found.interval), isSigned: true),
                "bar": scale.bar(found.estimate, found.interval, tone: isTold ? "told" : "untold"),
                "better": isTold ? .text(index.modelName(better)) : .none,
                "adjusted": .text(Digits.pValue(found.adjustedPValue)),
                "adjustedSort": .text(found.adjustedPValue.description), "items": cells.count(found.items),
                "unpaired": cells.count(found.unpaired),
                "onlyFirst": flips(found.onlyFirst, on: scope, right: first, wrong: second),
                "onlySecond": flips(found.onlySecond, on: scope, right: second, wrong: first),
                "method": cells.method(found.interval), "test": cells.method(found.test),
            ]
        ])
    }

    /// How many items one model has right and the other wrong, with the way to them.
    private func flips(_ count: Int?, on scope: String?, right: String, wrong: String) -> TemplateValue {
        guard let count else { return .none }
        let path = scope.flatMap { material.itemLinks.browse($0, where: right, is: .right, and: (wrong, .wrong)) }
        return cells.count(count).adding(["items": TemplateValue(path)])
    }

    private func isHigherBetter(_ scope: String?) -> Bool {
        scope.flatMap { index.benchmarks[$0]?.higherIsBetter } ?? true
    }

    private func estimate(_ finding: EstimateFinding?, _ bar: TemplateValue = .none) -> TemplateValue {
        guard let finding else { return ["number": .none, "bar": .none, "items": .none, "method": .none] }
        // Where there is a bar, n and method have columns of their own.
        let details =
            bar == .none ? cells.details(items: finding.items, clusters: finding.clusters, finding.interval) : ""
        return [
            "number": cells.number(
                finding.estimate, finding.interval, decimals: Digits.decimals(finding.interval), details: details),
            "bar": bar, "items": cells.count(finding.items), "method": cells.method(finding.interval),
        ]
    }

    // MARK: By capability and facet

    /// Accuracies by capability, side by side.
    var capabilities: TemplateValue {
        sides(id: "by-capability", caption: "Accuracy by capability", partTitle: "Capability") {
            $0.scope == .capability ? $0.capability : nil
        }
    }

    /// Accuracies by facet value, side by side.
    var facets: TemplateValue {
        sides(id: "by-facet", caption: "Accuracy by subgroup of items", partTitle: "Subgroup") { estimate in
            estimate.facet.map { "\($0.name): \($0.value)" }
        }
    }

    private struct Place: Hashable {
        var benchmark: String?
        var capability: String?
        var part: String
    }

    private func sides(
        id: String, caption: String, partTitle: String, _ part: (EstimateFinding) -> String?
    ) -> TemplateValue {
        var places: [Place] = []
        var found: [Place: (left: EstimateFinding?, right: EstimateFinding?)] = [:]
        for estimate in index.document.estimates where estimate.model == first || estimate.model == second {
            guard let part = part(estimate) else { continue }
            let place = Place(benchmark: estimate.benchmark, capability: estimate.capability, part: part)
            if found[place] == nil { places.append(place) }
            var sides = found[place] ?? (nil, nil)
            if estimate.model == first {
                sides.left = sides.left ?? estimate
            } else {
                sides.right = sides.right ?? estimate
            }
            found[place] = sides
        }
        guard !places.isEmpty else { return .none }
        let all = places.flatMap { [found[$0]?.left, found[$0]?.right].compactMap(\.self) }
        let scale = BarScale(all.map(\.interval))
        return [
            "isCut": .flag(places.count > Self.most), "shownRows": TemplateValue(Self.most), "id": .text(id),
            "caption": .text(caption), "partTitle": .text(partTitle), "scale": scale.heading,
            "basis": cells.basis(FindingsIndex.sharedBasis(all.map(\.basis))),
            "rows": .list(
                places.prefix(Self.most).map { place in
                    let (left, right) = found[place] ?? (nil, nil)
                    let isShared = left == nil || left?.interval.method == right?.interval.method
                    return [
                        "heading": place.benchmark.map { cells.benchmark($0) }
                            ?? cells.heading("macro-average", SitePage.home.rawValue),
                        "part": .text(place.part),
                        "left": estimate(left, bar(left, scale, tones.first)),
                        "right": estimate(right, bar(right, scale, tones.second)),
                        "method": (left ?? right).map { cells.method($0.interval) } ?? .none,
                        "other": isShared ? .none : ["method": right.map { cells.method($0.interval) } ?? .none],
                    ]
                }),
        ]
    }

    private func bar(_ finding: EstimateFinding?, _ scale: BarScale, _ tone: String) -> TemplateValue {
        finding.map { scale.bar($0.estimate, $0.interval, tone: tone) } ?? .none
    }

    // MARK: Gaps

    /// Understanding minus reasoning of both, over benchmarks and on each.
    var gaps: TemplateValue {
        let all = index.document.gaps.filter {
            ($0.model == first || $0.model == second)
                && ($0.form == .standardised || ($0.form == .raw && $0.benchmark != nil))
        }
        let places: [String?] = [nil] + index.document.benchmarks.map { Optional($0.id) }
        func gap(_ model: String, _ benchmark: String?) -> GapFinding? {
            all.first { $0.model == model && $0.benchmark == benchmark }
        }
        let shown = places.filter { gap(first, $0) != nil || gap(second, $0) != nil }
        guard !shown.isEmpty else { return .none }
        let scale = BarScale(differences: all.map(\.interval))
        func side(_ gap: GapFinding?, _ tone: String) -> TemplateValue {
            guard let gap else {
                return ["number": .none, "bar": .none, "outcome": .none, "method": .none, "items": .none]
            }
            return [
                "number": cells.number(
                    gap.estimate, gap.interval, decimals: Digits.decimals(gap.interval), isSigned: true),
                "bar": scale.bar(gap.estimate, gap.interval, tone: tone),
                "outcome": .text(GapTable.outcome(gap)), "method": cells.method(gap.interval),
                "items": cells.count(gap.understandingItems + gap.reasoningItems),
            ]
        }
        return [
            "scale": scale.heading, "basis": cells.basis(FindingsIndex.sharedBasis(all.map(\.basis))),
            "rows": .list(
                shown.map { place in
                    [
                        "heading": place.map { cells.benchmark($0) }
                            ?? cells.heading("all benchmarks, equal weight", SitePage.gap.rawValue),
                        "left": side(gap(first, place), tones.first),
                        "right": side(gap(second, place), tones.second),
                        "method": (gap(first, place) ?? gap(second, place)).map { cells.method($0.interval) } ?? .none,
                    ]
                }),
        ]
    }

    // MARK: Verdicts and agreement

    /// The verdicts on both, without those on single facet values.
    var verdicts: TemplateValue {
        let table = VerdictTable(index: index, id: "", caption: "", isByThreshold: true, rows: [])
        let names = Dictionary(index.document.study.thresholds.map { ($0.id, $0.name) }) { first, _ in first }
        var places: [[String]] = []
        var found: [[String]: (left: VerdictFinding?, right: VerdictFinding?)] = [:]
        for verdict in index.document.verdicts where verdict.isJoint || verdict.facet == nil {
            guard verdict.model == first || verdict.model == second else { continue }
            let place = [verdict.threshold, Self.place(verdict, table)]
            if found[place] == nil { places.append(place) }
            var sides = found[place] ?? (nil, nil)
            if verdict.model == first { sides.left = verdict } else { sides.right = verdict }
            found[place] = sides
        }
        guard !places.isEmpty else { return .none }
        let all = places.flatMap { [found[$0]?.left, found[$0]?.right].compactMap(\.self) }
        func side(_ verdict: VerdictFinding?) -> TemplateValue {
            guard let verdict else { return ["verdict": .none, "number": .none] }
            let decimals = VerdictTable.decimals(verdict)
            return [
                "verdict": cells.verdict(verdict.verdict),
                "number": [
                    "shown": .text(Digits.format.string(verdict.estimate, decimals: decimals)),
                    "interval": .text(
                        Digits.format.interval(lower: verdict.lower, upper: verdict.upper, decimals: decimals)),
                    "details": .text(
                        "n = \(Digits.count(verdict.items)); one-sided \(Digits.level(1 - verdict.alpha)) bounds: "
                            + index.methodName(verdict.method)),
                ],
            ]
        }
        return [
            "basis": cells.basis(FindingsIndex.sharedBasis(all.map(\.basis))),
            "rows": .list(
                places.map { place in
                    let (left, right) = found[place] ?? (nil, nil)
                    let some = left ?? right
                    return [
                        "heading": cells.heading(names[place[0]] ?? place[0], index.thresholdPath(place[0])),
                        "part": .text(some.map { table.part($0) } ?? ""),
                        "minimum": some.map { cells.plain($0.minimum, decimals: VerdictTable.decimals($0)) } ?? .none,
                        "left": side(left), "right": side(right),
                        "method": some.map {
                            cells.method($0.method).adding(["level": .text(Digits.level(1 - $0.alpha))])
                        } ?? .none,
                    ]
                }),
        ]
    }

    /// What was judged, so that the verdicts of two models on the same thing meet.
    private static func place(_ verdict: VerdictFinding, _ table: VerdictTable) -> String {
        guard verdict.isJoint else { return table.part(verdict) }
        return ["all parts", verdict.benchmark, verdict.capability].compactMap(\.self).joined(separator: "\u{1F}")
    }

    /// On how many items both are right, one of them or none, and how far that is beyond chance.
    var agreement: TemplateValue {
        let found = index.document.agreements.first {
            ($0.first == first && $0.second == second) || ($0.first == second && $0.second == first)
        }
        guard let found else { return .none }
        let isTurned = found.first != first
        let score = ValueFormat.score
        let level = found.interval.map {
            " " + score.interval(lower: $0.lower, upper: $0.upper, decimals: 2) + " at \(Digits.level($0.level))"
        }
        return [
            "kappa": TemplateValue(found.kappa.map { score.string($0, decimals: 2) + (level ?? "") }),
            "bothRight": cells.count(found.bothRight), "bothWrong": cells.count(found.bothWrong),
            "onlyFirst": cells.count(isTurned ? found.onlySecond : found.onlyFirst),
            "onlySecond": cells.count(isTurned ? found.onlyFirst : found.onlySecond),
            "items": cells.count(found.items), "benchmarks": TemplateValue(found.benchmarks),
            "observed": .text(Digits.format.stringWithUnit(found.observed, decimals: 1)),
            "expected": .text(Digits.format.stringWithUnit(found.expected, decimals: 1)),
            "method": found.interval.map { cells.method($0) } ?? .none, "basis": cells.basis(found.basis),
        ]
    }
}
