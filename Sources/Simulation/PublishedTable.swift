import Foundation

/// Published accuracies: for each model and benchmark the percentage over all items and over the reasoning items.
public struct PublishedTable: Sendable {
    public struct Row: Sendable, Equatable {
        public let model: String
        public let benchmark: String
        public let percent: Double
    }

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
