/// A part's own interval that covers however few its events are.
///
/// What does not depend on the level is found once: a p value asks for the interval at some forty levels.
enum PartInterval: Sendable {
    case difference(DifferenceAtEffectiveSize)
    case binary(correct: Double, size: Double)
    case accuracy(AccuracyEstimator)

    init(_ sample: ScoreSample, isDifference: Bool) {
        if isDifference {
            self = .difference(DifferenceAtEffectiveSize(sample))
        } else if let correct = sample.correct, !sample.isClustered {
            self = .binary(correct: Double(correct), size: Double(sample.itemCount))
        } else {
            self = .accuracy(AccuracyEstimator(sample, plan: BootstrapPlan(seed: 0, name: "")))
        }
    }

    /// One end of it.
    func end(_ end: IntervalEnd, level: Double) -> Double {
        switch self {
        case .difference(let difference): difference.interval(level: level).interval[end]
        case .binary(let correct, let size): ClopperPearson.end(end, correct: correct, size: size, level: level)
        case .accuracy(let estimator): estimator.ruleEnd(end, level: level)
        }
    }

    func at(level: Double) -> Interval {
        switch self {
        case .difference(let difference): difference.interval(level: level).interval
        case .binary(let correct, let size): ClopperPearson.interval(correct: correct, size: size, level: level)
        case .accuracy(let estimator): estimator.interval(level: level).interval
        }
    }
}
