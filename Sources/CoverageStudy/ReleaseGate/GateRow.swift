/// How often something happened in simulated releases, beside what theory says.
public struct GateRow: Sendable, Equatable {
    /// How a simulated share stands to the theory.
    public enum Relation: String, Sendable {
        /// The theory is exact.
        case equal = "="
        /// The theory is an approximation by the normal distribution.
        case near = "≈"
        /// The theory is a bound from above.
        case atMost = "≤"
        /// The theory is a bound from below.
        case atLeast = "≥"
    }

    /// Which table the row belongs to.
    public var table: String
    /// Items and their number, in words.
    public var setting: String
    /// Candidate minus baseline in truth, in score points of 1.
    public var change: Double
    /// What is counted, in words.
    public var event: String
    /// The share of simulated comparisons in which it happened.
    public var share: Double
    /// The standard error that the number of simulations leaves.
    public var standardError: Double
    /// How the share should stand to `theory`.
    public var relation: Relation
    /// What theory says of the share.
    public var theory: Double
}

/// Counts how often something happened in each simulation: once or not, or as a share of several chances.
struct Share {
    private var count = 0.0
    private var sum = 0.0
    private var squares = 0.0

    mutating func add(_ happened: Bool) { add(happened ? 1 : 0) }

    mutating func add(_ share: Double) {
        count += 1
        sum += share
        squares += share * share
    }

    func row(
        _ table: String, _ setting: String, change: Double, _ event: String, _ relation: GateRow.Relation,
        _ theory: Double
    ) -> GateRow {
        let mean = sum / count
        return GateRow(
            table: table, setting: setting, change: change, event: event, share: mean,
            standardError: (max(0, squares / count - mean * mean) / count).squareRoot(), relation: relation,
            theory: theory)
    }
}
