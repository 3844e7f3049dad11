import Foundation

/// Published accuracies: for each model and benchmark the percentage over all items and over the reasoning items.
public struct PublishedTable: Sendable {
    /// One published accuracy.
    public struct Row: Sendable, Equatable {
        /// The model as the table calls it.
        public let model: String
        /// The benchmark as the table calls it; with `:reasoning` behind it, its reasoning items alone.
        public let benchmark: String
        /// The accuracy in percent, in [0, 100] and rounded as it was printed.
        public let percent: Double
    }

    /// The rows in the order of the table; lines without a number are left out.
    public let rows: [Row]

    /// - Parameter csv: columns model, family, kind, parameters_billions, benchmark, accuracy_percent, source, without quotes.
    public init(csv: String) {
        rows = csv.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let fields = line.split(separator: ",", maxSplits: 6, omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 7, let percent = Double(fields[5]) else { return nil }
            return Row(model: fields[0], benchmark: fields[4], percent: percent)
        }
    }

    /// The models in the order in which they first appear.
    public var models: [String] {
        var seen: Set<String> = []
        return rows.map(\.model).filter { seen.insert($0).inserted }
    }

    /// The published accuracy in percent, or nil if the table has none for this pair.
    public func percent(model: String, benchmark: String) -> Double? {
        rows.first { $0.model == model && $0.benchmark == benchmark }?.percent
    }

    /// The number of right answers nearest to the printed percentages, of all items and of the reasoning items.
    public func counts(model: String, plan: BenchmarkPlan) -> (correct: Int, reasoning: Int)? {
        guard let all = percent(model: model, benchmark: plan.publishedName),
            let reasoning = percent(model: model, benchmark: plan.publishedName + ":reasoning")
        else { return nil }
        return (
            Int((all * Double(plan.items) / 100).rounded()),
            Int((reasoning * Double(plan.reasoningItems) / 100).rounded())
        )
    }
}
