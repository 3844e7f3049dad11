import Charts
import Findings

/// The parts of a claim with their intervals and what each says: the template `claim-table`.
struct ClaimTable {
    let index: FindingsIndex
    var id: String
    let claim: ClaimFinding

    var value: TemplateValue {
        guard !claim.parts.isEmpty else { return .none }
        let scale = scale
        let hasPublished = claim.parts.contains { $0.published != nil }
        return [
            "id": .text(id), "caption": .text(caption), "rowTitle": .text(isByModel ? "Model" : "Benchmark"),
            "whoTitle": TemplateValue(whoTitle), "numberTitle": .text(numberTitle), "scale": scale.heading,
            "hasPublished": .flag(hasPublished), "hasOthers": .flag(claim.parts.contains { !$0.isCounted }),
            "basis": NumberCells(index: index).basis(FindingsIndex.sharedBasis(claim.parts.map(\.basis))),
            "methods": .list(methods),
            "rows": .list(claim.parts.map { row($0, scale, hasPublished: hasPublished) }),
        ]
    }

    /// The methods of the parts' intervals and of those of counts alone, each once.
    private var methods: [TemplateValue] {
        var seen: Set<String> = []
        func list(_ intervals: [IntervalFinding], _ what: String) -> [TemplateValue] {
            intervals.filter { seen.insert("\($0.method) \($0.level)").inserted }.map {
                NumberCells(index: index).method($0.method).adding([
                    "what": .text(what), "level": .text(Digits.level($0.level)),
                ])
            }
        }
        return list(claim.parts.map(\.interval), "Intervals")
            + list(claim.parts.compactMap(\.published?.interval), "Those of counts alone")
    }

    private var isByModel: Bool { claim.about == .variance || claim.about == .threshold }
    private var isSigned: Bool { claim.about == .kinds || claim.about == .gap }

    private var scale: BarScale {
        let intervals = claim.parts.map(\.interval)
        return isSigned
            ? BarScale(differences: intervals) : BarScale(intervals, reference: claim.parts.first?.reference)
    }

    private var caption: String {
        switch claim.about {
        case .kinds:
            "The best \(claim.first ?? "") model minus the best \(claim.second ?? "") one, in points; the claim counts the rows of all sizes"
        case .gap: "Mean gap of the models, understanding minus reasoning, in points"
        case .variance: "Standard deviation between benchmarks beyond sampling noise, in points"
        case .threshold: "The weakest part of each model, in percent, against the minimum"
        }
    }

    private var numberTitle: String {
        switch claim.about {
        case .kinds: "Difference"
        case .gap: "Mean gap"
        case .variance: "Standard deviation"
        case .threshold: "Accuracy"
        }
    }

    private var whoTitle: String? {
        switch claim.about {
        case .kinds: "Best of each"
        case .gap: "Lower · open · higher"
        case .variance, .threshold: nil
        }
    }

    private func row(_ part: ClaimPart, _ scale: BarScale, hasPublished: Bool) -> TemplateValue {
        let cells = NumberCells(index: index)
        let decimals = Digits.decimals(part.interval)
        return [
            "heading": heading(part), "note": TemplateValue(part.parameters.map { "\(Digits.parameters($0)) only" }),
            "who": who(part)?.value ?? .none, "isCounted": .flag(part.isCounted),
            "number": cells.number(
                part.estimate, part.interval, decimals: decimals, isSigned: isSigned,
                details: cells.details(items: part.items, clusters: part.clusters, part.interval)),
            "bar": scale.bar(part.estimate, part.interval), "items": cells.count(part.items),
            "support": Self.support(part.support),
            "published": part.published.map {
                cells.number(
                    $0.estimate, $0.interval, decimals: Digits.decimals($0.interval), isSigned: isSigned,
                    details: "\(Digits.level($0.interval.level)) interval: \(index.methodName($0.interval.method))")
            } ?? .none,
            "publishedSupport": part.published.map { Self.support($0.support) } ?? .none,
        ]
    }

    private static func support(_ support: ClaimSupport) -> TemplateValue {
        ["word": .text(support.rawValue), "mark": .text(support.mark.rawValue)]
    }

    private func heading(_ part: ClaimPart) -> TemplateValue {
        let cells = NumberCells(index: index)
        return part.model.map { cells.model($0) } ?? part.benchmark.map { cells.benchmark($0) }
            ?? cells.heading(
                claim.about == .kinds ? "macro-average" : "all benchmarks, equal weight", SitePage.benchmarks.rawValue)
    }

    private func who(_ part: ClaimPart) -> Sentence? {
        if let one = part.first, let other = part.second {
            return "\(index.link(model: one)) against \(index.link(model: other))"
        }
        guard let lower = part.lower, let higher = part.higher, let undecided = part.undecided else { return nil }
        return "\(lower) · \(undecided) · \(higher)"
    }
}
