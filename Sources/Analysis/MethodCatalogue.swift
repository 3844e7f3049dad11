import Findings
import Statistics

/// The methods that a document uses, each with its words and its source, counted.
struct MethodCatalogue {
    private var uses: [String: Int] = [:]

    /// Counts the methods of all findings of a document and describes them, by identifier.
    static func methods(of document: FindingsDocument) -> [MethodFinding] {
        var catalogue = MethodCatalogue()
        for estimate in document.estimates { catalogue.count(estimate.interval.method) }
        for difference in document.differences {
            catalogue.count(difference.interval.method)
            catalogue.count(difference.test)
            catalogue.count("holm")
        }
        for gap in document.gaps { catalogue.count(gap.interval.method) }
        for verdict in document.verdicts { catalogue.count(verdict.method) }
        for variance in document.variances {
            catalogue.count(variance.method)
            if let prediction = variance.prediction { catalogue.count(prediction.method) }
        }
        if document.components != nil {
            catalogue.count("crossed-components")
            catalogue.count("kendalls-w")
        }
        if !document.ranks.isEmpty { catalogue.count("bootstrap-ranks") }
        return catalogue.uses.sorted { $0.key < $1.key }.compactMap { id, uses in
            if let method = IntervalMethod(rawValue: id) {
                return MethodFinding(
                    id: id, name: method.name, description: method.summary, source: method.source, uses: uses)
            }
            guard let words = others[id] else { return nil }
            return MethodFinding(id: id, name: words.name, description: words.description, source: words.source, uses: uses)
        }
    }

    private mutating func count(_ method: String) { uses[method, default: 0] += 1 }

    private static let others: [String: (name: String, description: String, source: String)] = [
        "mcnemar-exact": (
            "Exact McNemar test",
            "Of the items that only one of two models gets right, the share of the first is compared with one half by the "
                + "binomial distribution, two-sided.",
            "McNemar 1947, Note on the sampling error of the difference between correlated proportions or percentages"
        ),
        "sign-flip": (
            "Sign-flip permutation test",
            "The signs of the paired differences, of whole clusters where items share one, are flipped in all ways or in "
                + "many seeded ways; the p value is the share of sums at least as far from zero as the observed one.",
            "Pitman 1937, Significance tests which may be applied to samples from any populations"
        ),
        "bootstrap-test": (
            "Bootstrap test of no difference",
            "Twice the smaller share of joint bootstrap replicates on either side of zero, at least 2/(R + 1).",
            "Davison and Hinkley 1997, Bootstrap Methods and their Application"
        ),
        "holm": (
            "Holm's adjustment",
            "p values are adjusted step by step so that the chance of any false rejection within the family stays below the "
                + "nominal rate.",
            "Holm 1979, A simple sequentially rejective multiple test procedure"
        ),
        "paule-mandel": (
            "Paule-Mandel random effects",
            "The variance between benchmarks is the value at which the weighted sum of squares equals its expectation, so "
                + "that sampling noise is taken out.",
            "Paule and Mandel 1982, Consensus values and weighting factors"
        ),
        "crossed-components": (
            "Crossed variance components",
            "The table of models and benchmarks is split into variance between models, between benchmarks, their "
                + "interaction and sampling noise by the mean squares of a two-way table.",
            "Brennan 2001, Generalizability Theory"
        ),
        "kendalls-w": (
            "Kendall's W",
            "How far the benchmarks, as judges, rank the models alike: 0 for no agreement, 1 for full agreement.",
            "Kendall and Babington Smith 1939, The problem of m rankings"
        ),
        "bootstrap-ranks": (
            "Ranks from the joint bootstrap",
            "In each replicate the models are ranked by their macro-average; the share of replicates with a rank is its "
                + "probability.",
            "Mogstad, Romano, Shaikh and Wilhelm 2024, Inference for ranks; Efron 1979"
        ),
    ]
}
