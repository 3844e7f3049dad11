import Findings
import Records
import Store

/// Items for pages, read from the store with the eyes of the findings: the same runs, metrics and items.
public struct StoredItems: ItemSource {
    private let path: String
    private let findings: FindingsDocument

    /// - Parameters:
    ///   - path: the store's file.
    ///   - findings: what was made from it.
    public init(path: String, findings: FindingsDocument) {
        self.path = path
        self.findings = findings
    }

    /// Throws `StoreError`.
    public func reader() throws -> any ItemReading {
        StoredItemReader(store: try Store(path: path), findings: findings)
    }
}

/// Reads boards, texts and answers over a connection of its own.
final class StoredItemReader: ItemReading {
    private let store: Store
    private let findings: FindingsDocument
    private var blocks = ItemBlocks()

    init(store: Store, findings: FindingsDocument) {
        self.store = store
        self.findings = findings
    }

    func board(_ benchmark: String) throws -> ItemBoard? {
        guard let finding = findings.benchmarks.first(where: { $0.id == benchmark }),
            try store.benchmarkNames().contains(benchmark)
        else { return nil }
        let matrix = try store.matrix(benchmark: benchmark)
        let sources = Set(findings.sources.map(\.path))
        let present = Self.present(matrix, sources: sources)
        let order = matrix.keys.indices.filter { present[$0] }.sorted { matrix.keys[$0] < matrix.keys[$1] }
        let runs = findings.runs.filter { $0.benchmark == benchmark && $0.isUsed }
        let outcomes = findings.models.compactMap { model -> ItemOutcomes? in
            guard let run = runs.first(where: { $0.model == model.id }),
                let stored = matrix.runs.last(where: { $0.model == model.id && $0.sourcePath == run.source })
            else { return nil }
            return judged(stored, metric: run.metric, order: order)
        }
        return ItemBoard(
            benchmark: benchmark, keys: order.map { matrix.keys[$0] }, positions: order,
            facets: Self.facets(matrix, of: finding, order: order), models: outcomes)
    }

    /// Items of logs that are no longer looked at are none of the findings'.
    private static func present(_ matrix: BenchmarkMatrix, sources: Set<String>) -> [Bool] {
        var present = [Bool](repeating: false, count: matrix.keys.count)
        for run in matrix.runs where sources.contains(run.sourcePath) {
            for (position, share) in run.unresolved.values.enumerated() where !share.isNaN { present[position] = true }
        }
        return present
    }

    private func judged(_ run: StoredRun, metric: String?, order: [Int]) -> ItemOutcomes {
        let judged = run.scores.first { $0.metric.name == metric } ?? run.scores.first
        let vector = findings.study.unparsed == "exclude" ? judged?.parsedValues : judged?.values
        return ItemOutcomes(
            model: run.model, run: run.id, scores: order.map { vector?[$0] ?? .nan },
            epochScores: (judged?.epochValues ?? []).map { epoch in order.map { epoch[$0] } },
            unresolved: order.map { run.unresolved[$0] }, source: run.sourcePath)
    }

    private static func facets(
        _ matrix: BenchmarkMatrix, of benchmark: BenchmarkFinding, order: [Int]
    ) -> [ItemFacet] {
        var facets: [ItemFacet] = []
        for column in matrix.facets.sorted(by: { $0.name < $1.name }) {
            let codes = order.map { $0 < column.codes.count ? column.codes[$0] : 0 }
            if column.name == benchmark.capabilityFacet, let rule = benchmark.capabilityValues {
                facets.insert(capability(column, codes, rule), at: 0)
                if column.name == capabilityName { continue }
            }
            facets.append(ItemFacet(name: column.name, values: column.dictionary, codes: codes))
        }
        return facets
    }

    private static let capabilityName = "capability"

    private static func capability(_ column: FacetColumn, _ codes: [UInt32], _ rule: [String: [String]]) -> ItemFacet {
        let names = rule.keys.sorted()
        var places: [String: UInt32] = [:]
        for (place, name) in names.enumerated() {
            for value in rule[name] ?? [] { places[value.lowercased()] = UInt32(place + 1) }
        }
        let mapped = [0] + column.dictionary.map { places[$0.lowercased()] ?? 0 }
        return ItemFacet(name: capabilityName, values: names, codes: codes.map { mapped[Int($0)] })
    }

    func items(_ places: [Int], of board: ItemBoard) throws -> [ItemTexts] {
        let benchmark = try store.benchmark(named: board.benchmark)
        return try places.map { place in
            let position = board.positions[place]
            let block = try blocks.block(position / ItemBlocks.size, of: benchmark) { number in
                let first = number * ItemBlocks.size
                return try store.items(benchmark: benchmark, from: first, to: first + ItemBlocks.size - 1)
            }
            let offset = position % ItemBlocks.size
            guard offset < block.count else { return ItemTexts() }
            let item = block[offset]
            return ItemTexts(question: item.question, options: item.options, targets: item.targets)
        }
    }

    func answers(_ places: [Int], of board: ItemBoard) throws -> [ItemAnswer] {
        let placeOf = Dictionary(places.map { (board.positions[$0], $0) }) { first, _ in first }
        let ranges = Self.ranges(places.map { board.positions[$0] })
        var answers: [ItemAnswer] = []
        for (number, model) in board.models.enumerated() {
            for range in ranges {
                var last = -1
                var epochs = 0
                for found in try store.predictions(run: model.run, from: range.lowerBound, to: range.upperBound) {
                    guard let place = placeOf[found.position] else { continue }
                    epochs = found.position == last ? epochs + 1 : 0
                    last = found.position
                    let score =
                        epochs < model.epochScores.count ? model.epochScores[epochs][place] : model.scores[place]
                    answers.append(
                        ItemAnswer(
                            item: place, model: number, epoch: found.epoch, score: score.isNaN ? nil : score,
                            answer: found.answer, status: found.status, prediction: found.text,
                            failure: found.failure, line: found.line))
                }
            }
        }
        return answers.sorted { ($0.item, $0.model, $0.epoch) < ($1.item, $1.model, $1.epoch) }
    }

    /// Positions as ranges without gaps, so that each is one scan of the store.
    private static func ranges(_ positions: [Int]) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for position in positions.sorted() {
            if let last = ranges.last, last.upperBound + 1 == position {
                ranges[ranges.count - 1] = last.lowerBound...position
            } else {
                ranges.append(position...position)
            }
        }
        return ranges
    }
}

/// Blocks of items that were read lately. The store packs many items together, so that one costs as much as all of its block,
/// and a page shows items from here and there.
private struct ItemBlocks {
    /// As many as the store packs together.
    static let size = 256
    private static let most = 128

    private var benchmark = -1
    private var blocks: [Int: [StoredItem]] = [:]

    mutating func block(_ number: Int, of benchmark: Int, read: (Int) throws -> [StoredItem]) throws -> [StoredItem] {
        if benchmark == self.benchmark, let known = blocks[number] { return known }
        if benchmark != self.benchmark || blocks.count >= Self.most { blocks = [:] }
        self.benchmark = benchmark
        let block = try read(number)
        blocks[number] = block
        return block
    }
}
