import Findings

/// The pairs of models that have pages of their own: all of them, or where they are too many, the pair that the study
/// compares and each model with its neighbour in the ranking.
struct ModelPairs: Sendable {
    /// Up to how many pairs each has a page: those of twelve models.
    static let most = 66

    /// The pairs, each in the document's order of models; also the order in which one model is subtracted from the other.
    private(set) var all: [(first: String, second: String)] = []
    private var paths: [Pair: String] = [:]

    private struct Pair: Hashable {
        var first: String
        var second: String
    }

    /// No pairs.
    init() {}

    init(_ index: FindingsIndex) {
        var places: [String: Int] = [:]
        var models: [String] = []
        for model in index.document.models where places[model.id] == nil {
            places[model.id] = models.count
            models.append(model.id)
        }
        func add(_ one: String, _ other: String) {
            guard let left = places[one], let right = places[other], left != right else { return }
            let (first, second) = left < right ? (one, other) : (other, one)
            let path = "compare/\(index.modelSlugs[first])--\(index.modelSlugs[second]).html"
            guard paths.updateValue(path, forKey: Pair(first: first, second: second)) == nil else { return }
            all.append((first, second))
        }
        if models.count * (models.count - 1) / 2 <= Self.most {
            for (position, first) in models.enumerated() {
                for second in models[(position + 1)...] { add(first, second) }
            }
            return
        }
        for comparison in index.document.comparisons { add(comparison.baseline, comparison.candidate) }
        let ranked = index.modelsInOrder(index.homeRanking()).map(\.id)
        for (better, worse) in zip(ranked, ranked.dropFirst()) { add(better, worse) }
    }

    /// Whether every two models have a page.
    func areAll(of models: Int) -> Bool { all.count == models * (models - 1) / 2 }

    /// The page of two models in either order, or nil if they have none.
    func path(_ first: String, _ second: String) -> String? {
        paths[Pair(first: first, second: second)] ?? paths[Pair(first: second, second: first)]
    }
}
