import Findings
import Foundation
import Testing

@testable import Report

@Suite("Parts of the pages of items") struct ItemPartsTests {
    private func board(_ keys: [String], facets: [ItemFacet] = [], models: [ItemOutcomes] = []) -> ItemBoard {
        ItemBoard(benchmark: "b", keys: keys, positions: Array(keys.indices), facets: facets, models: models)
    }

    @Test("a limit shows every k-th item, at most so many, in order", arguments: [0, 1, 7, 30, 99, 100, 101])
    func plan(limit: Int) {
        let plan = ItemPlan(board((0..<100).map { "k\($0)" }), limit: limit, folder: "items/b")
        #expect(plan.places.count <= limit)
        #expect(limit == 0 ? plan.places.isEmpty : plan.places.first == 0)
        #expect(zip(plan.places, plan.places.dropFirst()).allSatisfy { $1 - $0 == plan.step })
        #expect(limit < 100 || plan.places.count == 100)
        #expect((0..<plan.pages).flatMap { Array(plan.shown(on: $0)) } == Array(plan.places.indices))
    }

    @Test("keys that are no file names or fold to one have an anchor of their own, which other models do not change")
    func anchors() {
        let keys = ["A b", "a-b", "A/b", "../../etc", "‮", "日本", "日木", String(repeating: "x", count: 500)]
        let plan = ItemPlan(board(keys), limit: nil, folder: "items/b")
        let anchors = plan.places.indices.map(plan.anchor(of:))
        #expect(Set(anchors).count == keys.count)
        #expect(anchors.allSatisfy { $0.wholeMatch(of: /item-[a-z0-9._-]{1,100}/) != nil }, "\(anchors)")
        #expect(plan.path(of: 3).hasPrefix("items/b/1.html#item-"))
    }

    @Test("texts are cut by characters and say how long they were")
    func cuts() {
        #expect(ItemText.shown("short", most: 5) == ItemText.Shown(text: "short", whole: nil))
        #expect(ItemText.shown("longer", most: 5) == ItemText.Shown(text: "longe", whole: 6))
        #expect(ItemText.shown("äöüß", most: 4) == ItemText.Shown(text: "äöüß", whole: nil))
        #expect(ItemText.shown(String(repeating: "ä", count: 1_000_000), most: 3).text == "äää")
    }

    @Test("options lose the labels of their places, and targets mark them by letter or text")
    func options() {
        let labelled = OptionTexts(["A. a lung", "B. a liver"])
        #expect(labelled.texts == ["a lung", "a liver"])
        #expect(labelled.marked(by: ["B"]).options == [1])
        #expect(labelled.marked(by: [" a lung "]).options == [0])
        #expect(labelled.marked(by: ["A. a lung"]).options == [0])
        #expect(labelled.marked(by: ["spleen"]).rest == ["spleen"])
        #expect(OptionTexts(["A. a lung", "C. a liver"]).texts == ["A. a lung", "C. a liver"])
        #expect(OptionTexts(["B", "A"]).marked(by: ["A"]).options == [1])
        #expect(OptionTexts([]).marked(by: ["A"]).rest == ["A"])
    }

    @Test("answers that say the same stand together: right ones first, then by how many gave them")
    func groups() {
        let answers = [
            ItemAnswer(item: 0, model: 0, score: 0, answer: "B"), ItemAnswer(item: 0, model: 1, score: 1, answer: "A"),
            ItemAnswer(item: 0, model: 2, score: 0, answer: "C"), ItemAnswer(item: 0, model: 3, score: 0, answer: "C"),
            ItemAnswer(item: 0, model: 4, score: 0.5, answer: "A, B"),
            ItemAnswer(item: 0, model: 5, score: 0, status: "refused"),
            ItemAnswer(item: 0, model: 6, score: nil, status: "error"),
            ItemAnswer(item: 0, model: 7, score: nil, answer: "A"),
        ]
        let groups = ItemAnswers(answers).groups
        #expect(groups.map(\.outcome) == [.right, .partly, .wrong, .wrong, .unanswered, .unanswered, .unscored])
        #expect(groups.map { $0.answer ?? $0.status } == ["A", "A, B", "C", "B", "refused", "error", "A"])
        #expect(groups.map(\.models).reduce(0, +) == 8)
    }

    @Test("a model that answers in several epochs is named once, with how often")
    func epochs() throws {
        let models = ["x", "y"].map {
            ItemOutcomes(model: $0, run: 0, scores: [0.5], epochScores: [[1], [1], [0]], unresolved: [0], source: "l")
        }
        let answers =
            [1, 2].map { ItemAnswer(item: 0, model: 0, epoch: $0, score: 1, answer: "A") }
            + [ItemAnswer(item: 0, model: 0, epoch: 3, score: 0, answer: "B")]
            + [ItemAnswer(item: 0, model: 1, epoch: 2, score: 1, answer: "A")]
        let groups = ItemAnswers(answers).groups
        let first = try #require(groups.first)
        #expect(first.models == 2)
        #expect(ItemAnswers.names(first.members, of: board(["k"], models: models)) { $0 } == "x ×2, y")
    }

    @Test("an overview counts what a brute count counts, and lists the hardest and the most divided first")
    func overview() throws {
        let findings = Fixture.study()
        let board = try #require(MadeItems(findings, items: 40).boards["slake"])
        let overview = ItemOverview(board, plan: ItemPlan(board, limit: nil, folder: "items/slake"))
        var counts = (all: 0, none: 0, some: 0)
        var shares: [Double] = []
        for item in 0..<40 {
            let scores = board.models.map { $0.scores[item] }.filter { !$0.isNaN }
            let right = scores.count { $0 == 1 }
            if right == scores.count {
                counts.all += 1
            } else if right == 0 {
                counts.none += 1
            } else {
                counts.some += 1
            }
            shares.append(Double(right) / Double(scores.count))
        }
        #expect((overview.all, overview.none, overview.some) == counts)
        #expect(overview.byRight.reduce(0, +) == 40)
        #expect(shares[overview.hardest[0]] == shares.min())
        #expect(abs(shares[overview.divided[0]] - 0.5) == shares.map { abs($0 - 0.5) }.min())
    }

    @Test("the sentences say how much models differ")
    func sentences() throws {
        let findings = Fixture.study()
        let items = MadeItems(findings, items: 40)
        let index = FindingsIndex(findings)
        let overviews = findings.benchmarks.compactMap { benchmark in
            items.boards[benchmark.id].map { ItemOverview($0, plan: ItemPlan($0, limit: nil, folder: "items/x")) }
        }
        let one = try #require(ItemSentences(index: index).benchmark(overviews[0]))
        let first = overviews[0]
        #expect(first.all + first.none + first.some == 40)
        #expect(
            one.text
                == "Of 40 items of \(findings.benchmarks[0].name), all models that were scored are right on \(first.all) "
                + "(\(Digits.format.stringWithUnit(Double(first.all) / 40, decimals: 1))), none on \(first.none) "
                + "(\(Digits.format.stringWithUnit(Double(first.none) / 40, decimals: 1))), and models differ on "
                + "\(first.some).")
        let all = try #require(ItemSentences(index: index).all(overviews))
        #expect(all.text.hasPrefix("Of \(Digits.count(40 * overviews.count)) items of \(overviews.count) benchmarks, "))
        #expect(ItemSentences(index: index).all([]) == nil)
    }
}
