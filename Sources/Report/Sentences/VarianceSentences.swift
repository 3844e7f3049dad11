import Findings

/// How much benchmarks differ, in words.
struct VarianceSentences {
    let index: FindingsIndex

    /// The range over models of the standard deviation between benchmarks.
    func range() -> Sentence? {
        let deviations = index.document.variances.map(\.standardDeviation)
        guard let least = deviations.min(), let most = deviations.max(), let some = index.document.variances.first
        else { return nil }
        let format = Digits.format
        let benchmarks = index.document.variances.map(\.benchmarks)
        let count = Set(benchmarks).count == 1 ? "\(some.benchmarks) benchmarks" : "its benchmarks"
        if deviations.count == 1 {
            return """
                Beyond sampling noise, accuracy varies over \(count) with a standard deviation of \
                \(format.string(least, decimals: 1)) points.
                """
        }
        return """
            Beyond sampling noise, a model's accuracy varies over \(count) with a standard deviation of \
            \(format.string(least, decimals: 1)) to \(format.string(most, decimals: 1)) points.
            """
    }

    /// What the page of variance opens with: the range over models, with the intervals of its ends.
    func opening() -> Sentence {
        let variances = index.document.variances
        guard let least = variances.min(by: { $0.standardDeviation < $1.standardDeviation }),
            let most = variances.max(by: { $0.standardDeviation < $1.standardDeviation })
        else { return "No model has estimates on enough benchmarks to tell how much benchmarks differ." }
        let isShared = Set(variances.map(\.benchmarks)).count == 1
        let count = isShared ? Digits.counted(least.benchmarks, "benchmark") : "its benchmarks"
        if variances.count == 1 {
            return """
                Beyond sampling noise, the accuracy of \(index.link(model: least.model)) varies over \(count) with a \
                standard deviation of \(Self.deviation(least)).
                """
        }
        if least.standardDeviation == most.standardDeviation {
            return """
                Beyond sampling noise, the accuracy of each of \(variances.count) models varies over \(count) with a \
                standard deviation of \(Self.deviation(least)).
                """
        }
        return """
            Beyond sampling noise, a model's accuracy varies over \(count) with a standard deviation of \
            \(Self.deviation(least)) for \(index.link(model: least.model)) to \(Self.deviation(most)) for \
            \(index.link(model: most.model)).
            """
    }

    /// `15.2 points [10.1, 33.4]`: the standard deviation between benchmarks with the interval of the Q profile.
    private static func deviation(_ finding: VarianceFinding) -> String {
        let format = Digits.format
        let interval = format.interval(
            lower: finding.tauSquaredLower.squareRoot(), upper: finding.tauSquaredUpper.squareRoot(), decimals: 1)
        return "\(format.string(finding.standardDeviation, decimals: 1)) points \(interval)"
    }

    /// Where one model would lie on a benchmark not yet seen.
    func prediction(_ model: String) -> Sentence? {
        guard let finding = index.document.variances.first(where: { $0.model == model }),
            let prediction = finding.prediction
        else { return nil }
        let format = Digits.format
        let decimals = Digits.decimals(prediction)
        return """
            Its accuracy varies over \(finding.benchmarks) benchmarks with a standard deviation of \
            \(format.string(finding.standardDeviation, decimals: 1)) points beyond sampling noise; on a benchmark not \
            yet seen it is predicted to lie between \(format.stringWithUnit(prediction.lower, decimals: decimals)) and \
            \(format.stringWithUnit(prediction.upper, decimals: decimals)) (\(Digits.level(prediction.level)) \
            prediction interval).
            """
    }

    /// Shares of the variance, with negative components counted as 0 as they are shown.
    static func parts(_ finding: ComponentsFinding) -> [(name: String, variance: Double, share: Double)] {
        let parts = [
            ("between models", finding.model), ("between benchmarks", finding.benchmark),
            ("interaction of model and benchmark", finding.interaction), ("sampling of items", finding.sampling),
        ]
        let total = parts.map { max(0, $0.1) }.reduce(0, +)
        return parts.map { ($0.0, $0.1, total > 0 ? max(0, $0.1) / total : 0) }
    }

    /// Where most of the variance of the whole table lies.
    func components() -> Sentence? {
        guard let finding = index.document.components, let most = Self.parts(finding).max(by: { $0.share < $1.share }),
            most.share > 0
        else {
            return nil
        }
        let place = most.name.hasPrefix("between") ? most.name : "in the " + most.name
        return """
            Of the variance of the table of \(finding.models) models on \(finding.benchmarks) benchmarks, the largest \
            part, \(Digits.format.stringWithUnit(most.share, decimals: 0)), lies \(place).
            """
    }
}
