/// An interval, and why it was made in that way.
public struct ReasonedInterval: Sendable, Equatable {
    /// The interval; never of zero width.
    public let interval: Interval
    /// Why this method was used here, as a clause.
    public let reason: String

    /// An interval with its reason.
    public init(_ interval: Interval, _ reason: String) {
        self.interval = interval
        self.reason = reason
    }
}
