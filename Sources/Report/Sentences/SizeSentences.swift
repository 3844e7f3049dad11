import Findings

/// What size has to do with accuracy, in words.
struct SizeSentences {
    let index: FindingsIndex
    let ranking: Ranking

    /// In how many families the largest model is better than the smallest, by the paired tests.
    func families() -> Sentence? {
        let places = Dictionary(ranking.rows.enumerated().map { ($0.element.model, $0.offset) }) { first, _ in first }
        var families: [String: [(size: Double, place: Int)]] = [:]
        for model in index.document.models {
            guard let family = model.family, let size = model.parameters, let place = places[model.id] else { continue }
            families[family, default: []].append((size, place))
        }
        var (better, tested) = (0, 0)
        for members in families.values {
            guard let least = members.min(by: { $0.size < $1.size }), let most = members.max(by: { $0.size < $1.size }),
                least.size < most.size
            else { continue }
            switch ranking.relation(most.place, least.place) {
            case .better:
                tested += 1
                better += 1
            case .worse, .untold: tested += 1
            case .untested: continue
            }
        }
        guard tested > 0 else { return nil }
        if tested == 1 {
            return better == 1
                ? "In the one family with several sizes the largest model is better than the smallest."
                : "In the one family with several sizes the largest model is not told apart as better than the smallest."
        }
        return "In \(better) of \(tested) families with several sizes the largest model is better than the smallest."
    }
}
