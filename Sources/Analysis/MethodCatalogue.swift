import Findings
import Statistics

/// The methods that a document uses, each with its words and its source, counted.
struct MethodCatalogue {
    private var uses: [String: Int] = [:]

    /// Counts the methods of all findings of a document and describes them, by identifier.
    static func methods(of document: FindingsDocument) -> [MethodFinding] {
        var catalogue = MethodCatalogue()
        for estimate in document.estimates {
            catalogue.count(estimate.interval.method)
            if let bootstrap = estimate.bootstrap { catalogue.count(bootstrap.method) }
        }
        for difference in document.differences {
            catalogue.count(difference.interval.method)
            if let simultaneous = difference.simultaneous { catalogue.count(simultaneous.method) }
            catalogue.count(difference.test)
            catalogue.count(TestMethod.holm.rawValue)
            catalogue.count(TestMethod.benjaminiHochberg.rawValue)
        }
        for gap in document.gaps {
            catalogue.count(gap.interval.method)
            catalogue.count(TestMethod.holm.rawValue)
        }
        for gap in document.groupGaps { catalogue.count(gap.interval.method) }
        for _ in document.gapClaims { catalogue.count("intersection-union") }
        for verdict in document.verdicts {
            catalogue.count(verdict.method)
            if verdict.isJoint { catalogue.count("intersection-union") }
        }
        for variance in document.variances {
            catalogue.count(variance.method)
            for alternative in variance.alternatives { catalogue.count(alternative.method) }
            catalogue.count("q-profile")
            if let prediction = variance.prediction { catalogue.count(prediction.method) }
        }
        if let components = document.components {
            catalogue.count("crossed-components")
            catalogue.count("kendalls-w")
            for interval in components.intervals { catalogue.count(interval.method) }
        }
        for _ in document.ranks { catalogue.count("bootstrap-ranks") }
        for finding in document.repeats {
            for estimate in finding.estimates {
                catalogue.count(estimate.interval.method)
                catalogue.count(estimate.kind)
            }
        }
        for finding in document.confidences {
            catalogue.count("calibration")
            for interval in [finding.brierInterval, finding.calibrationInterval] + finding.coverage.map(\.interval) {
                catalogue.count(interval.method)
            }
        }
        catalogue.count(document.comparisons)
        for part in document.claims.flatMap(\.parts) {
            catalogue.count(part.interval.method)
            if let published = part.published { catalogue.count(published.interval.method) }
        }
        for history in document.histories { catalogue.count(history) }
        catalogue.countAcrossBenchmarks(of: document)
        return catalogue.described
    }

    private var described: [MethodFinding] {
        uses.sorted { $0.key < $1.key }.compactMap { id, uses in
            if let method = IntervalMethod(rawValue: id) {
                return MethodFinding(
                    id: id, name: method.name, description: method.summary, source: method.source, uses: uses)
            }
            if let test = TestMethod(rawValue: id) {
                return MethodFinding(
                    id: id, name: test.name, description: test.summary, source: test.source, uses: uses)
            }
            guard let words = Self.others[id] else { return nil }
            return MethodFinding(
                id: id, name: words.name, description: words.description, source: words.source, uses: uses)
        }
    }

    /// The same for a comparison of releases.
    static func methods(of document: ReleaseDocument) -> [MethodFinding] {
        var catalogue = MethodCatalogue()
        catalogue.count(document.comparisons)
        for measure in document.measures {
            catalogue.count(measure.interval.method)
            catalogue.count(measure.test)
            catalogue.count(TestMethod.holm.rawValue)
        }
        for verdict in document.verdicts { catalogue.count(verdict.method) }
        for history in document.histories { catalogue.count(history) }
        return catalogue.described
    }

    private mutating func count(_ history: HistoryFinding) {
        count(history.method)
        for point in history.points { count(point.interval.method) }
    }

    private mutating func count(_ comparisons: [ComparisonFinding]) {
        for comparison in comparisons {
            count(comparison.interval.method)
            count(comparison.test)
            count(TestMethod.weightedHolm.rawValue)
            if let sequence = comparison.sequence { count(sequence.method) }
            if let interval = comparison.equivalenceInterval {
                count(interval.method)
                count(TestMethod.equivalence.rawValue)
            }
            if let sequence = comparison.sequence { count(sequence.method) }
        }
    }

    private mutating func countAcrossBenchmarks(of document: FindingsDocument) {
        if document.rankComparison != nil {
            for method in ["friedman", "iman-davenport", "nemenyi"] { count(method) }
        }
        for agreement in document.agreements {
            count("kappa")
            if let interval = agreement.interval { count(interval.method) }
        }
        for power in document.powers { count(power.method) }
    }

    private mutating func count(_ method: String) { uses[method, default: 0] += 1 }

    private static let others: [String: (name: String, description: String, source: String)] = [
        "bootstrap-test": (
            "Bootstrap test of no difference",
            "Twice the smaller share of joint bootstrap replicates on either side of zero, at least 2/(R + 1).",
            "Davison and Hinkley 1997, Bootstrap Methods and their Application"
        ),
        "max-t": (
            "Simultaneous interval",
            "The quantile of the largest standardised difference over all pairs, from the joint bootstrap, takes the place "
                + "of the normal quantile, so that all intervals of the family hold at once.",
            "Westfall and Young 1993, Resampling-Based Multiple Testing"
        ),
        "best-difference": (
            "Difference of the best of two groups",
            "From intervals of all differences between members of the two groups that hold at once (the quantile of the "
                + "largest standardised difference from the joint bootstrap, by Bonferroni over the parts of a claim): the "
                + "ends min over the second of max over the first of the lower ends, and max over the first of min over the "
                + "second of the upper ends. That both best models were chosen by the same items is allowed for.",
            "After Hsu 1981, Simultaneous confidence intervals for all distances from the best; Westfall and Young 1993"
        ),
        "any-overlap": (
            "Ends that hold for any overlap",
            "Each model's own interval, items taken as independent, made so that all hold at once by Bonferroni; what follows "
                + "from their ends holds whichever items the models get right together, which published counts do not tell.",
            "Miller 1981, Simultaneous Statistical Inference"
        ),
        "intersection-union": (
            "Intersection-union test",
            "That something holds for every part is shown if each part's own test shows it; no adjustment is needed. The "
                + "largest p value counts.",
            "Berger 1982, Multiparameter hypothesis testing and acceptance sampling"
        ),
        "dersimonian-laird": (
            "DerSimonian-Laird random effects",
            "The variance between benchmarks from the excess of Cochran's Q over its degrees of freedom.",
            "DerSimonian and Laird 1986, Meta-analysis in clinical trials"
        ),
        "reml": (
            "REML random effects", "The variance between benchmarks by restricted maximum likelihood.",
            "Viechtbauer 2005, Bias and efficiency of meta-analytic variance estimators in the random-effects model"
        ),
        "q-profile": (
            "Q profile",
            "The variances between benchmarks at which the weighted sum of squares lies between the quantiles of its "
                + "chi-squared distribution.",
            "Viechtbauer 2007, Confidence intervals for the amount of heterogeneity in meta-analysis"
        ),
        "pass-at-k": (
            "pass@k", "The share of items that at least one of k answers gets right, without bias from all answers.",
            "Chen and others 2021, Evaluating large language models trained on code"
        ),
        "majority": (
            "Majority of answers",
            "An item counts by the score that most of its answers have; ties count by their mean.",
            "Wang and others 2023, Self-consistency improves chain of thought reasoning in language models"
        ),
        "calibration": (
            "Calibration and risk-coverage",
            "Brier score, expected calibration error over ten bins of equal width, and accuracy on the most confident items.",
            "Brier 1950; Naeini, Cooper and Hauskrecht 2015; El-Yaniv and Wiener 2010"
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
        "friedman": (
            "Friedman test",
            "The benchmarks rank the models, ties share their ranks; the spread of the mean ranks is compared with that of "
                + "ranks at random by the chi-squared distribution.",
            "Friedman 1937, The use of ranks to avoid the assumption of normality; Demšar 2006, Statistical comparisons "
                + "of classifiers over multiple data sets"
        ),
        "iman-davenport": (
            "Iman-Davenport test",
            "Friedman's statistic as a ratio of variances, compared with the F distribution; less conservative.",
            "Iman and Davenport 1980, Approximations of the critical region of the Friedman statistic"
        ),
        "nemenyi": (
            "Nemenyi's critical difference",
            "Two models can be told apart if their mean ranks differ by the quantile of the studentized range over the root "
                + "of 2, times the standard error of a difference of mean ranks; the level holds for all pairs together.",
            "Nemenyi 1963, Distribution-free multiple comparisons"
        ),
        "kappa": (
            "Cohen's kappa",
            "The share of items on which two models are both right or both wrong, less the share that their accuracies on "
                + "each benchmark make by chance, over the most that this can be.",
            "Cohen 1960, A coefficient of agreement for nominal scales"
        ),
        "jackknife": (
            "Jackknife over clusters",
            "Each cluster is left out in turn, benchmarks as strata; the spread of the results makes the standard error of a "
                + "normal interval.",
            "Efron and Stein 1981, The jackknife estimate of variance; Rust and Rao 1996 for strata"
        ),
        "mcnemar-power": (
            "Power of the exact McNemar test",
            "The probability that the test rejects, summed over the number of items on which exactly one of two models is "
                + "right; clusters divide the items by the design effect.",
            "Miettinen 1968, The matched pairs design in the case of all-or-none responses"
        ),
        "bootstrap-ranks": (
            "Ranks from the joint bootstrap",
            "In each replicate the models are ranked; the share of replicates with a rank is its probability. A confidence "
                + "set leaves out the ranks that the model's differences to the others exclude, for one model or for all "
                + "at once.",
            "Mogstad, Romano, Shaikh and Wilhelm 2024, Inference for ranks; Efron 1979"
        ),
    ]
}
