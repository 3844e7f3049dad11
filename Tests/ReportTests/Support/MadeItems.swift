import Findings

@testable import Report

/// Items that tests make: a board a benchmark, with texts and answers by rule.
struct MadeItems: ItemSource, ItemReading {
    var boards: [String: ItemBoard]
    var texts: @Sendable (Int) -> ItemTexts
    var prediction: @Sendable (Int, Int) -> String?

    func reader() throws -> any ItemReading { self }
    func board(_ benchmark: String) throws -> ItemBoard? { boards[benchmark] }
    func items(_ places: [Int], of board: ItemBoard) throws -> [ItemTexts] { places.map(texts) }

    func answers(_ places: [Int], of board: ItemBoard) throws -> [ItemAnswer] {
        places.flatMap { place in
            board.models.enumerated().compactMap { number, model -> ItemAnswer? in
                guard !model.unresolved[place].isNaN else { return nil }
                let score = model.scores[place]
                let isAnswered = model.unresolved[place] < 1
                return ItemAnswer(
                    item: place, model: number, score: score.isNaN ? nil : score,
                    answer: isAnswered ? (score == 1 ? "A" : "B") : nil, status: isAnswered ? "parsed" : "refused",
                    prediction: prediction(place, number), line: place + 1)
            }
        }
    }

    /// Boards of some items for each benchmark of some findings. Model m is right on item i where (i * 7 + m * 3) % 5 < 3;
    /// of the first model, every 11th item is missing, and every 13th refused.
    init(
        _ findings: FindingsDocument, items: Int = 60,
        key: (Int) -> String = { "item \($0 + 1000)" },
        texts: @escaping @Sendable (Int) -> ItemTexts = {
            ItemTexts(question: "What does image \($0) show?", options: ["A. a lung", "B. a liver"], targets: ["A"])
        },
        prediction: @escaping @Sendable (Int, Int) -> String? = { "Item \($0): the answer of \($1) is A." }
    ) {
        let models = findings.models.enumerated().map { number, model in
            let right = (0..<items).map { Double(($0 * 7 + number * 3) % 5 < 3 ? 1 : 0) }
            return ItemOutcomes(
                model: model.id, run: number,
                scores: right.enumerated().map {
                    number == 0 && $0.offset % 11 == 0 ? .nan : number == 0 && $0.offset % 13 == 0 ? 0 : $0.element
                },
                unresolved: (0..<items).map {
                    number == 0 && $0 % 11 == 0 ? .nan : number == 0 && $0 % 13 == 0 ? 1 : 0
                },
                source: "logs/\(model.id).jsonl")
        }
        let modality = ItemFacet(
            name: "modality", values: ["CT", "MRI"], codes: (0..<items).map { UInt32($0 % 3) })
        boards = Dictionary(
            findings.benchmarks.map {
                (
                    $0.id,
                    ItemBoard(
                        benchmark: $0.id, keys: (0..<items).map(key), positions: Array(0..<items),
                        facets: [modality], models: models)
                )
            }
        ) { first, _ in first }
        self.texts = texts
        self.prediction = prediction
    }
}
