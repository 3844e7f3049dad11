/// How the ends of an interval were found. The raw value is the identifier that findings and study files use.
public enum IntervalMethod: String, Sendable, Codable, CaseIterable {
    case bcaExact = "bca-exact"
    case percentileExact = "percentile-exact"
    case basicExact = "basic-exact"
    case bcaClusterExact = "bca-cluster-exact"
    case bcaJoint = "bca-joint"
    case percentileJoint = "percentile-joint"
    case basicJoint = "basic-joint"
    case bootstrapT = "bootstrap-t"
    case clopperPearson = "clopper-pearson"
    case blaker
    case exactAtEffectiveSize = "exact-effective"
    case wilson
    case jeffreys
    case agrestiCoull = "agresti-coull"
    case wilsonClustered = "wilson-clustered"
    case kornGraubard = "korn-graubard"
    case newcombe
    case newcombePaired = "newcombe-paired"
    case tango
    case bonettPrice = "bonett-price"
    case bonettPriceAtEffectiveSize = "bonett-price-effective"
    case mover
    case prediction = "random-effects-prediction"
    case bettingSequence = "betting-sequence"
}

extension IntervalMethod {
    /// The methods that may be chosen by name for the interval of an accuracy.
    public static let forAccuracy: [IntervalMethod] = [
        .bcaExact, .percentileExact, .basicExact, .bcaClusterExact, .bcaJoint, .percentileJoint, .basicJoint,
        .bootstrapT, .clopperPearson, .blaker, .exactAtEffectiveSize, .wilson, .jeffreys, .agrestiCoull,
        .wilsonClustered, .kornGraubard,
    ]

    /// The name in words.
    public var name: String { text.name }

    /// What the method does, in sentences for a reader who knows statistics.
    public var summary: String { text.summary }

    /// Author and year of the source, with the title.
    public var source: String { text.source }

    private var text: Text { Self.resampling[self] ?? Self.closed[self] ?? Self.sequential[self]! }
}
