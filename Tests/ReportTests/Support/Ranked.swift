import Findings

@testable import Report

/// A small study whose numbers a test chooses: models `a`, `b`, `c` on one benchmark `task`.
enum Ranked {
    /// - Parameters:
    ///   - estimates: The models' accuracies.
    ///   - adjusted: The adjusted p value of every pair; nil for no tests.
    static func study(
        _ estimates: [Double], adjusted: Double? = 0.5, isHigherBetter: Bool = true
    ) -> FindingsDocument {
        var document = FindingsDocument(
            acuityVersion: "0.1.0",
            study: StudyFinding(title: "Small", level: 0.95, seed: 1, replicates: 1000, unparsed: "wrong"))
        let ids = Array(["a", "b", "c", "d"].prefix(estimates.count))
        document.models = ids.map { ModelFinding(id: $0, name: $0.uppercased()) }
        document.benchmarks = [
            BenchmarkFinding(
                id: "task", name: "Task", items: 100, clusters: 100, metric: "accuracy",
                higherIsBetter: isHigherBetter)
        ]
        document.estimates = zip(ids, estimates).map {
            EstimateFinding(
                scope: .benchmark, model: $0, benchmark: "task", estimate: $1,
                interval: Fixture.interval($1, 0.025), standardError: 0.025, items: 100, clusters: 100, lowerBound: $1,
                upperBound: $1)
        }
        guard let adjusted else { return document }
        for (position, first) in ids.enumerated() {
            for (place, second) in ids.enumerated().dropFirst(position + 1) {
                let difference = estimates[position] - estimates[place]
                document.differences.append(
                    DifferenceFinding(
                        first: first, second: second, benchmark: "task", estimate: difference,
                        interval: Fixture.interval(difference, 0.025, from: -1), standardError: 0.025,
                        detectable: 0.07, lowerBound: difference - 0.01, upperBound: difference + 0.02, items: 100,
                        clusters: 100, unpaired: 3, onlyFirst: 12, onlySecond: 7, pValue: adjusted / 3,
                        test: "mcnemar", adjustedPValue: adjusted, falseDiscoveryPValue: adjusted,
                        family: ids.count * (ids.count - 1) / 2))
            }
        }
        return document
    }

    static func index(
        _ estimates: [Double], adjusted: Double? = 0.5, isHigherBetter: Bool = true
    ) -> FindingsIndex {
        FindingsIndex(study(estimates, adjusted: adjusted, isHigherBetter: isHigherBetter))
    }
}
