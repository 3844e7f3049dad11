import Charts
import Findings

/// What every page is made from: the findings, the order of the models, the drawings.
struct PageMaterial {
    let index: FindingsIndex
    /// The order of the home page, or nil.
    let ranking: Ranking?
    let order: HeatMapOrder
    let figures: SiteFigures
    let badges: StudyBadges
    /// Where the site will be found, or nil.
    let address: SiteAddress?
    /// The orders by benchmark, by its identifier.
    let rankings: [String: Ranking]
    let itemLinks: ItemLinks

    /// - Parameter hasItems: Whether the site has pages of items.
    init(_ findings: FindingsDocument, hasItems: Bool = false) throws {
        let index = FindingsIndex(findings)
        itemLinks = ItemLinks(index: index, hasItems: hasItems)
        let ranking = index.homeRanking()
        self.index = index
        self.ranking = ranking
        order = HeatMapOrder(index: index, ranking: ranking)
        figures = try SiteFigures(index)
        badges = try StudyBadges(index)
        address = SiteAddress(findings.study.baseURL)
        rankings = Dictionary(
            findings.benchmarks.map { ($0.id, Ranking(index, on: $0.id)) }
        ) { first, _ in first }
    }

    var findings: FindingsDocument { index.document }
    var cells: NumberCells { NumberCells(index: index) }

    /// The drawings of some names that the findings allow, as the template `drawings` takes them.
    func drawings(_ names: [String], in place: SiteFigures.Place = .page) -> TemplateValue {
        .list(names.map { figures.value($0, in: place) }.filter { $0 != .none })
    }

    /// Two drawings beside each other where the page is wide, as the template `pair` takes them; where the findings
    /// allow only one of them, that one over the whole width, as the template `drawings` takes it.
    func pair(_ wide: String, _ narrow: String) -> [String: TemplateValue] {
        let (left, right) = (figures.value(wide, in: .wideColumn), figures.value(narrow, in: .narrowColumn))
        guard left != .none, right != .none else { return ["pair": .none, "drawings": drawings([wide, narrow])] }
        return ["pair": ["wide": left, "narrow": right], "drawings": .none]
    }

    /// Pictures with what to copy to show them elsewhere, as the template `embed` takes them; nothing for none.
    func embed(_ snippets: [EmbedSnippet]) -> TemplateValue {
        guard !snippets.isEmpty else { return .none }
        return ["pictures": .list(snippets.map { $0.value(address) }), "isRelative": .flag(address == nil)]
    }

    /// Sentences as a list that a template walks; sentences that the findings do not allow are left out.
    func sentences(_ sentences: [Sentence?]) -> TemplateValue {
        let made = sentences.compactMap(\.self)
        return made.isEmpty ? .none : ["list": .list(made.map(\.value))]
    }

    /// The rows of a ranking as a table of estimates, with the rows that cannot be told apart as remarks.
    func table(_ ranking: Ranking, id: String, caption: String) -> TemplateValue {
        let isTested = ranking.pairs.tested > 0
        return EstimateTable(
            index: index, id: id, caption: caption, rowTitle: "Model", partTitle: nil,
            remarkTitle: isTested ? "Not told apart from rows" : nil,
            rows: ranking.rows.enumerated().map { position, estimate in
                let untold = Words.ranges(ranking.untold(from: position).map { $0 + 1 })
                let isCompared = ranking.isCompared(position)
                return EstimateTable.Row(
                    heading: cells.model(estimate.model).adding(["place": TemplateValue(position + 1)]),
                    estimate: estimate, remark: isCompared ? (untold.isEmpty ? "none" : untold) : "not tested")
            }, isUniform: true
        ).value
    }
}
