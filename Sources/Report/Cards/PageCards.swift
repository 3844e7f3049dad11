import Charts
import Findings

/// The cards of a site's pages: pictures that networks and messengers show where a page is linked.
struct PageCards {
    /// A page about one model, or about one benchmark.
    private enum Subject {
        case model(ModelFinding)
        case benchmark(BenchmarkFinding)
    }

    private let material: PageMaterial
    private let source: String
    private let subjects: [String: Subject]

    init(_ material: PageMaterial) {
        self.material = material
        let findings = material.findings
        let parts = [
            findings.study.license, "Acuity \(findings.acuityVersion)", material.address?.shown,
        ]
        source = parts.compactMap(\.self).joined(separator: " · ")
        let models = findings.models.map { (material.index.modelPath($0.id), Subject.model($0)) }
        let benchmarks = findings.benchmarks.map { (material.index.benchmarkPath($0.id), Subject.benchmark($0)) }
        subjects = Dictionary(models + benchmarks) { first, _ in first }
    }

    /// Draws the cards of the pages that have their own.
    ///
    /// - Throws: `ChartProblem` if a number of a strip is not finite.
    func files(_ pages: [Page]) throws -> [SiteFile] {
        let cards = pages.filter(\.hasOwnCard).map { ($0.card, card($0)) }
        return try Parallel.map(cards) { path, card in
            SiteFile(path: path, data: try render(card, theme: .light, size: Card.size, format: .palettePNG))
        }
    }

    /// The card of one page.
    func card(_ page: Page) -> Card {
        let study = material.findings.study
        let isHome = page.path == SitePage.home.rawValue
        var card = Card(
            series: isHome ? Self.counts(material.findings) : study.title, title: isHome ? study.title : page.title,
            finding: (page.finding?.text ?? study.summary).map(Self.bound), label: study.label, source: source)
        switch subjects[page.path] {
        case .model(let model):
            card.accent = model.kind == "medical" ? .medical : .general
            card.strip = material.ranking.flatMap { strip($0, of: model.id) }
        case .benchmark(let benchmark): card.strip = material.rankings[benchmark.id].flatMap { strip($0, of: nil) }
        case nil: if isHome { card.strip = material.ranking.flatMap { strip($0, of: nil) } }
        }
        return card
    }

    /// What the card shows, for readers who cannot see it.
    static func alternative(_ page: Page, study: StudyFinding) -> String {
        let title = page.path == SitePage.home.rawValue ? study.title : "\(page.title) · \(study.title)"
        return [study.label.map { "\(title) (\($0))" } ?? title, page.finding?.text].compactMap(\.self)
            .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    /// A text in which no line ends within an interval or before it.
    private static func bound(_ text: String) -> String {
        text.replacing(/\ \[([^\[\] ]+), ([^\[\] ]+)\]/) { "\u{A0}[\($0.1),\u{A0}\($0.2)]" }
    }

    static func counts(_ findings: FindingsDocument) -> String {
        [Digits.counted(findings.models.count, "model"), Digits.counted(findings.benchmarks.count, "benchmark")]
            .joined(separator: " · ")
    }

    /// A model among the others of a ranking, or the first one if `model` is nil.
    private func strip(_ ranking: Ranking, of model: String?) -> Card.Strip? {
        guard let shown = ranking.rows.first(where: { model == nil || $0.model == model }) else { return nil }
        let index = material.index
        let name = model == nil ? "\(index.modelName(shown.model)), " : ""
        let scope = ranking.benchmark == nil ? "macro-average" : "accuracy"
        let intervals = ranking.rows.map(\.interval)
        // Whole tenths around all intervals, three of them at least.
        let most = min(10, max(3, ((intervals.map(\.upper).max() ?? 1) * 10).rounded(.up)))
        let least = max(0, min(most - 3, ((intervals.map(\.lower).min() ?? 0) * 10).rounded(.down)))
        return Card.Strip(
            number: Digits.sentence(shown.estimate, shown.interval),
            words: name + "\(scope), \(Digits.level(shown.interval.level)) interval, n = \(Digits.count(shown.items))",
            shown: Self.interval(shown),
            others: ranking.rows.filter { $0.model != shown.model }.map(Self.interval),
            scale: least / 10...most / 10, lowerEnd: Digits.level(least / 10), upperEnd: Digits.level(most / 10))
    }

    private static func interval(_ finding: EstimateFinding) -> Card.Interval {
        Card.Interval(estimate: finding.estimate, lower: finding.interval.lower, upper: finding.interval.upper)
    }
}
