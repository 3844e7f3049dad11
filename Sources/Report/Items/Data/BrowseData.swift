import Findings
import Foundation

/// The files that the search of a benchmark's items fetches, piece by piece and only what is asked for.
///
/// All are in the order of the shown items: `titles/<n>.json` (100 items each: key, fragment, first words),
/// `counts.bin` (how many models are right, and how many were scored: a byte each, two where there are more than 255
/// models), `outcomes/<model>.bin` (four bits an item, the lower ones first), `facets/<facet>.bin` (a byte an item),
/// `search/` (the index of words).
struct BrowseData {
    /// How many items a file of titles holds.
    static let titlesOfFile = 100
    /// A facet with more values than this names items rather than kinds of them, and makes no filter.
    static let mostValues = 200

    private let board: ItemBoard
    private let plan: ItemPlan
    private let index: FindingsIndex
    private let facets: [(facet: ItemFacet, slug: String)]

    init(_ board: ItemBoard, plan: ItemPlan, index: FindingsIndex) {
        self.board = board
        self.plan = plan
        self.index = index
        let filters = board.facets.filter { (2...Self.mostValues).contains($0.values.count) }
        let slugs = Slugs(filters.map(\.name))
        facets = filters.map { ($0, slugs[$0.name]) }
    }

    /// What the form of the page is made from.
    var form: TemplateValue {
        guard !plan.places.isEmpty else { return .none }
        return [
            "items": TemplateValue(plan.places.count), "itemsOfPage": TemplateValue(ItemPlan.itemsOfPage),
            "titlesOfFile": TemplateValue(Self.titlesOfFile), "isWide": .flag(isWide),
            "models": .list(
                board.models.map {
                    ["slug": .text(index.modelSlugs[$0.model]), "name": .text(index.modelName($0.model))]
                }),
            "facets": .list(
                facets.map { facet, slug in
                    [
                        "slug": .text(slug), "name": .text(Words.capitalised(facet.name)),
                        "values": .list(
                            facet.values.enumerated().sorted { $0.element < $1.element }.map {
                                [
                                    "code": TemplateValue($0.offset + 1),
                                    "name": .text(ItemText.shown($0.element, most: ItemValue.facetLength).text),
                                ]
                            }),
                    ]
                }),
            "outcomes": .list(
                [ItemOutcome.right, .wrong, .partly, .unanswered, .unscored, .missing].map {
                    ["code": TemplateValue(Int($0.rawValue)), "word": .text(ItemValue.word($0))]
                }),
            "modelCount": TemplateValue(board.models.count),
        ]
    }

    private var isWide: Bool { board.models.count > 255 }

    /// Hands over every file.
    func write(reader: any ItemReading, to write: (SiteFile) throws -> Void) throws {
        guard !plan.places.isEmpty else { return }
        try write(SiteFile(path: "\(plan.folder)/counts.bin", data: counts))
        for model in board.models {
            let path = "\(plan.folder)/outcomes/\(index.modelSlugs[model.model]).bin"
            try write(SiteFile(path: path, data: outcomes(model)))
        }
        for (facet, slug) in facets {
            let codes = plan.places.map { UInt8(facet.codes[$0]) }
            try write(SiteFile(path: "\(plan.folder)/facets/\(slug).bin", data: Data(codes)))
        }
        try writeTexts(reader: reader, to: write)
    }

    private var counts: Data {
        var data = Data(capacity: 4 * plan.places.count)
        for place in plan.places {
            let counts = ItemValue.counts(board, place)
            for count in [counts.right, counts.scored] {
                data.append(UInt8(count & 255))
                if isWide { data.append(UInt8(count >> 8)) }
            }
        }
        return data
    }

    private func outcomes(_ model: ItemOutcomes) -> Data {
        var data = Data(count: (plan.places.count + 1) / 2)
        for (shown, place) in plan.places.enumerated() {
            data[shown / 2] |= model.outcome(of: place).rawValue << (shown % 2 == 0 ? 0 : 4)
        }
        return data
    }

    private func writeTexts(reader: any ItemReading, to write: (SiteFile) throws -> Void) throws {
        var search = SearchIndex()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        for (file, start) in stride(from: 0, to: plan.places.count, by: Self.titlesOfFile).enumerated() {
            let shown = start..<min(plan.places.count, start + Self.titlesOfFile)
            let texts = try reader.items(shown.map { plan.places[$0] }, of: board)
            var titles: [[String]] = []
            for (shown, texts) in zip(shown, texts) {
                let key = board.keys[plan.places[shown]]
                titles.append([
                    ItemText.shown(key, most: 80).text, plan.anchor(of: shown), ItemSnippet.text(texts),
                ])
                search.add([key] + [texts.question].compactMap(\.self) + texts.options + texts.targets)
            }
            try write(SiteFile(path: "\(plan.folder)/titles/\(file).json", data: try encoder.encode(titles)))
        }
        for file in search.files(in: "\(plan.folder)/search") { try write(file) }
    }
}
