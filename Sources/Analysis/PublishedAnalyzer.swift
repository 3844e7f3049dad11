import Findings
import Records
import Study

/// Holds the accuracies that other sources print against those found here.
enum PublishedAnalyzer {
    static let kind = "published-without-estimate"

    static func findings(_ study: Study, _ document: FindingsDocument, names: NameResolver) -> [PublishedFinding] {
        let estimates = estimates(document)
        let order = Dictionary(document.benchmarks.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let found = study.published.compactMap { figure -> PublishedFinding? in
            let benchmark = names.benchmarkID(figure.benchmark)
            guard let estimate = estimates[[names.modelID(figure.model), benchmark]] else { return nil }
            return PublishedFinding(
                accuracy: figure.accuracy, source: figure.source, note: figure.note, estimate: estimate,
                benchmark: benchmark)
        }
        return found.enumerated().sorted {
            (order[$0.element.benchmark] ?? .max, $0.element.model, $0.offset)
                < (order[$1.element.benchmark] ?? .max, $1.element.model, $1.offset)
        }.map(\.element)
    }

    /// Printed accuracies to which the logs have nothing.
    static func problems(_ study: Study, _ document: FindingsDocument) -> [Problem] {
        let missing = study.published.count - document.published.count
        guard missing > 0 else { return [] }
        return [
            Problem(
                kind: kind, severity: .note, file: study.file ?? "the study", field: "published.accuracies",
                expected: "models and benchmarks that the logs have",
                found: "\(missing) of \(study.published.count) others",
                remedy: "They are not shown. Check the names, or add the logs.", count: missing)
        ]
    }

    private static func estimates(_ document: FindingsDocument) -> [[String]: EstimateFinding] {
        var estimates: [[String]: EstimateFinding] = [:]
        for estimate in document.estimates where estimate.scope == .benchmark {
            if let benchmark = estimate.benchmark { estimates[[estimate.model, benchmark]] = estimate }
        }
        return estimates
    }
}
