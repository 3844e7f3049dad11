import Findings
import Records
import Statistics
import Study

/// Judges the study's candidate against its baseline.
struct ComparisonAnalyzer {
    let across: AcrossBenchmarks
    let baseline: String
    let candidate: String

    private var study: Study { across.study }

    /// Nil if the study compares nothing.
    init?(_ across: AcrossBenchmarks, names: NameResolver) {
        guard let compare = across.study.compare, let first = compare.baseline, let second = compare.candidate else {
            return nil
        }
        self.across = across
        baseline = names.modelID(first)
        candidate = names.modelID(second)
    }

    /// Overall if there are two benchmarks on which both models have items in common, then each of these, in the order of
    /// the document, with its capabilities and facet values.
    func comparisons() -> [ComparisonFinding] {
        guard baseline != candidate else { return [] }
        let benchmarks = across.analyses.compactMap { analysis -> [ComparisonDraft]? in
            let models = analysis.data.models
            guard let old = models.first(where: { $0.model == baseline }),
                let new = models.first(where: { $0.model == candidate })
            else { return nil }
            // The store keeps items in the order in which they came.
            let arrival = study.compare?.isSequential ?? false ? analysis.data.positions : nil
            let drafts = ComparisonParts(
                data: analysis.data, study: study, baseline: old, candidate: new, arrival: arrival
            ).comparisons()
            return drafts.isEmpty ? nil : drafts
        }
        let overall =
            study.compare?.isSequential ?? false
            ? nil : OverallComparison(study: study).draft(benchmarks.map { $0[0] })
        return ComparisonFamily(study: study).judged([overall].compactMap(\.self) + benchmarks.flatMap(\.self))
    }

    /// Why the comparison that the study asks for cannot be made.
    ///
    /// - Parameter findings: what `comparisons` gave.
    func problems(_ findings: [ComparisonFinding]) -> [Problem] {
        let file = study.file ?? "the study"
        let unknown = [("baseline", baseline), ("candidate", candidate)].filter { !across.models.contains($0.1) }
        guard unknown.isEmpty else {
            return unknown.map { field, name in
                let nearest = NearestWord.find(name, among: across.models)
                return Problem(
                    kind: "comparison-without-model", severity: .warning, file: file, field: "compare.\(field)",
                    expected: "a model of the logs", found: "`\(name)`, which none of them has",
                    remedy: nearest.map { "Did you mean `\($0)`?" } ?? "Add its logs, or name another model.")
            }
        }
        if baseline == candidate {
            return [
                Problem(
                    kind: "comparison-of-one-model", severity: .warning, file: file, field: "compare.candidate",
                    expected: "another model than the baseline", found: "`\(candidate)`, which is the baseline",
                    remedy: "Name two models.")
            ]
        }
        guard findings.isEmpty else { return [] }
        return [
            Problem(
                kind: "comparison-without-items", severity: .warning, file: file, field: "compare",
                expected: "items that both `\(baseline)` and `\(candidate)` have", found: "none",
                remedy: "Add logs of both models on one benchmark.")
        ]
    }
}
