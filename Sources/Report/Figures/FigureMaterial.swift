import Charts
import Findings

/// What the makers of figures share: the findings, and words and marks that read alike in every figure.
struct FigureMaterial: Sendable {
    let index: FindingsIndex
    /// The order of the home page, or nil.
    let ranking: Ranking?

    init(_ index: FindingsIndex) {
        self.index = index
        ranking = index.homeRanking()
    }

    var document: FindingsDocument { index.document }

    /// The words around a figure: the finding, else what is drawn; the parts of the subtitle; the foot.
    func text(_ finding: Sentence?, scope: String, _ clauses: [String]) -> ChartText {
        ChartText(
            title: Self.headline(finding?.text ?? scope),
            // In running text a number must not break at the space between its thousands.
            subtitle: ([scope] + clauses).filter { !$0.isEmpty }.joined(separator: "; ")
                .replacing("\u{2009}", with: "\u{202F}"), footnote: footnote)
    }

    /// A sentence as a title: without its full stop, unless there are several.
    private static func headline(_ sentence: String) -> String {
        sentence.hasSuffix(".") && !sentence.contains(". ") ? String(sentence.dropLast()) : sentence
    }

    /// The foot of every figure: the notice where there is one, the study, the day of its last run, the version.
    private var footnote: String {
        let study = document.study
        let day = document.runs.filter(\.isUsed).compactMap(\.startedAt).max().map { "runs up to \($0.prefix(10))" }
        return [study.notice, study.title, day, "Acuity \(document.acuityVersion)"].compactMap(\.self)
            .joined(separator: " · ")
    }

    func category(of model: String) -> Charts.Category {
        switch index.models[model]?.kind {
        case "general": .general
        case "medical": .medical
        case let kind?: Charts.Category(name: kind, shape: .square, role: .muted)
        case nil: Charts.Category(name: "model", shape: .circle, role: .general)
        }
    }

    func mark(_ verdict: Verdict) -> VerdictMark {
        switch verdict {
        case .pass: .pass
        case .inconclusive: .inconclusive
        case .fail: .fail
        }
    }

    /// The methods and levels of some intervals as a clause: `95% intervals (exact BCa)`.
    func intervalClause(_ intervals: [IntervalFinding]) -> String {
        guard let level = intervals.first?.level else { return "" }
        return "\(Digits.level(level)) intervals (\(methodNames(intervals.map(\.method))))"
    }

    /// The names of some methods, each once.
    func methodNames(_ methods: [String]) -> String {
        var names: [String] = []
        for method in methods {
            let name = Words.inner(index.methodName(method))
            if !names.contains(name) { names.append(name) }
        }
        return Words.list(names, limit: 3)
    }

    /// `n = 1 000 items`, or from least to most.
    func itemClause(_ counts: [Int]) -> String {
        guard let least = counts.min(), let most = counts.max() else { return "" }
        return least == most
            ? "n = \(ValueFormat.count(least)) items"
            : "n = \(ValueFormat.count(least)) to \(ValueFormat.count(most)) items"
    }
}
