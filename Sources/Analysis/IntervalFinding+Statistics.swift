import Findings
import Statistics

extension IntervalFinding {
    init(_ reasoned: ReasonedInterval) { self.init(reasoned.interval, reason: reasoned.reason) }

    init(_ interval: Interval, reason: String) {
        self.init(
            lower: interval.lower, upper: interval.upper, level: interval.level, method: interval.method.rawValue,
            reason: reason)
    }
}

extension BootstrapFinding {
    init(_ bootstrap: (interval: Interval, error: (lower: Double, upper: Double))) {
        self.init(
            lower: bootstrap.interval.lower, upper: bootstrap.interval.upper, level: bootstrap.interval.level,
            method: bootstrap.interval.method.rawValue, lowerError: bootstrap.error.lower,
            upperError: bootstrap.error.upper)
    }
}

extension Verdict {
    /// Judges by one-sided bounds.
    init(_ interval: Interval, minimum: Double) {
        self.init(lower: interval.lower, upper: interval.upper, minimum: minimum)
    }

    init(lower: Double, upper: Double, minimum: Double) {
        self = lower >= minimum ? .pass : upper < minimum ? .fail : .inconclusive
    }
}
