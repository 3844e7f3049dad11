import Records

/// The report of a run (`reports/<model>/<data set>.json`): the runner's figures.
struct EvalScopeReport {
    /// One figure over the whole data set and each subset.
    struct Figure {
        /// As the report calls it: `mean_acc`; where aggregation and metric stand apart, joined in the same way.
        let name: String
        /// What the scores of the items are called, where the report says so.
        let metric: String?
        let isMean: Bool
        let value: Double?
        let subsets: [String: Double]
        let isLowerBetter: Bool
        /// What a full score is, where the report says so.
        let full: Double?
    }

    private(set) var dataset: String?
    private(set) var model: String?
    /// The figures, the one by which the runner judges first.
    private(set) var figures: [Figure] = []
    /// The category of each subset, where there are any.
    private(set) var categories: [String: String] = [:]
    /// How many rows the runner evaluated.
    private(set) var rowCount: Int?
    private(set) var subsets: Set<String> = []

    init() {}

    init(_ root: JSONValue) {
        dataset = root["dataset_name"]?.string
        model = root["model_name"]?.string
        let primary = root["primary_metric_identity"].map(Self.name)
        for metric in root["metrics"]?.elements.map({ $0 }) ?? [] {
            if rowCount == nil { rowCount = metric["num"]?.integer }
            let figure = takeFigure(metric)
            if figure.name == primary { figures.insert(figure, at: 0) } else { figures.append(figure) }
        }
    }

    private mutating func takeFigure(_ metric: JSONValue) -> Figure {
        var values: [String: Double] = [:]
        for category in metric["categories"]?.elements.map({ $0 }) ?? [] {
            let names = category["name"]
            let label = names?.string ?? names?.elements.compactMap(\.string).joined(separator: "/") ?? ""
            for subset in category["subsets"]?.elements.map({ $0 }) ?? [] {
                guard let name = subset["name"]?.string, subset["is_aggregate"]?.bool != true else { continue }
                values[name] = subset["score"]?.double
                subsets.insert(name)
                if !label.isEmpty, label != "default" { categories[name] = label }
            }
        }
        let identity = metric["identity"]
        let name = metric["legacy_name"]?.string ?? identity.map(Self.name) ?? metric["name"]?.string ?? "score"
        let plain = identity?["name"]?.string
        let isWhole = identity?["dimensions"]?.count ?? 0 == 0
        let aggregation = identity?["aggregation"]?.string
        let range = metric["semantics"]?["value_range"]
        return Figure(
            name: name, metric: isWhole ? plain : nil,
            isMean: isWhole
                && (aggregation.map { ["mean", "micro_mean", "identity"].contains($0) } ?? !name.hasPrefix("clipped_")),
            value: metric["score"]?.double.flatMap { $0.isFinite ? $0 : nil }, subsets: values,
            isLowerBetter: metric["semantics"]?["direction"]?.string == "lower_is_better",
            full: range?["min"]?.double == 0 ? range?["max"]?.double.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } : nil)
    }

    /// The name of a metric whose parts stand apart, in the manner of the reports that have it in one.
    private static func name(_ identity: JSONValue) -> String {
        let name = identity["name"]?.string ?? "score"
        let aggregation = identity["aggregation"]?.string ?? ""
        let dimensions = identity["dimensions"]?.members.map { "\($0.key)=\($0.value.scalarText ?? "")" } ?? []
        let head = aggregation.isEmpty || aggregation == "identity" ? name : "\(aggregation)_\(name)"
        return dimensions.isEmpty ? head : "\(head)[\(dimensions.joined(separator: ","))]"
    }

    /// The figure that the scores of items called `metric` make.
    ///
    /// - Parameter isOnly: whether the rows have no other scores.
    func figure(of metric: String, isOnly: Bool) -> Figure? {
        let means = figures.filter(\.isMean)
        return means.first { $0.name == "mean_\(metric)" || ($0.metric == metric && $0.isMean) }
            ?? figures.first { $0.name == metric } ?? figures.first { $0.name == "clipped_mean_\(metric)" }
            ?? (isOnly && means.count == 1 ? means[0] : nil)
    }
}
