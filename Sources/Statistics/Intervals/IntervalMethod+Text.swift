extension IntervalMethod {
    typealias Text = (name: String, summary: String, source: String)

    private static let efron1987 =
        "Efron 1987, Better bootstrap confidence intervals; Efron and Tibshirani 1993, An Introduction to the Bootstrap"
    private static let davison = "Davison and Hinkley 1997, Bootstrap Methods and their Application"

    /// The methods that rest on a resampling distribution.
    static let resampling: [IntervalMethod: Text] = [
        .bcaExact: (
            "BCa from the exact bootstrap distribution",
            "The distribution that bootstrap replicates approximate is computed in full: a binomial for 0/1 scores, a "
                + "convolution for paired differences, scores on a lattice and averages. The ends are its quantiles, "
                + "corrected for bias and acceleration. There is no Monte Carlo error.", efron1987
        ),
        .percentileExact: (
            "Percentile interval from the exact bootstrap distribution",
            "The α/2 and 1 − α/2 quantiles of the fully computed bootstrap distribution.",
            "Efron 1979, Bootstrap methods: another look at the jackknife"
        ),
        .basicExact: (
            "Basic interval from the exact bootstrap distribution",
            "The quantiles of the fully computed bootstrap distribution, reflected about the estimate.", davison
        ),
        .bcaClusterExact: (
            "BCa from the exact cluster bootstrap distribution",
            "Whole clusters are resampled. The joint distribution of the sum of scores and the number of items is the "
                + "convolution power of the clusters' empirical distribution, computed in full; the ends are quantiles "
                + "of its ratio, corrected for bias and acceleration with clusters left out one at a time.",
            efron1987 + "; " + davison
        ),
        .bcaJoint: (
            "BCa from the joint bootstrap",
            "Items, or whole clusters where items share one, are resampled with weights that serve all models and "
                + "subsets at once. The ends are quantiles of the replicates, corrected for bias and acceleration.",
            efron1987
        ),
        .percentileJoint: (
            "Percentile interval from the joint bootstrap",
            "The α/2 and 1 − α/2 quantiles of replicates whose weights serve all models and subsets at once.",
            "Efron 1979, Bootstrap methods: another look at the jackknife"
        ),
        .basicJoint: (
            "Basic interval from the joint bootstrap",
            "The quantiles of the joint bootstrap's replicates, reflected about the estimate.", davison
        ),
        .bootstrapT: (
            "Bootstrap-t",
            "Each replicate is studentised by its own standard error, clustered where items share a cluster; the "
                + "quantiles of these statistics take the place of the normal ones.", davison + ", section 5.2"
        ),
    ]

    /// The methods with a closed formula.
    static let closed: [IntervalMethod: Text] = [
        .clopperPearson: (
            "Clopper-Pearson",
            "The proportions that an exact one-sided binomial test at α/2 does not reject, by beta quantiles. Covers "
                + "at least at its level at every proportion and is wider for it.",
            "Clopper and Pearson 1934, The use of confidence or fiducial limits illustrated in the case of the binomial"
        ),
        .blaker: (
            "Blaker exact",
            "The proportions whose acceptability, the smaller binomial tail plus the largest opposite tail that does not "
                + "exceed it, is above α. Covers at least at its level at every proportion and lies within the "
                + "Clopper-Pearson interval.",
            "Blaker 2000, Confidence curves and improved exact confidence intervals for discrete distributions"
        ),
        .exactAtEffectiveSize: (
            "Clopper-Pearson at the effective size",
            "The clustered standard error decides how many independent items the sample is worth. Its own degrees of "
                + "freedom, which fall where few clusters carry most of the variance, reduce that number further; it is "
                + "never below Kish's number of equal clusters. The interval is Clopper and Pearson's at that size.",
            "Korn and Graubard 1998, Confidence intervals for proportions with small expected number of positive counts; "
                + "Satterthwaite 1946, An approximate distribution of estimates of variance components; Kish 1965, Survey "
                + "Sampling"
        ),
        .wilson: (
            "Wilson score", "The proportions that the score test does not reject.",
            "Wilson 1927, Probable inference, the law of succession, and statistical inference"
        ),
        .jeffreys: (
            "Jeffreys",
            "The α/2 and 1 − α/2 quantiles of the posterior under the prior Beta(½, ½), with end 0 at no success and "
                + "end 1 at no failure.", "Brown, Cai and DasGupta 2001, Interval estimation for a binomial proportion"
        ),
        .agrestiCoull: (
            "Agresti-Coull",
            "The Wald interval after z²/2 successes and z²/2 failures are added, clipped to [0, 1].",
            "Agresti and Coull 1998, Approximate is better than 'exact' for interval estimation of binomial proportions"
        ),
        .wilsonClustered: (
            "Wilson score at the effective size",
            "The number of items is divided by the design effect of the clusters, then Wilson's interval is taken.",
            "Wilson 1927; Kish 1965, Survey Sampling"
        ),
        .kornGraubard: (
            "Korn-Graubard",
            "Clopper-Pearson at an effective number of items that follows from the clustered standard error and the "
                + "degrees of freedom that the clusters leave; with all scores equal, the number of clusters.",
            "Korn and Graubard 1998, Confidence intervals for proportions with small expected number of positive counts"
        ),
        .newcombe: (
            "Newcombe hybrid score",
            "The difference of two independent proportions, from the Wilson intervals of both.",
            "Newcombe 1998, Interval estimation for the difference between independent proportions"
        ),
        .newcombePaired: (
            "Newcombe hybrid score for pairs",
            "The difference of two paired proportions, from both Wilson intervals and the correlation of the pairs.",
            "Newcombe 1998, Improved confidence intervals for the difference between binomial proportions based on "
                + "paired data"
        ),
        .tango: (
            "Tango score",
            "The differences of two paired proportions that the score test does not reject.",
            "Tango 1998, Equivalence test and confidence interval for the difference in proportions for the "
                + "paired-sample design"
        ),
        .bonettPrice: (
            "Bonett-Price",
            "The Wald interval of a paired difference after one pair is added to each discordant cell.",
            "Bonett and Price 2012, Adjusted Wald confidence interval for a difference of binomial proportions based "
                + "on paired data"
        ),
        .mover: (
            "Combined from the intervals of independent parts",
            "The distances from the parts' estimates to their ends are combined as standard errors would be, on each "
                + "side on its own. Used where the resampling distribution has no width.",
            "Zou and Donner 2008, Construction of confidence limits about effect measures: a general approach"
        ),
        .bonettPriceAtEffectiveSize: (
            "Bonett-Price at the effective size",
            "The Wald interval of a paired difference after one pair is added to each discordant cell, at the number of "
                + "independent items that the sample is worth by its clustered standard error and that error's degrees of "
                + "freedom.",
            "Bonett and Price 2012, Adjusted Wald confidence interval for a difference of binomial proportions based on "
                + "paired data; Korn and Graubard 1998; Satterthwaite 1946"
        ),
        .prediction: (
            "Random-effects prediction interval",
            "Where the accuracy on a benchmark not yet seen would lie: the pooled mean plus and minus a t quantile "
                + "times the root of the between-benchmark variance and the mean's squared standard error.",
            "Higgins, Thompson and Spiegelhalter 2009, A re-evaluation of random-effects meta-analysis"
        ),
    ]

    /// The methods that hold at all times at once.
    static let sequential: [IntervalMethod: Text] = [
        .bettingSequence: (
            "Confidence sequence by betting",
            "The means of bounded differences against which no bettor ever multiplied a capital of 1 by 2/α. It holds at "
                + "all times at once, so that one may look after every item and stop at will; it is wider than an "
                + "interval for one look. Whole clusters are bet on, and their largest size is taken to be known.",
            "Waudby-Smith and Ramdas 2024, Estimating means of bounded random variables by betting"
        )
    ]
}
