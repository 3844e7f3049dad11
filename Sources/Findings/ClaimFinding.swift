/// What a claim is about, and with it how it is judged.
public enum ClaimSubject: String, Codable, Sendable, CaseIterable {
    /// The best model of one kind beside the best of another, on each benchmark.
    case kinds
    /// The mean gap of all models, on each benchmark.
    case gap
    /// The standard deviation between benchmarks, for each model.
    case variance
    /// The verdict on a threshold, for each model: that none passes it.
    case threshold
}

/// What one part says of a claim.
public enum ClaimSupport: String, Codable, Sendable, CaseIterable {
    /// The interval lies where the claim says.
    case supports
    /// The interval lies where the claim does not say.
    case contradicts
    /// Neither.
    case open
}

/// What all parts say of a claim.
public enum ClaimVerdict: String, Codable, Sendable, CaseIterable {
    /// As many parts support it as the claim asks for.
    case holds
    /// Some parts support it, and so many contradict it that those asked for cannot be had.
    case holdsInPart = "holds-in-part"
    /// No part supports it, and so many contradict it that those asked for cannot be had.
    case doesNotHold = "does-not-hold"
    /// The parts asked for could still be had with more items.
    case open
}

/// A claim that the study names, held against the findings.
public struct ClaimFinding: Codable, Sendable, Equatable {
    /// The study's identifier of the claim, unique in the document.
    public var id: String
    /// What pages call it.
    public var name: String
    /// The claim in its author's words.
    public var text: String
    /// Whose claim it is.
    public var source: String
    /// What is measured, and on which parts.
    public var about: ClaimSubject
    /// The two kinds of models, the first of which is claimed to be as good; of a claim about kinds.
    public var first: String?
    /// The kind of models that the first is held against.
    public var second: String?
    /// By how much the first may be below the second and still match it; 0 where the study names none.
    public var margin: Double?
    /// The threshold's identifier, of a claim about a threshold.
    public var threshold: String?
    /// The standard deviation between benchmarks, in score points of [0, 1], that the claim calls wide.
    public var minimum: Double?
    /// How many of the counted parts must support the claim.
    public var least: Int
    /// What the counted parts make of the claim.
    public var verdict: ClaimVerdict
    /// How many counted parts support it.
    public var supporting: Int
    /// How many contradict it.
    public var contradicting: Int
    /// How many leave it open.
    public var open: Int
    /// The same by the published counts alone; nil where the logs are no simulation.
    public var counts: ClaimCounts?
    /// The level at which the intervals of all counted parts hold at once.
    public var level: Double
    /// The benchmarks or models that it is judged by, with those that stand beside it.
    public var parts: [ClaimPart]
    /// What the study itself says against resting too much on the claim.
    public var caveats: [String]
    /// What the parts' estimates rest on.
    public var basis: Basis

    /// Judges the claim by its parts; all else is taken as it is given.
    ///
    /// `least` is the number of counted parts that must support it: all if it is nil, and never more than there are. `level`
    /// is that at which the intervals of all counted parts hold at once, in (0, 1).
    public init(
        id: String, name: String, text: String, source: String, about: ClaimSubject, first: String? = nil,
        second: String? = nil, margin: Double? = nil, threshold: String? = nil, minimum: Double? = nil,
        least: Int? = nil, level: Double, parts: [ClaimPart], caveats: [String] = [], basis: Basis = .logs
    ) {
        let counted = parts.filter(\.isCounted)
        self.id = id
        self.name = name
        self.text = text
        self.source = source
        self.about = about
        self.first = first
        self.second = second
        self.margin = margin
        self.threshold = threshold
        self.minimum = minimum
        self.least = min(least ?? counted.count, counted.count)
        self.level = level
        self.parts = parts
        self.caveats = caveats
        self.basis = basis
        let whole = ClaimCounts(counted.map(\.support), least: self.least)
        (verdict, supporting, contradicting, open) = (
            whole.verdict, whole.supporting, whole.contradicting, whole.open
        )
        let alone = counted.compactMap { $0.published?.support }
        counts = alone.isEmpty ? nil : ClaimCounts(alone, least: self.least)
    }
}

/// How many parts say what of a claim, and what that makes of it.
public struct ClaimCounts: Codable, Sendable, Equatable {
    /// What the parts make of the claim.
    public var verdict: ClaimVerdict
    /// How many support it.
    public var supporting: Int
    /// How many contradict it.
    public var contradicting: Int
    /// How many leave it open.
    public var open: Int

    /// Judges by what the parts say.
    ///
    /// - Parameters:
    ///   - supports: what each counted part says.
    ///   - least: how many must support the claim.
    public init(_ supports: [ClaimSupport], least: Int) {
        supporting = supports.count { $0 == .supports }
        contradicting = supports.count { $0 == .contradicts }
        open = supports.count { $0 == .open }
        if supports.isEmpty {
            verdict = .open
        } else if supporting >= least {
            verdict = .holds
        } else if supporting + open >= least {
            verdict = .open
        } else {
            verdict = supporting > 0 ? .holdsInPart : .doesNotHold
        }
    }
}

/// What a claim comes to on one benchmark, for one model, or over all benchmarks.
public struct ClaimPart: Codable, Sendable, Equatable {
    /// The benchmark's identifier; nil for all of them and for a part that is a model's.
    public var benchmark: String?
    /// The model's identifier, of a part that is a model's.
    public var model: String?
    /// The number of parameters that all models of the part have; nil for models of any size.
    public var parameters: Double?
    /// Whether the claim's verdict counts this part; others are shown beside it.
    public var isCounted: Bool
    /// The model of the first kind with the best estimate.
    public var first: String?
    /// The model of the second kind with the best estimate.
    public var second: String?
    /// Of kinds, the best of the first minus the best of the second; of the gap, the models' mean gap; of variance, the
    /// standard deviation between benchmarks; of a threshold, the accuracy that was judged.
    public var estimate: Double
    /// The interval that decides, at the claim's level together with those of the other parts.
    public var interval: IntervalFinding
    /// What the estimate is held against: 0, the margin below it, the standard deviation or the threshold's minimum.
    public var reference: Double
    /// What the interval says of the claim.
    public var support: ClaimSupport
    /// Items that the estimate rests on.
    public var items: Int
    /// Clusters that they belong to.
    public var clusters: Int
    /// Of the gap: models whose reasoning is lower, by the one-sided test after Holm.
    public var lower: Int?
    /// Models whose reasoning is higher, by the same test the other way round.
    public var higher: Int?
    /// Models of which neither can be said.
    public var undecided: Int?
    /// Of the gap: models whose estimate has reasoning below understanding, whatever an interval says.
    public var below: Int?
    /// Models that entered.
    public var models: Int
    /// What the published counts say alone; nil where the logs are no simulation.
    public var published: PublishedPart?
    /// What the estimate rests on.
    public var basis: Basis

    /// Makes a part that is counted unless said otherwise; `lower`, `higher`, `undecided` and `below` are nil.
    public init(
        benchmark: String? = nil, model: String? = nil, parameters: Double? = nil, isCounted: Bool = true,
        first: String? = nil, second: String? = nil, estimate: Double, interval: IntervalFinding, reference: Double,
        support: ClaimSupport, items: Int, clusters: Int, models: Int, published: PublishedPart? = nil,
        basis: Basis = .logs
    ) {
        self.benchmark = benchmark
        self.model = model
        self.parameters = parameters
        self.isCounted = isCounted
        self.first = first
        self.second = second
        self.estimate = estimate
        self.interval = interval
        self.reference = reference
        self.support = support
        self.items = items
        self.clusters = clusters
        self.models = models
        self.published = published
        self.basis = basis
    }
}

/// What a part comes to without the simulation of items.
public struct PublishedPart: Codable, Sendable, Equatable {
    /// The same quantity as the part's estimate, from counts.
    public var estimate: Double
    /// The interval that holds whichever items models share, items taken as independent.
    public var interval: IntervalFinding
    /// What this interval says of the claim.
    public var support: ClaimSupport

    /// Makes what counts say of a part.
    public init(estimate: Double, interval: IntervalFinding, support: ClaimSupport) {
        self.estimate = estimate
        self.interval = interval
        self.support = support
    }
}
