/// Two ends, the level that they were made for, and the method that made them.
public struct Interval: Sendable, Equatable, Codable {
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double
    /// The two-sided level 1 − α, in (0, 1).
    public var level: Double
    /// The method that made the ends.
    public var method: IntervalMethod

    /// Makes an interval as it is; whether its ends are in order and numbers is asked of ``isUsable``.
    public init(lower: Double, upper: Double, level: Double, method: IntervalMethod) {
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
    }

    /// The upper end minus the lower end.
    public var width: Double { upper - lower }

    /// Whether both ends are numbers and the upper one is above the lower one.
    public var isUsable: Bool { lower.isFinite && upper.isFinite && upper > lower }

    /// The same interval with both ends moved into a range.
    public func clipped(to range: ClosedRange<Double>) -> Interval {
        Interval(
            lower: range.clamp(lower), upper: range.clamp(upper), level: level, method: method)
    }
}

/// One of the two ends of an interval, for those who ask for no more.
enum IntervalEnd: Sendable {
    case lower, upper

    var opposite: IntervalEnd { self == .lower ? .upper : .lower }
}

extension Interval {
    subscript(end: IntervalEnd) -> Double { end == .lower ? lower : upper }
}

extension ClosedRange where Bound == Double {
    func clamp(_ value: Double) -> Double { Swift.min(Swift.max(value, lowerBound), upperBound) }
}
