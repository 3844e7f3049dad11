import Charts
import Findings

/// Numbers with all that belongs to them, as the templates `number`, `interval-bar` and `method` show them.
struct NumberCells {
    let index: FindingsIndex

    /// An estimate with its interval: shown text, unrounded value for sorting, details for a tooltip.
    ///
    /// - Parameters:
    ///   - decimals: What the interval justifies, or what the column shares.
    ///   - most: The most decimals in the column, so that points stand below each other.
    ///   - isSigned: Whether a positive number gets its sign (differences and gaps).
    func number(
        _ estimate: Double, _ interval: IntervalFinding, decimals: Int, most: Int? = nil, isSigned: Bool = false,
        details: String = ""
    ) -> TemplateValue {
        let format = Digits.format
        let shown =
            isSigned
            ? format.signedString(estimate, decimals: decimals) : format.string(estimate, decimals: decimals)
        return [
            "shown": .text(Digits.padded(shown, decimals: decimals, to: most ?? decimals)),
            "interval": .text(format.interval(lower: interval.lower, upper: interval.upper, decimals: decimals)),
            "sort": .text(estimate.description),
            "details": TemplateValue(details),
        ]
    }

    /// n, clusters, level, method and reason as one line.
    func details(items: Int, clusters: Int, _ interval: IntervalFinding) -> String {
        var parts = ["n = \(ValueFormat.count(items))"]
        if clusters != items { parts.append("\(ValueFormat.count(clusters)) clusters") }
        parts.append("\(Digits.level(interval.level)) interval: \(index.methodName(interval.method))")
        if !interval.reason.isEmpty { parts.append(interval.reason) }
        return parts.joined(separator: "; ")
    }

    /// A method's name, linked to where it is explained.
    func method(_ id: String) -> TemplateValue {
        [
            "name": .text(index.methodName(id)), "href": .text(index.methodPath(id)), "level": .none, "reason": .none,
        ]
    }

    /// The level, the method and why, as a table cell.
    func method(_ interval: IntervalFinding) -> TemplateValue {
        method(interval.method).adding([
            "level": .text(Digits.level(interval.level)), "reason": TemplateValue(interval.reason),
        ])
    }

    /// What a number rests on, where that is worth saying.
    func basis(_ basis: Basis?) -> TemplateValue {
        switch basis {
        case .publishedCounts: ["text": "published counts", "class": "published"]
        case .simulation: ["text": "simulation", "class": "simulation"]
        case .logs: ["text": "logs", "class": "logs"]
        case nil: .none
        }
    }

    /// A count with thin spaces and its value for sorting.
    func count(_ count: Int) -> TemplateValue {
        ["shown": .text(ValueFormat.count(count)), "sort": TemplateValue(count)]
    }

    /// A plain value in percent where no interval belongs to it (a chance level, a bound, a share).
    func plain(_ value: Double?, decimals: Int) -> TemplateValue {
        guard let value else { return .none }
        return ["shown": .text(Digits.format.string(value, decimals: decimals)), "sort": .text(value.description)]
    }

    /// A model as a row heading.
    func model(_ id: String) -> TemplateValue {
        heading(index.modelName(id), index.modelPath(id)).adding(["kind": kind(index.models[id]?.kind)])
    }

    /// A kind with its mark.
    func kind(_ kind: String?) -> TemplateValue {
        guard let kind else { return .none }
        return ["text": .text(kind), "mark": .text(kindMark(kind))]
    }

    /// The mark and the colour of a kind.
    func kindMark(_ kind: String) -> String { kind == "general" || kind == "medical" ? kind : "other" }

    /// A benchmark as a row heading.
    func benchmark(_ id: String) -> TemplateValue {
        heading(index.benchmarkName(id), index.benchmarkPath(id))
    }

    /// The heading of a row that is neither a model nor a benchmark.
    func heading(_ name: String, _ path: String) -> TemplateValue {
        ["name": .text(name), "href": .text(path), "kind": .none, "place": .none]
    }

    /// A verdict with its mark.
    func verdict(_ verdict: Verdict) -> TemplateValue {
        ["word": .text(verdict.rawValue), "mark": .text(verdict.rawValue)]
    }
}
