import Findings

/// The ways from pages to the items behind their numbers.
struct ItemLinks: Sendable {
    private let index: FindingsIndex
    private let hasItems: Bool

    init(index: FindingsIndex, hasItems: Bool) {
        self.index = index
        self.hasItems = hasItems
    }

    /// The page on which the items of a benchmark are browsed; nil if they are not shown.
    func browse(_ benchmark: String) -> String? {
        guard hasItems, let finding = index.benchmarks[benchmark], finding.items > 0, finding.itemLimit != 0 else {
            return nil
        }
        return "items/\(index.benchmarkSlugs[benchmark])/index.html"
    }

    /// The items on which a model has an outcome, and another model another one.
    func browse(
        _ benchmark: String, where model: String, is outcome: ItemOutcome,
        and other: (model: String, outcome: ItemOutcome)? = nil
    ) -> String? {
        var query = "?model=\(index.modelSlugs[model])&is=\(outcome.rawValue)"
        if let other { query += "&other=\(index.modelSlugs[other.model])&other-is=\(other.outcome.rawValue)" }
        return browse(benchmark).map { $0 + query }
    }
}
