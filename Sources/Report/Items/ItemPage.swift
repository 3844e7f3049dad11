import Charts
import Findings

/// A page of some items in full: question, options, target, every answer.
struct ItemPage {
    let board: ItemBoard
    let plan: ItemPlan
    let index: FindingsIndex
    let images: [Int: ItemImages.Image]

    /// - Parameter number: The page, from 0.
    func page(_ number: Int, reader: any ItemReading) throws -> Page {
        let shown = plan.shown(on: number)
        let places = shown.map { plan.places[$0] }
        let texts = try reader.items(places, of: board)
        let answers = Dictionary(grouping: try reader.answers(places, of: board), by: \.item)
        let values = ItemValue(board: board, index: index)
        let name = index.benchmarkName(board.benchmark)
        let (first, last) = (board.keys[places[0]], board.keys[places[places.count - 1]])
        let range = "\(ValueFormat.count(shown.lowerBound + 1))–\(ValueFormat.count(shown.upperBound))"
        var page = Page(
            path: plan.path(ofPage: number), title: "\(name), items \(range)", template: "item-page",
            value: [
                "benchmark": ["name": .text(name), "href": .text(index.benchmarkPath(board.benchmark))],
                "browse": .text(plan.browsePath), "range": .text(range),
                "shown": .text(Digits.count(plan.places.count)),
                "first": .text(ItemText.shown(first, most: 40).text),
                "last": .text(ItemText.shown(last, most: 40).text),
                "previous": number > 0 ? .text(plan.path(ofPage: number - 1)) : .none,
                "next": number + 1 < plan.pages ? .text(plan.path(ofPage: number + 1)) : .none,
                "jumps": .list(
                    zip(shown, places).map { shown, place in
                        [
                            "anchor": .text(plan.anchor(of: shown)),
                            "key": .text(ItemText.shown(board.keys[place], most: 24).text),
                        ]
                    }),
                "items": .list(
                    zip(zip(shown, places), texts).map { numbers, texts in
                        values.value(
                            place: numbers.1, anchor: plan.anchor(of: numbers.0), texts: texts,
                            answers: answers[numbers.1] ?? [], image: images[numbers.1])
                    }),
            ], section: .items, finding: finding(places))
        page.hasOwnCard = false
        return page
    }

    private func finding(_ places: [Int]) -> Sentence {
        let tallies = places.map { ItemValue.counts(board, $0) }.filter { $0.scored > 0 }
        let all = tallies.count { $0.right == $0.scored }
        let none = tallies.count { $0.right == 0 }
        return """
            Of these \(Digits.counted(places.count, "item")) of \(index.link(benchmark: board.benchmark)), every model \
            is right on \(all), none on \(none), and models differ on \(tallies.count - all - none).
            """
    }
}
