/// A test or an adjustment of p values. The raw value is the identifier that findings use.
public enum TestMethod: String, Sendable, Codable, CaseIterable {
    case mcNemar = "mcnemar"
    case signFlip = "sign-flip"
    case pairedT = "paired-t"
    case intervalInversion = "interval-inversion"
    case bettingSequence = "betting-test"
    case binomial = "binomial-test"
    case equivalence
    case holm
    case weightedHolm = "weighted-holm"
    case benjaminiHochberg = "benjamini-hochberg"
    case changePoints = "change-points"

    /// The name in words.
    public var name: String {
        switch self {
        case .mcNemar: "Exact McNemar test"
        case .signFlip: "Sign-flip permutation test"
        case .pairedT: "Paired t test"
        case .intervalInversion: "Inversion of the interval"
        case .bettingSequence: "Betting test"
        case .binomial: "Exact binomial test"
        case .equivalence: "Two one-sided tests"
        case .holm: "Holm adjustment"
        case .weightedHolm: "Weighted Holm adjustment"
        case .benjaminiHochberg: "Benjamini-Hochberg adjustment"
        case .changePoints: "Change points by permuted releases"
        }
    }

    /// What the method does, in sentences for a reader who knows statistics.
    public var summary: String {
        switch self {
        case .mcNemar:
            "Given how many items only one of two models gets right, each of them is as likely to favour either model. "
                + "The p value is twice the smaller binomial tail."
        case .signFlip:
            "If two models are alike, each paired difference is as likely to have the other sign; whole clusters flip "
                + "together. The p value is the share of sign patterns whose sum is at least as far from 0, over all "
                + "patterns where they can be counted."
        case .pairedT:
            "The mean of the paired differences over its standard error, clustered where items share clusters, against "
                + "Student's t with one degree of freedom fewer than there are clusters."
        case .intervalInversion:
            "Twice the smallest one-sided error rate at which a bound of the interval's method excludes 0."
        case .bettingSequence:
            "Two gamblers bet, item by item, that the mean difference is above and below 0; 1 over the most that their mean "
                + "fortune has grown by is the p value. It holds however often and whenever the growing log is looked at."
        case .binomial: "The binomial tail at the threshold."
        case .equivalence:
            "A difference is within a margin if both one-sided tests at the margin's ends reject; the larger p value "
                + "counts."
        case .holm: "p values are multiplied, smallest first, by the number of tests that remain."
        case .weightedHolm:
            "p values are multiplied, smallest p over weight first, by the weights that remain over the test's own."
        case .benjaminiHochberg: "p values are adjusted so that the expected share of false rejections is held."
        case .changePoints:
            "A stretch of releases is split where the means of the same items differ most in standard errors. The p value "
                + "is the share of random orders of the releases, in each cluster on its own, with a ratio as large at "
                + "some split; where it is small, both parts are searched in the same way."
        }
    }

    /// Author and year of the source, with the title.
    public var source: String {
        switch self {
        case .mcNemar:
            "McNemar 1947, Note on the sampling error of the difference between correlated proportions or percentages"
        case .signFlip: "Fisher 1935, The Design of Experiments"
        case .pairedT: "Student 1908, The probable error of a mean; Cameron and Miller 2015 for clusters"
        case .intervalInversion: "Casella and Berger 2002, Statistical Inference, section 9.2"
        case .bettingSequence:
            "Waudby-Smith and Ramdas 2024, Estimating means of bounded random variables by betting"
        case .binomial:
            "Clopper and Pearson 1934, The use of confidence or fiducial limits illustrated in the case of the binomial"
        case .equivalence:
            "Schuirmann 1987, A comparison of the two one-sided tests procedure and the power approach for assessing "
                + "the equivalence of average bioavailability"
        case .holm, .weightedHolm: "Holm 1979, A simple sequentially rejective multiple test procedure"
        case .benjaminiHochberg:
            "Benjamini and Hochberg 1995, Controlling the false discovery rate: a practical and powerful approach to "
                + "multiple testing"
        case .changePoints:
            "Matteson and James 2014, A nonparametric approach for multiple change point analysis of multivariate data"
        }
    }
}
