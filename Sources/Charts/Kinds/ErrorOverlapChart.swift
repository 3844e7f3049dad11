/// Whether models fail alike: the agreement of their errors beyond chance for each pair, models clustered by it.
public struct ErrorOverlapChart: Sendable, Hashable {
    /// The words around the drawing.
    public var text: ChartText
    /// The names, in any order: equally good orders of the clusters follow it.
    public var labels: [String]
    /// The kind of each name; nil for none. As many as labels, or empty.
    public var categories: [Category?]
    /// Agreement of each pair of labels beyond chance (Cohen 1960, kappa), from −1 to 1, a row a label; symmetric,
    /// nil for no data. The diagonal is not read.
    public var agreements: [[Double?]]
    /// The mean agreement from which clusters count as failing alike, framed in the drawing.
    public var groupAgreement: Double
    /// The agreement in words, for the key.
    public var agreementTitle: String
    /// The page that a pair of labels leads to, as `agreements`; empty for none.
    public var links: [[String?]]

    /// A chart whose clusters are framed from a mean agreement of 0.4, unless said otherwise.
    public init(
        text: ChartText, labels: [String], categories: [Category?] = [], agreements: [[Double?]],
        groupAgreement: Double = 0.4, agreementTitle: String = "errors in common beyond chance, κ",
        links: [[String?]] = []
    ) {
        self.text = text
        self.labels = labels
        self.categories = categories
        self.agreements = agreements
        self.groupAgreement = groupAgreement
        self.agreementTitle = agreementTitle
        self.links = links
    }

    static func words(_ agreement: Double, isShort: Bool = false) -> String {
        let text = ValueFormat.score.string(agreement, decimals: 2)
        return isShort ? text.replacing("0.", with: ".", maxReplacements: 1) : text
    }

    /// The clustering of the first labels by agreement; pairs without data count as agreeing by chance.
    func linkage(count: Int) -> AverageLinkage {
        AverageLinkage(
            distances: (0..<count).map { row in (0..<count).map { 1 - (agreements[row][$0] ?? 0) } })
    }
}

extension ErrorOverlapChart {
    /// The matrix in the order of the clusters, the diagonal empty; no rows where it is not square.
    public var table: ChartTable {
        let isSquare = agreements.count == labels.count && agreements.allSatisfy { $0.count == labels.count }
        let order = isSquare ? linkage(count: labels.count).order : []
        return ChartTable(
            columns: [.init("row", isNumeric: false)] + order.map { .init(labels[$0]) },
            rows: order.map { row in
                [labels[row]]
                    + order.map { column in
                        guard column != row else { return "" }
                        return agreements[row][column].map { Self.words($0) } ?? "no data"
                    }
            })
    }

    func validate() throws {
        if !categories.isEmpty { try ChartProblem.requireCount(categories.count, equals: labels.count, "categories") }
        try ChartProblem.requireFinite(groupAgreement, "groupAgreement")
        try ChartProblem.requireCount(agreements.count, equals: labels.count, "agreements")
        for (row, values) in agreements.enumerated() {
            try ChartProblem.requireCount(values.count, equals: labels.count, "agreements[\(row)]")
        }
        if !links.isEmpty { try ChartProblem.requireCount(links.count, equals: labels.count, "links") }
        for (row, values) in links.enumerated() {
            try ChartProblem.requireCount(values.count, equals: labels.count, "links[\(row)]")
        }
        for row in labels.indices {
            for column in labels.indices where column != row {
                let field = "agreements[\(row)][\(column)]"
                let value = agreements[row][column]
                try ChartProblem.requireFinite(value, field)
                guard value == agreements[column][row] else {
                    throw ChartProblem(
                        field: field, expected: "the same as agreements[\(column)][\(row)]",
                        found: value.map { "\($0)" } ?? "none", remedy: "Pass a symmetric matrix.")
                }
                guard let value, !(-1...1).contains(value) else { continue }
                throw ChartProblem(
                    field: field, expected: "an agreement from −1 to 1", found: "\(value)",
                    remedy: "Pass kappa as a share, not as percent.")
            }
        }
    }
}
