import Findings

/// Which items of a benchmark are shown, and where.
///
/// Items keep their order and pages hold a fixed number of them, so that a link to an item stays as long as the set of
/// items does, whatever models are added.
struct ItemPlan: Sendable {
    /// How many items a page holds.
    static let itemsOfPage = 25

    /// The folder of the benchmark's pages, `items/slake`.
    let folder: String
    /// The places of the shown items in the board.
    let places: [Int]
    /// How many items the board has.
    let total: Int
    /// Every how manieth item is shown.
    let step: Int
    private let anchors: [String]

    /// - Parameters:
    ///   - limit: The most items to show, or nil for all. Of more, every k-th is shown: a sample over the whole
    ///     benchmark that depends on nothing but its order.
    init(_ board: ItemBoard, limit: Int?, folder: String) {
        self.folder = folder
        total = board.keys.count
        step = limit.map { $0 == 0 ? max(1, board.keys.count) : max(1, (board.keys.count + $0 - 1) / $0) } ?? 1
        places = limit == 0 ? [] : Array(stride(from: 0, to: board.keys.count, by: step))
        let slugs = Slugs(places.map { board.keys[$0] })
        anchors = places.map { "item-" + slugs[board.keys[$0]] }
    }

    /// How many pages there are.
    var pages: Int { (places.count + Self.itemsOfPage - 1) / Self.itemsOfPage }

    /// The shown items of a page, from 0, as indices of `places`.
    func shown(on page: Int) -> Range<Int> {
        page * Self.itemsOfPage..<min(places.count, (page + 1) * Self.itemsOfPage)
    }

    /// The path of a page, from 0.
    func path(ofPage page: Int) -> String { "\(folder)/\(page + 1).html" }

    /// The fragment of the shown item with an index.
    func anchor(of shown: Int) -> String { anchors[shown] }

    /// The permanent link of the shown item with an index.
    func path(of shown: Int) -> String { "\(path(ofPage: shown / Self.itemsOfPage))#\(anchors[shown])" }

    /// The page on which items are browsed.
    var browsePath: String { "\(folder)/index.html" }
}
